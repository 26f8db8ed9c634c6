import Foundation
import KinerjaCore
import KinerjaTables
import RatingBias
import Testing

@Suite struct ReferenceExerciseTests {
  private func cases(_ table: [[Double]]) throws -> ReferenceCases {
    try ReferenceCases(
      table.enumerated().flatMap { row, values in
        try values.enumerated().map { column, score in
          (ratee: try Samples.person("c", row), item: try ItemID("i\(column)"), score: score)
        }
      })
  }

  private func ratings(_ tables: [String: [[Int?]]]) throws -> RatingSet {
    var rows: [Rating] = []
    for (rater, table) in tables {
      for (row, values) in table.enumerated() {
        for (column, value) in values.enumerated() {
          guard let value else { continue }
          rows.append(
            Rating(
              ratee: try Samples.person("c", row), rater: try PersonID(rater),
              item: try ItemID("i\(column)"), value: value))
        }
      }
    }
    return try RatingSet(rows, scale: Samples.scale(0...9))
  }

  // By hand. Experts 2 4 | 3 3 | 4 2, rater 3 4 | 4 3 | 5 5. Means 3 and 4; by case +0.5, +0.5, +2; by
  // item +1, +1; left over ½ −½ | ½ −½ | −1 1. Squares: 1 + ½ + 0 + ½ = 2 = (1+0+1+0+1+9) ∕ 6.
  @Test func `three cases, two items`() throws {
    let found = try ReferenceExercise().run(
      on: ratings(["r": [[3, 4], [4, 3], [5, 5]]]), against: cases([[2, 4], [3, 3], [4, 2]]))
    let own = try #require(found.first?.answer.estimate)
    #expect(own.elevation == 1 && Samples.isNear(own.stereotypeAccuracy, 0))
    #expect(Samples.isNear(own.differentialElevation, 0.5.squareRoot(), 1e-12))
    #expect(Samples.isNear(own.differentialAccuracy, 0.5.squareRoot(), 1e-12))
    #expect(Samples.isNear(own.distance, 2.0.squareRoot(), 1e-12) && own.meanDistance == 1)
    #expect(own.items.map(\.points) == [1, 1])
    #expect(zip(own.cases.map(\.points), [0.5, 0.5, 2]).allSatisfy { Samples.isNear($0, $1) })
    // Student's t of two degrees: 4.302653 · ½.
    #expect(Samples.isNear(own.elevationInterval?.lower, 1 - 2.1513265, 1e-6))
    #expect(own.caseCorrelation == nil && own.itemCorrelation == nil)
    #expect(Samples.isNear(own.profileCorrelation, 0.5, 1e-12))
    // Items correlate by 1, taken as 0.999, and by −0.5.
    #expect(Samples.isNear(own.bormanAccuracy, tanh((atanh(0.999) + atanh(-0.5)) / 2), 1e-12))
    #expect(Samples.isNear(own.hitShare, 1.0 / 3) && Samples.isNear(own.nearShare, 5.0 / 6))
    #expect(own.needs.first == .level && Set(own.needs) == [.level, .persons, .profiles])
    let text = try #require(found.first).sentence
    #expect(text.english.hasPrefix("Rater r: on average 1.00 points higher than the experts; 0.71"))
    #expect(text.indonesian.contains("rata-rata 1,00 poin lebih tinggi"))
  }

  /// One fault at a time shows in its own part alone.
  @Test func `each part sees its own fault`() throws {
    let truth: [[Double]] = [[2, 5, 3], [4, 4, 6], [6, 3, 5], [5, 6, 1]]
    let lenient = truth.map { $0.map { Int($0) + 2 } }
    let persons = truth.enumerated().map { row, values in
      values.map { Int($0) + [1, -1, 1, -1][row] }
    }
    let items = truth.map { zip($0, [1, 0, -1]).map { Int($0) + $1 } }
    let rest = [[1, -1, 0], [-1, 1, 0], [0, 0, 0], [0, 0, 0]]
    let profiles = zip(truth, rest).map { zip($0, $1).map { Int($0) + $1 } }
    let found = try ReferenceExercise().run(
      on: ratings([
        "a": lenient, "b": persons, "c": items, "d": profiles, "e": truth.map { $0.map(Int.init) },
      ]), against: cases(truth)
    ).compactMap(\.answer.estimate)
    #expect(found.count == 5)
    let parts = found.map {
      [$0.elevation, $0.differentialElevation, $0.stereotypeAccuracy, $0.differentialAccuracy]
    }
    let wanted: [[Double]] = [
      [2, 0, 0, 0], [0, 1, 0, 0], [0, 0, (2.0 / 3).squareRoot(), 0],
      [0, 0, 0, (1.0 / 3).squareRoot()],
      [0, 0, 0, 0],
    ]
    for (own, values) in zip(parts, wanted) {
      #expect(zip(own, values).allSatisfy { Samples.isNear($0, $1, 1e-12) }, "\(own)")
    }
    #expect(found.map(\.needs) == [[.level], [.persons], [.items], [.profiles], []])
    #expect(found[4].hitShare == 1 && Samples.isNear(found[4].profileCorrelation, 1, 1e-12))
  }

