public import KinerjaCore

/// How many respondents a survey needs (Krejcie and Morgan, 1970).
///
/// *S* = *c* *N* *P* (1 − *P*) ∕ (*d*² (*N* − 1) + *c* *P* (1 − *P*)), to the nearest person. The
/// constants are recalled and not read in PermenPANRB 14/2017; with them the formula gives the
/// figures of the table in common use, except that it says 383 for 100 000 where the table prints 384.
public struct SampleSize: Sendable, Hashable {
  /// The quantile *c* of chi-square with one degree of freedom.
  public let chiSquare: Ratio
  /// The share *P* in the population.
  public let proportion: Ratio
  /// The margin of error *d*.
  public let margin: Ratio
  /// Where the constants come from.
  public let source: LegalSource

  /// The usual constants: 3.841, for 95 per cent; one half; five per cent.
  public static let krejcieMorgan = SampleSize(
    checked: "3.841", "0.5", "0.05", LegalSource("PermenPANRB 14/2017", standing: .assumed))

  /// Creates a formula with other constants.
  ///
  /// - Throws: `InvalidInput` unless *c* is above 0, and *P* and *d* lie between 0 and 1.
  public init(
    chiSquare: Ratio, proportion: Ratio, margin: Ratio, source: LegalSource
  ) throws(InvalidInput) {
    guard chiSquare > 0, proportion > 0, proportion < 1, margin > 0, margin < 1 else {
      throw InvalidInput(
        Diagnostic(
          .sampleSettings,
          [
            "chiSquare": .number(chiSquare), "proportion": .number(proportion),
            "margin": .number(margin),
          ]))
    }
    self.init(checked: chiSquare, proportion, margin, source)
  }

  private init(
    checked chiSquare: Ratio, _ proportion: Ratio, _ margin: Ratio, _ source: LegalSource
  ) {
    self.chiSquare = chiSquare
    self.proportion = proportion
    self.margin = margin
    self.source = source
  }

  /// The number of respondents for a population, from nought to all of it.
  ///
  /// - Throws: `InvalidInput` for a population below 0 or too large to reckon with.
  public func respondents(of population: Int) throws(InvalidInput) -> Int {
    guard let number = exact(population), let whole = try? number.rounded(to: 0, .halfUp) else {
      throw InvalidInput(
        Diagnostic(.samplePopulation, ["population": .integer(Int64(population))]))
    }
    return min(Int(whole.mantissa), population)
  }

  private func exact(_ population: Int) -> Ratio? {
    guard (0...1_000_000_000_000).contains(population) else { return nil }
    guard population > 0 else { return 0 }
    return try? {
      let spread = try chiSquare * proportion * (1 - proportion)
      return try spread * Ratio(population) / (margin * margin * Ratio(population - 1) + spread)
    }()
  }
}
