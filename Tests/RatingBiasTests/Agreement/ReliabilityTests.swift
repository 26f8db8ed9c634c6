import KinerjaCore
import RatingBias
import Testing

@Suite("Alpha and omega") struct ReliabilityTests {
  // Closed form, as ICC(3,k) of psych 2.2.9; Feldt's bounds are those of ICC(3,k).
  @Test func `alpha over raters`() throws {
    let set = try AgreementSamples.shroutFleiss
    let alpha = try #require(try set.reliability(.alpha, of: .raters).estimate)
    #expect(Samples.isNear(alpha.value, 0.9093155423770695))
    #expect(Samples.isNear(alpha.interval?.lower, 0.6756747138163, 1e-6))
    #expect(Samples.isNear(alpha.interval?.upper, 0.9858916781691, 1e-6))
    let icc = try #require(try set.intraclassCorrelation(.consistencyAverage).estimate)
    #expect(
      Samples.isNear(
        alpha.standardErrorOfMeasurementInPoints, icc.standardErrorOfMeasurementInPoints))
    #expect(alpha.columnCount == 4 && alpha.rowCount == 6 && alpha.leftOutRowCount == 0)
  }

  // Alpha in closed form; omega from the maximum likelihood of one factor by BFGS and simplex search in
  // scipy 1.17.1, five starts.
  @Test func `Guilford's five traits`() throws {
    let set = try Guilford.set
    let alpha = try #require(try set.reliability().estimate)
    #expect(Samples.isNear(alpha.value, 0.8506438575054047))
    #expect(alpha.rowCount == 21 && alpha.rateeCount == 7 && alpha.columnCount == 5)
    // Three rows of one ratee are not independent.
    #expect(alpha.interval == nil)
    let omega = try #require(try set.reliability(.omega).estimate)
    #expect(Samples.isNear(omega.value, 0.8595366644956625, 1e-6))
    let loadings = [1.73011733, 1.5103295, 1.13335902, 1.02461975, 1.20479897]
    for (found, wanted) in zip(omega.loadings, loadings) {
      #expect(Samples.isNear(found, wanted, 1e-5))
    }
    let drawn = try #require(
      try set.reliability(interval: .bootstrap(replicates: 200)).estimate)
    #expect(drawn.interval?.contains(alpha.value) == true && drawn.standardError != nil)
  }

  // Where all columns show the true value alike both are the same: here covariances 1 and variances 2.
  @Test func `alpha and omega meet`() throws {
    // Orthogonal contrasts of eight rows: one common, three own.
    let common = [1, 1, 1, 1, -1, -1, -1, -1]
    let own = [
      [1, 1, -1, -1, 1, 1, -1, -1], [1, -1, 1, -1, 1, -1, 1, -1], [1, -1, -1, 1, 1, -1, -1, 1],
    ]
    let rows = (0..<8).map { row in own.map { Optional(10 + common[row] + $0[row]) } }
    let set = try Samples.table(rows, scale: 1...20)
    let alpha = try #require(try set.reliability(.alpha, of: .raters).estimate)
    let omega = try #require(try set.reliability(.omega, of: .raters).estimate)
    // By hand: 3∕2·(1 − 6∕12).
    #expect(Samples.isNear(alpha.value, 0.75) && Samples.isNear(omega.value, 0.75, 1e-9))
  }

  @Test func `what cannot be known is said`() throws {
    func reason(_ rows: [[Int?]], _ method: Reliability.Method) throws -> NotEnoughData? {
      guard
        case .notEnough(let reason) = try Samples.table(rows, scale: 1...5)
          .reliability(method, of: .raters)
      else { return nil }
      return reason
    }
    let same = [[2, 2, 2], [2, 2, 2]]
    #expect(try reason(same, .alpha) == NotEnoughData(.differentRatings, needed: 2, found: 1))
    #expect(try reason(same, .omega) == NotEnoughData(.differentRatings, needed: 2, found: 1))
    #expect(try reason([[1, 2], [2, 3]], .omega) == NotEnoughData(.raters, needed: 3, found: 2))
    #expect(try reason([[1], [2]], .alpha) == NotEnoughData(.raters, needed: 2, found: 1))
    #expect(
      try reason([[1, nil], [nil, 2]], .alpha)
        == NotEnoughData(.completeRatees, needed: 2, found: 0))
    #expect(
      try Guilford.set.reliability(.alpha, of: .items, interval: .analytic).estimate?.interval
        == nil)
    let single = try Samples.table([[1, 2], [2, 3]], scale: 1...5)
    #expect(try single.reliability() == .notEnough(NotEnoughData(.items, needed: 2, found: 1)))
    // Columns that cancel have no sum to rely on.
    let opposed = [[1, 5], [5, 1], [2, 4]]
    #expect(try reason(opposed, .alpha) == NotEnoughData(.differentRatings, needed: 2, found: 1))
  }
}
