import KinerjaCore
import KinerjaTables
import RatingBias
import Testing

@Suite("Bootstrap of agreement") struct AgreementBootstrapTests {
  @Test(arguments: AgreementTests.all)
  func `errors are near those of the formula`(coefficient: AgreementCoefficient) throws {
    let set = try Samples.Round(ratees: 150, ratersPerRatee: 3, items: 2).ratings(seed: 8)
    let formula = try #require(try set.agreement(coefficient).estimate)
    let drawn = try #require(
      try set.agreement(coefficient, interval: .bootstrap(replicates: 400, seed: 3)).estimate)
    #expect(drawn.value == formula.value)
    let error = try #require(formula.standardError)
    #expect(Samples.isNear(drawn.standardError, error, 0.15 * error))
    let (one, other) = (try #require(drawn.interval), try #require(formula.interval))
    #expect(one.contains(drawn.value) && one.level == 0.95)
    #expect(abs(one.lower - other.lower) < error && abs(one.upper - other.upper) < error)
  }

  @Test func `the interval depends on the seed alone`() throws {
    let set = try Samples.Round().ratings(seed: 5)
    func measure(_ seed: UInt64, threads: Int) throws -> Answer<Agreement> {
      try set.agreement(
        interval: .bootstrap(replicates: 100, seed: seed), by: ParallelBlocks(threads: threads))
    }
    let first = try measure(7, threads: 1)
    #expect(try first == measure(7, threads: 3))
    #expect(try first != measure(8, threads: 1))
  }

  @Test func `four ratees are too few to draw from`() throws {
    let set = try Samples.table([[1, 1], [2, 3], [3, 3], [1, 2]], scale: 1...3)
    let agreement = try #require(try set.agreement(interval: .bootstrap()).estimate)
    #expect(agreement.interval == nil && agreement.standardError == nil)
  }

  // Half of all draws hold the first ratee not at all and have no differing ratings.
  @Test func `draws without variation give no interval`() throws {
    var rows: [[Int?]] = [[1, 2]]
    rows += Array(repeating: [2, 2], count: 20)
    let set = try Samples.table(rows, scale: 1...2)
    let agreement = try #require(
      try set.agreement(.krippendorffAlpha(.nominal), interval: .bootstrap()).estimate)
    #expect(agreement.interval == nil)
  }

  @Test(arguments: [0, 49, 1_000_001])
  func `a number of draws that is none is refused`(replicates: Int) throws {
    let set = try Samples.Round().ratings(seed: 5)
    let error = #expect(throws: InvalidInput.self) {
      try set.agreement(interval: .bootstrap(replicates: replicates))
    }
    #expect(error?.problems.map { "\($0.place.path)" } == ["replicates"])
  }

  @Test func `cancellation is heard`() async throws {
    let set = try Samples.Round().ratings(seed: 5)
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try set.agreement(interval: .bootstrap())
    }
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
