import KinerjaCore
import KinerjaTables
import RatingBias
import Testing

@Suite struct DesignReportTests {
  /// Cells as ratee, rater, item.
  private func set(_ cells: [(Int, Int, Int)], sharing: Bool = false) throws -> RatingSet {
    try RatingSet(
      cells.map { ratee, rater, item in
        Rating(
          ratee: try Samples.person("p", ratee),
          rater: try Samples.person(sharing ? "p" : "r", rater), item: try ItemID("i\(item)"),
          value: 1)
      }, scale: Samples.scale(1...3))
  }

  private func with(_ extra: [DesignReport.ExtraRating], _ ratings: RatingSet) throws -> RatingSet {
    let added = try extra.map { rating in
      Rating(
        ratee: try PersonID(rating.ratee), rater: try PersonID(try #require(rating.rater)),
        item: try ItemID(try #require(rating.item)), value: 1)
    }
    return try RatingSet(Array(ratings.elements) + added, scale: ratings.scale)
  }

  /// The rank of the design matrix, by plain elimination, and how many columns it has.
  private func openEffects(_ ratings: RatingSet) -> Int {
    var columns: [String: Int] = [:]
    var rows: [[Int]] = []
    for rating in ratings.elements where rating.ratee != rating.rater {
      let names = ["a\(rating.ratee)", "b\(rating.rater)", "c\(rating.item)"]
      rows.append(
        names.map { name in
          columns[name] = columns[name] ?? columns.count
          return columns[name] ?? 0
        })
    }
    var matrix = rows.map { row in
      (0..<columns.count).map { row.contains($0) ? 1.0 : 0 }
    }
    var rank = 0
    for column in 0..<columns.count {
      guard
        let pivot = (rank..<matrix.count).max(by: {
          abs(matrix[$0][column]) < abs(matrix[$1][column])
        }), abs(matrix[pivot][column]) > 1e-9
      else { continue }
      matrix.swapAt(rank, pivot)
      for row in matrix.indices where row != rank && matrix[row][column] != 0 {
        let factor = matrix[row][column] / matrix[rank][column]
        for other in 0..<columns.count { matrix[row][other] -= factor * matrix[rank][other] }
      }
      rank += 1
      if rank == matrix.count { break }
    }
    return columns.count - 2 - rank
  }

  /// As many ratings as effects are open, and then none is; fewer never do, since a row raises the rank
  /// by one at most.
  @Test(arguments: 0..<120)
  func `the fewest ratings connect a random design`(seed: UInt64) throws {
    var draws = RandomDraws(seed: seed)
    var cells: Set<[Int]> = []
    let sizes = (draws.integer(in: 2...6), draws.integer(in: 2...5), draws.integer(in: 1...3))
    for _ in 0..<draws.integer(in: 2...9) {
      cells.insert([
        draws.integer(in: 0...sizes.0), draws.integer(in: 0...sizes.1),
        draws.integer(in: 0...sizes.2),
      ])
    }
    let ratings = try set(
      cells.sorted { $0.lexicographicallyPrecedes($1) }.map { ($0[0], $0[1], $0[2]) })
    let report = DesignReport(ratings)
    #expect(report.extraRatings.count == openEffects(ratings))
    #expect(report.isMendedByExtraRatings)
    let mended = try with(report.extraRatings, ratings)
    #expect(openEffects(mended) == 0 && mended.rateeCount == ratings.rateeCount)
    #expect(DesignReport(mended).subsets.isConnected)
  }

  /// Raters who are ratees of others too, as superiors are, never come to rate themselves.
  @Test(arguments: 0..<40)
  func `nobody is asked to rate himself`(seed: UInt64) throws {
    var draws = RandomDraws(seed: seed)
    var cells: Set<[Int]> = []
    for _ in 0..<6 {
      let (ratee, rater) = (draws.integer(in: 0...5), draws.integer(in: 0...5))
      if ratee != rater { cells.insert([ratee, rater, draws.integer(in: 0...1)]) }
    }
    let ratings = try set(
      cells.sorted { $0.lexicographicallyPrecedes($1) }.map { ($0[0], $0[1], $0[2]) }, sharing: true
    )
    let report = DesignReport(ratings)
    #expect(report.extraRatings.allSatisfy { $0.ratee != $0.rater })
    if report.isMendedByExtraRatings {
      #expect(openEffects(try with(report.extraRatings, ratings)) == 0)
    }
  }

  // Three superiors with own staff: two links, the loads shared out.
  @Test func `three units in words`() throws {
    let ratings = try set(
      (0..<3).flatMap { unit in
        (0..<4).flatMap { person in [0, 1].map { (4 * unit + person, unit, $0) } }
      })
    let report = DesignReport(ratings)
    #expect(report.subsets.rankDeficiency == 2 && report.extraRatings.count == 2)
    #expect(report.extraRatings.map(\.rater) == ["r000", "r000"])
    #expect(report.extraRatings.map(\.ratee) == ["p004", "p008"])
    #expect(report.overlap.pairs.isEmpty && report.overlap.isolatedRaters.count == 3)
    let english = report.sentences.map(\.english)
    #expect(
      english[1] == "Each ratee occurs with one rater only: their effects cannot be told apart.")
    #expect(english[2].contains("at least 2 further ratings"))
    #expect(english[3] == "r000 rates p004 on i0.")
    #expect(report.sentences.allSatisfy { !$0.isIncomplete })
  }

  @Test func `a thousand units apart`() throws {
    let ratings = try set(
      (0..<1_000).flatMap { unit in
        (0..<3).flatMap { person in [0, 1].map { (3 * unit + person, unit, $0) } }
      })
    let report = DesignReport(ratings)
    #expect(report.extraRatings.count == 999 && report.isMendedByExtraRatings)
    #expect(Set(report.extraRatings.map(\.ratee)).count == 999)
  }

  // By hand: a and b share p on i and on j; c shares p on other items; d is alone.
  @Test func `overlap`() throws {
    let report = DesignReport(
      try set([
        (0, 0, 0), (0, 1, 0), (0, 0, 1), (0, 1, 1), (0, 2, 2), (1, 0, 0), (1, 1, 1), (2, 3, 0),
      ]))
    #expect(report.overlap.pairs.map(\.one) == ["r000", "r000", "r001"])
    #expect(report.overlap.pairs.map(\.sharedRateeCount) == [2, 1, 1])
    #expect(report.overlap.pairs.map(\.sharedUnitCount) == [2, 0, 0])
    #expect(report.overlap.isolatedRaters == ["r003"])
  }

  /// Two superiors, own staff each year, one of whom moved: linked by that person alone.
  @Test func `one who moved links two superiors`() throws {
    var rows: [Rating] = []
    for year in 2025...2026 {
      for (person, rater) in [("a", "x"), ("b", "x"), ("c", "y"), ("d", "y")] {
        let superior = person == "b" && year == 2026 ? "y" : rater
        for item in ["i", "j"] {
          rows.append(
            Rating(
              ratee: try PersonID(person), rater: try PersonID(superior), item: try ItemID(item),
              value: 2, time: year))
        }
      }
    }
    let report = DesignReport(try RatingSet(rows, scale: Samples.scale(1...3)))
    #expect(report.subsets.isConnected && report.extraRatings.isEmpty)
    #expect(report.moves.movers == ["b"] && report.moves.subsetCountWithoutMoves == 2)
    #expect(report.moves.rankDeficiencyWithoutMoves == 1)
    #expect(report.sentences.last?.english == "All ratings can be compared.")
    let stayed = DesignReport(
      try RatingSet(rows.filter { $0.ratee != "b" }, scale: Samples.scale(1...3)))
    #expect(stayed.moves.movers.isEmpty && stayed.moves.subsetCountWithoutMoves == 2)
  }

  @Test func `nothing at all`() throws {
    let report = DesignReport(try RatingSet([], scale: Samples.scale(1...3)))
    #expect(report.extraRatings.isEmpty && report.subsets.isConnected)
  }
}
