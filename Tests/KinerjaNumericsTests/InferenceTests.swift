import KinerjaCore
import KinerjaNumerics
import KinerjaTables
import Testing

@Suite struct InferenceTests {
  // Newcombe (1998), "Two-sided confidence intervals for the single proportion", Statistics in
  // Medicine 17, 857–872, prints 0.2553 to 0.3662; the further digits and the other rows are
  // scipy 1.17.1, binomtest(...).proportion_ci(0.95, "wilson").
  @Test(arguments: [
    (81, 263, 0.2552885198782742, 0.36620957698280004), (0, 10, 0.0, 0.27753279986288926),
    (3, 10, 0.10779126740630102, 0.6032218525388546), (10, 10, 0.7224672001371109, 1.0),
  ])
  func `the interval of a share`(count: Int, total: Int, lower: Double, upper: Double) {
    let interval = ConfidenceInterval.wilson(count, of: total, level: 0.95)
    #expect(abs(interval.lower - lower) <= 1e-14 && abs(interval.upper - upper) <= 1e-14)
    #expect(interval.contains(Double(count) / Double(total)) && interval.level == 0.95)
  }

  // t(9; 0.975) = 2.262157162798205, scipy 1.17.1.
  @Test func `the interval of an estimate`() {
    let interval = ConfidenceInterval.student(
      10, standardError: 2, degreesOfFreedom: 9, level: 0.95)
    #expect(abs(interval.upper - (10 + 2 * 2.262157162798205)) <= 1e-12)
    #expect(abs(interval.lower + interval.upper - 20) <= 1e-12)
  }

  // scipy 1.17.1, false_discovery_control; worked by hand as well: 0.04·6∕5, 0.03·6∕4, 0.01·6∕2.
  @Test func `adjusted p values`() {
    let found = FalseDiscovery.adjusted([0.01, 0.04, 0.03, 0.005, 0.5, 0.03])
    for (value, known) in zip(found, [0.03, 0.048, 0.045, 0.03, 0.5, 0.045]) {
      #expect(abs(value - known) <= 1e-15)
    }
    #expect(FalseDiscovery.adjusted([]) == [])
    #expect(FalseDiscovery.adjusted([0.2]) == [0.2])
    #expect(FalseDiscovery.adjusted([1, 0, 1]) == [1, 0, 1])
  }

  // By hand: 0.005·6, 0.01·5, 0.03·4, and those above.
  @Test func `p values adjusted for a single false finding`() {
    let found = FamilyWise.adjusted([0.01, 0.04, 0.03, 0.005, 0.5, 0.03])
    for (value, known) in zip(found, [0.05, 0.12, 0.12, 0.03, 0.5, 0.12]) {
      #expect(abs(value - known) <= 1e-15)
    }
    #expect(FamilyWise.adjusted([]) == [] && FamilyWise.adjusted([0.2]) == [0.2])
    #expect(FamilyWise.adjusted([1, 0, 0.9]) == [1, 0, 1])
  }

  // The definition: an adjusted value is the least q at which the step-up procedure rejects.
  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func `adjusted p values reject what the step-up procedure rejects`(seed: UInt64) {
    var draws = RandomDraws(seed: seed)
    let count = draws.integer(in: 1...40)
    let values = (0..<count).map { _ in
      let value = draws.uniform()
      return value * value * value
    }
    let adjusted = FalseDiscovery.adjusted(values)
    for q in [0.01, 0.05, 0.2] {
      let sorted = values.sorted()
      let last = sorted.indices.last { sorted[$0] <= q * Double($0 + 1) / Double(count) }
      let limit = last.map { sorted[$0] } ?? -1
      #expect(values.map { $0 <= limit } == adjusted.map { $0 <= q })
    }
    #expect(zip(values, adjusted).allSatisfy { $0 <= $1 && $1 <= 1 })
  }

  @Test func `a compensated sum keeps what rounding loses`() {
    #expect(CompensatedSum([1e16, 1, -1e16]).value == 1)
    #expect(CompensatedSum([1, 1e100, 1, -1e100]).value == 2)
    #expect(CompensatedSum([Double](repeating: 0.1, count: 1_000_000)).value == 100_000)
    #expect(CompensatedSum([.infinity, 1]).value == .infinity)
    #expect(CompensatedSum([]).value == 0)
    var left = CompensatedSum([1e16, 1])
    left.add(CompensatedSum([1, -1e16]))
    #expect(left.value == 2)
  }
}
