public import KinerjaCore

extension DistributionLimits where Grade == ExpectationRating {
  /// The ranking of a unit's civil servants (*pemeringkatan kinerja*) of PP 30/2019, as it is
  /// recalled.
  public static let pp30Of2019 = pp30Of2019()

  /// The ranking of a unit's civil servants (*pemeringkatan kinerja*) of PP 30/2019.
  ///
  /// All shares are recalled and not read; how heads are rounded is not defined: maxima are counted
  /// downwards, minima upwards. Together the recalled shares leave no pattern for units of 1, 2, 3,
  /// 4, 7, 8, 9 and 14.
  ///
  /// - Parameters:
  ///   - above: The largest share above expectation.
  ///   - asExpected: The smallest and the largest share as expected.
  ///   - below: The largest share below expectation.
  public static func pp30Of2019(
    aboveAtMost above: Ratio = "0.2", asExpected: ClosedRange<Ratio> = "0.6"..."0.7",
    belowAtMost below: Ratio = "0.2"
  ) -> DistributionLimits {
    DistributionLimits(
      source: LegalSource("PP 30/2019", standing: .assumed),
      [
        .atMost(above, [.above]), .atLeast(asExpected.lowerBound, [.asExpected]),
        .atMost(asExpected.upperBound, [.asExpected]), .atMost(below, [.below]),
      ])
  }
}
