import Foundation
import KinerjaCore
import KinerjaTables
import RatingBias
import Testing

@Suite("Agreement") struct AgreementTests {
  static let krippendorff: [[Int?]] = [
    [1, 1, nil, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4],
    [4, 4, 4, 4], [1, 1, 2, 1], [2, 2, 2, 2], [nil, 5, 5, 5], [nil, nil, 1, 1], [nil, 3, nil, nil],
  ]

  static let all: [AgreementCoefficient] = [
    .percentAgreement(), .fleissKappa(), .congerKappa(), .brennanPrediger(), .gwetAC1,
    .gwetAC2(weights: .quadratic), .fleissKappa(weights: .linear),
    .congerKappa(weights: .radical), .krippendorffAlpha(.nominal), .krippendorffAlpha(.ordinal),
    .krippendorffAlpha(.interval), .krippendorffAlpha(.ratio),
  ]
  static let forTwo: [AgreementCoefficient] = [.cohenKappa(), .scottPi(weights: .linear)]

  private func missing(_ set: RatingSet, _ coefficient: AgreementCoefficient) throws
    -> NotEnoughData?
  {
    guard case .notEnough(let reason) = try set.agreement(coefficient) else { return nil }
    return reason
  }

  @Test(arguments: all + forTwo)
  func `what cannot be known is said`(coefficient: AgreementCoefficient) throws {
    let single = try Samples.table([[3, nil], [nil, 2]], scale: 1...5)
    #expect(
      try missing(single, coefficient) == NotEnoughData(.sharedRatees, needed: 2, found: 0))
    let one = try Samples.table([[3, 2]], scale: 1...5)
    #expect(try missing(one, coefficient) == NotEnoughData(.sharedRatees, needed: 2, found: 1))
    let none = try RatingSet([], scale: Samples.scale(1...5))
    #expect(try missing(none, coefficient) == NotEnoughData(.sharedRatees, needed: 2, found: 0))
    let same = try Samples.table([[3, 3], [3, 3]], scale: 1...5)
    let isPercent = coefficient.kind == .percentAgreement
    #expect(
      try missing(same, coefficient)
        == (isPercent ? nil : NotEnoughData(.differentRatings, needed: 2, found: 1)))
  }

  @Test(arguments: forTwo)
  func `a coefficient for two raters refuses three`(coefficient: AgreementCoefficient) throws {
    let set = try Samples.table([[1, 2, nil], [nil, 2, 3], [1, nil, 1]], scale: 1...3)
    #expect(
      try missing(set, coefficient) == NotEnoughData(.exactlyTwoRaters, needed: 2, found: 3))
  }

  @Test(arguments: all + forTwo)
  func `perfect agreement is one, with no error claimed`(coefficient: AgreementCoefficient) throws {
    let set = try Samples.table([[1, 1], [5, 5], [2, 2], [4, 4]], scale: 1...5)
    let agreement = try #require(try set.agreement(coefficient).estimate)
    #expect(Samples.isNear(agreement.value, 1, 1e-12))
    #expect(agreement.standardError == nil && agreement.interval == nil)
    #expect(agreement.exactShare == 1 && agreement.unanimousShare == 1)
  }

  @Test func `pairs are those who met`() throws {
    let set = try Samples.table(
      [[1, 2, nil], [2, 2, nil], [nil, 1, 1], [1, nil, nil]], scale: 1...2)
    let pairs = try set.agreementByPair(.percentAgreement())
    #expect(pairs.map(\.one) == ["r000", "r001"] && pairs.map(\.other) == ["r001", "r002"])
    #expect(pairs[0].answer.estimate?.value == 0.5)
    #expect(
      pairs[1].answer == .notEnough(NotEnoughData(.sharedRatees, needed: 2, found: 1)))
  }

  // By hand, alpha: 1 − (4 − 1)·2∕(2·2) = −0.5; kappa and pi: (0 − ½)∕(1 − ½) = −1.
  @Test func `opposite ratings are worse than chance`() throws {
    let set = try Samples.table([[1, 5], [5, 1]], scale: 1...5)
    let expected: [(AgreementCoefficient, Double)] = [
      (.krippendorffAlpha(.interval), -0.5), (.cohenKappa(), -1), (.scottPi(), -1),
      (.percentAgreement(), 0), (.brennanPrediger(), -0.25),
    ]
    for (coefficient, value) in expected {
      #expect(Samples.isNear(try set.agreement(coefficient).estimate?.value, value, 1e-12))
    }
  }

  @Test func `one item alone`() throws {
    let set = try Samples.table([[1, 1], [5, 5], [2, 2]], scale: 1...5)
    #expect(try set.agreement(on: "x").estimate?.unitCount == 3)
    #expect(
      try set.agreement(on: "y")
        == .notEnough(NotEnoughData(.sharedRatees, needed: 2, found: 0)))
  }

  @Test(arguments: [95, 1, 0, -1, .nan, .infinity])
  func `a level that is none is refused`(level: Double) throws {
    let set = try Samples.table(Self.krippendorff, scale: 1...5)
    let error = #expect(throws: InvalidInput.self) {
      try set.agreement(interval: IntervalSettings(level: level))
    }
    #expect(error?.problems.map(\.code) == ["bias.setting-out-of-range"])
  }

  @Test func `weights that do not fit are all named`() throws {
    let set = try Samples.table([[1, 2], [2, 1], [3, 3]], scale: 1...3)
    func problems(_ rows: [[Double]]) -> [String] {
      let coefficient = AgreementCoefficient.gwetAC2(weights: .disagreements(rows))
      do {
        _ = try set.agreement(coefficient)
        return []
      } catch let error as InvalidInput {
        return error.problems.map { "\($0.code) \($0.place.path)" }
      } catch { return ["\(error)"] }
    }
    #expect(problems([[0, 1], [1, 0]]) == ["bias.weights-of-other-size weights"])
    #expect(
      problems([[0, 1, .nan], [2, 0, 1], [.nan, 1, 3]]) == [
        "bias.wrong-disagreement weights[0][1]", "bias.wrong-disagreement weights[0][2]",
        "bias.wrong-disagreement weights[1][0]", "bias.wrong-disagreement weights[2][0]",
        "bias.wrong-disagreement weights[2][2]",
      ])
    #expect(
      problems([[0, 0, 0], [0, 0, 0], [0, 0, 0]]) == ["bias.no-disagreement weights"])
    #expect(problems([[0, 7, 7], [7, 0, 7], [7, 7, 0]]) == [])
  }

  @Test func `ratio weights need levels from 0`() throws {
    let set = try Samples.table([[-1, 0], [1, 1]], scale: -1...1)
    let error = #expect(throws: InvalidInput.self) {
      try set.agreement(.krippendorffAlpha(.ratio))
    }
    #expect(error?.problems.map(\.code) == ["bias.ratio-of-negative-level"])
    #expect(try set.agreement(.krippendorffAlpha(.interval)).estimate != nil)
  }

  @Test func `settings go through JSON`() throws {
    for coefficient in Self.all + Self.forTwo {
      let data = try JSONEncoder().encode(coefficient)
      #expect(try JSONDecoder().decode(AgreementCoefficient.self, from: data) == coefficient)
    }
    // Krippendorff's ordinal distance belongs to alpha.
    let text = #"{"kind": "cohenKappa", "weights": {"scheme": "ranks"}}"#
    let forged = try JSONDecoder().decode(AgreementCoefficient.self, from: Data(text.utf8))
    let set = try Samples.table([[1, 2], [2, 1], [3, 3]], scale: 1...3)
    let error = #expect(throws: InvalidInput.self) { try set.agreement(forged) }
    #expect(error?.problems.map(\.code) == ["bias.ranks-without-alpha"])
  }

  @Test func `too many levels are refused`() throws {
    let set = try Samples.table([[1, 2], [2, 3]], scale: 1...1_001)
    #expect(
      try set.agreement() == .notEnough(NotEnoughData(.fewerLevels, needed: 1_000, found: 1_001)))
  }

  @Test func `names differ where coefficients do`() {
    let names = (Self.all + Self.forTwo).map(\.name)
    #expect(names.allSatisfy { !$0.isIncomplete })
    #expect(Set(names.map(\.english)).count == 9)
  }
}
