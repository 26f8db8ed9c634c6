import KinerjaCore
import KinerjaTables
import RatingBias
import Testing

@Suite("Subsets of a design")
struct RatingSubsetsTests {
  /// Cells as ratee, rater, item.
  private func set(_ cells: [(Int, Int, Int)]) throws -> RatingSet {
    var ratings: [Rating] = []
    for (index, cell) in cells.enumerated() {
      ratings.append(
        Rating(
          ratee: try Samples.person("p", cell.0), rater: try Samples.person("r", cell.1),
          item: try ItemID("i\(cell.2)"), value: 1 + (index * 7 + index / 3) % 3))
    }
    return try RatingSet(ratings, scale: Samples.scale(1...3))
  }

  @Test func aCrossedDesignIsOneSubset() throws {
    let found = RatingSubsets(try Guilford.set)
    #expect(found.isConnected)
    #expect(found.rankDeficiency == 0)
    #expect(found.nestings.isEmpty)
    #expect(found.subsets.first?.ratingCount == 105)
  }

  /// A walk over shared elements joins them, yet no rating tells severe raters from weak ratees.
  @Test func blocksThatShareOnlyItemsAreTwoSubsets() throws {
    var cells: [(Int, Int, Int)] = []
    for block in 0..<2 {
      for ratee in 0..<4 {
        for rater in 0..<2 {
          for item in 0..<3 { cells.append((4 * block + ratee, 2 * block + rater, item)) }
        }
      }
    }
    let ratings = try set(cells)
    let found = RatingSubsets(ratings)
    #expect(found.subsets.count == 2)
    #expect(found.rankDeficiency == 1)
    #expect(found.subsets.map(\.raters.count) == [2, 2])
    #expect(found.subsets.map(\.items.count) == [3, 3])
    guard case .disconnected(let named) = try FacetModel().fit(ratings) else {
      Issue.record("measures across a gap")
      return
    }
    #expect(named.subsets.count == 2)
    var anchored = FacetModel()
    anchored.disconnected = .anchored
    let fit = try #require(try anchored.fit(ratings).fit)
    #expect(fit.subsetCount == 2)
    for subset in 0..<2 {
      let severities = fit.raters.compactMap(\.measure).filter { $0.subset == subset }
      #expect(abs(severities.map(\.logits).reduce(0, +)) < 1e-9)
    }
  }

  /// No two of the four cells agree in two facets, but their four equations settle the four unknowns.
  @Test func chainsTogetherLinkWhatNoneLinksAlone() throws {
    let found = RatingSubsets(try set([(0, 0, 0), (0, 1, 1), (1, 0, 1), (1, 1, 0)]))
    #expect(found.rankDeficiency == 0)
    #expect(found.subsets.count == 1)
  }

  /// Staff with one rater each: severity and ability cannot be told apart.
  @Test(arguments: [2, 3, 7])
  func raterByRaterNothingCompares(_ raters: Int) throws {
    var cells: [(Int, Int, Int)] = []
    for rater in 0..<raters {
      for ratee in 0..<3 {
        for item in 0..<2 { cells.append((3 * rater + ratee, rater, item)) }
      }
    }
    let found = RatingSubsets(try set(cells))
    #expect(found.subsets.count == raters)
    #expect(found.rankDeficiency == raters - 1)
    #expect(found.nestings.map(\.inner) == [.ratee])
    #expect(found.nestings.map(\.outer) == [.rater])
  }

  @Test func oneWhoMovedJoinsTwoUnits() throws {
    var cells: [(Int, Int, Int)] = []
    for rater in 0..<2 {
      for ratee in 0..<3 {
        for item in 0..<2 { cells.append((3 * rater + ratee, rater, item)) }
      }
    }
    cells.append((0, 1, 0))
    let found = RatingSubsets(try set(cells))
    #expect(found.isConnected)
    #expect(found.rankDeficiency == 0)
  }

  /// Every deficiency is that of the design matrix, computed here by plain elimination.
  @Test(arguments: 0..<40)
  func theDeficiencyIsThatOfTheMatrix(_ seed: UInt64) throws {
    var draws = RandomCells(seed: seed)
    let cells = draws.cells(count: 3 + Int(seed) % 9, sizes: (4, 4, 3))
    let found = RatingSubsets(try set(cells))
    var rows: [[Double]] = []
    for cell in cells {
      var row = [Double](repeating: 0, count: 11)
      row[cell.0] = 1
      row[4 + cell.1] = 1
      row[8 + cell.2] = 1
      rows.append(row)
    }
    let used = Set(cells.map(\.0)).count + Set(cells.map(\.1)).count + Set(cells.map(\.2)).count
    #expect(found.rankDeficiency == used - 2 - rank(rows))
    #expect((found.rankDeficiency == 0) == found.isConnected)
  }

  private func rank(_ matrix: [[Double]]) -> Int {
    var rows = matrix
    var rank = 0
    for column in 0..<(matrix.first?.count ?? 0) {
      guard let pivot = (rank..<rows.count).first(where: { abs(rows[$0][column]) > 1e-9 }) else {
        continue
      }
      rows.swapAt(rank, pivot)
      for row in rows.indices where row != rank {
        let factor = rows[row][column] / rows[rank][column]
        for other in rows[row].indices { rows[row][other] -= factor * rows[rank][other] }
      }
      rank += 1
    }
    return rank
  }
}

/// Distinct cells of a small design.
private struct RandomCells {
  private var draws: RandomDraws

  init(seed: UInt64) { draws = RandomDraws(seed: seed) }

  mutating func cells(count: Int, sizes: (Int, Int, Int)) -> [(Int, Int, Int)] {
    var all: [(Int, Int, Int)] = []
    for ratee in 0..<sizes.0 {
      for rater in 0..<sizes.1 {
        for item in 0..<sizes.2 { all.append((ratee, rater, item)) }
      }
    }
    return Array(draws.shuffled(all).prefix(count))
  }
}