  @Test(arguments: 0..<40)
  func `squares of the parts add up to that of the distance`(seed: UInt64) {
    var draws = RandomDraws(seed: seed)
    let (rows, columns) = (draws.integer(in: 1...7), draws.integer(in: 1...6))
    func table() -> [[Double]] {
      (0..<rows).map { _ in (0..<columns).map { _ in 10 * draws.uniform() } }
    }
    let parts = AccuracyParts(table(), truth: table())
    let squares = [
      parts.elevation, parts.differentialElevation, parts.stereotype, parts.differential,
    ].map { $0 * $0 }
    #expect(Samples.isNear(squares.reduce(0, +), parts.distance * parts.distance, 1e-10))
  }

  @Test func `gaps leave a case out, and too few are said to be`() throws {
    let found = try ReferenceExercise().run(
      on: ratings(["a": [[1, 2], [3, nil], [4, 4], [5, 5]], "b": [[1, 1], [2, nil]]]),
      against: cases([[1, 2], [3, 3], [4, 4], [5, 5]]))
    #expect(found[0].answer.estimate?.distance == 0 && found[0].leftOutCaseCount == 1)
    #expect(
      found[1].answer == .notEnough(NotEnoughData(.completeRatees, needed: 3, found: 1)))
    #expect(!found[1].sentence.isIncomplete)
  }

  // Experts 2 and 4, 3 and 3: means 3 and 3, spreads √2 and 0.
  @Test func `experts' own ratings`() throws {
    let experts = try ratings(["x": [[2], [3]], "y": [[4], [3]]])
    let reference = try ReferenceCases(experts: experts)
    #expect(reference.scores == [[3], [3]])
    #expect(Samples.isNear(reference.expertSpreadInPoints, 0.5.squareRoot()))
  }

  @Test func `all faults of cases at once`() {
    let error = #expect(throws: InvalidInput.self) {
      try ReferenceCases([
        (ratee: "a", item: "x", score: 1), (ratee: "a", item: "x", score: 2),
        (ratee: "b", item: "y", score: .nan),
      ])
    }
    #expect(
      error?.problems.map(\.code).sorted() == [
        "bias.case-twice", "bias.unusable-case", "bias.unusable-case", "bias.unusable-case",
      ])
  }

  // By hand: distances fall by 2, 1 and 0; mean −1, error 1∕√3, t = −√3, p = 0.2254 of two degrees.
  @Test func `before and after`() throws {
    let reference = try cases([[2, 4], [3, 5], [4, 6]])
    func shifted(_ points: Int) -> [[Int?]] {
      [[2, 4], [3, 5], [4, 6]].map { $0.map { $0 + points } }
    }
    let exercise = ReferenceExercise()
    let before = try exercise.run(
      on: ratings(["a": shifted(2), "b": shifted(2), "c": shifted(1), "d": shifted(1)]),
      against: reference)
    let after = try exercise.run(
      on: ratings(["a": shifted(0), "b": shifted(-1), "c": shifted(1)]), against: reference)
    let effect = TrainingEffect(before: before, after: after)
    #expect(effect.raters.map(\.rater) == ["a", "b", "c"] && effect.leftOutRaterCount == 1)
    #expect(effect.raters.map { $0.change(of: .level) } == [-2, -1, 0])
    let change = try #require(effect.changes[.distance])
    #expect(Samples.isNear(change.mean, -1) && Samples.isNear(change.pValue, 0.2254033, 1e-6))
    #expect(effect.changes[.items] == nil, "nothing changed there")
  }

  @Test func `every need is worded`() {
    #expect(TrainingNeed.allCases.allSatisfy { !$0.sentence.isIncomplete })
  }
}
