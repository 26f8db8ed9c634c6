import KinerjaCore
import KinerjaTables
import RatingBias
import Testing

@Suite struct PublishedOutcomesTests {
  private func table(_ counts: [[(Int, Int)]]) throws -> GroupOutcomes {
    try GroupOutcomes(
      counts.enumerated().flatMap { row, cells in
        cells.enumerated().map { column, cell in
          GroupOutcomes.Cell(
            group: "g\(row)", stratum: "s\(column)", selected: cell.0, of: cell.0 + cell.1)
        }
      })
  }

  @Test func `large counts are all shown, and noughts too`() throws {
    let published = try table([[(10, 20), (0, 40)], [(30, 9), (8, 7)]]).published()
    #expect(published.withheldCount == 0)
    #expect(published.cells[0][1] == .shown(selected: 0, total: 40))
    #expect(published.total == .shown(selected: 48, total: 124))
  }

  // One small cell of four: its row and its column would give it away, and so would the fourth cell.
  @Test func `one small cell takes three others with it`() throws {
    let published = try table([[(3, 20), (10, 40)], [(30, 9), (8, 7)]]).published()
    #expect(published.cells == [[.small, .withheld], [.withheld, .withheld]])
    #expect(published.groupTotals.allSatisfy { $0.isShown })
    #expect(published.stratumTotals.allSatisfy { $0.isShown })
    #expect(published.withinStrata.groups.isEmpty && published.pooled.groups == ["g0", "g1"])
  }

  // Without strata the other group gives the small one away.
  @Test func `a small group takes another with it`() throws {
    let outcomes = try GroupOutcomes([
      .init(group: "a", selected: 2, of: 9), .init(group: "b", selected: 40, of: 90),
      .init(group: "c", selected: 20, of: 50),
    ])
    let published = outcomes.published()
    #expect(published.groupTotals == [.small, .shown(selected: 40, total: 90), .withheld])
    #expect(published.total == .shown(selected: 62, total: 149))
    #expect(published.pooled.groups == ["b"])
    #expect(!published.note.isIncomplete)
  }

  @Test func `where all is small nothing is shown`() throws {
    let published = try table([[(1, 1)], [(1, 2)]]).published()
    #expect(published.withheldCount == 6 && published.pooled.groups.isEmpty)
  }

  /// A reader who tries every table that fits what is shown finds each small count open.
  @Test(arguments: 0..<150)
  func `nobody finds a small count by subtracting`(seed: UInt64) throws {
    var draws = RandomDraws(seed: seed)
    let least = 2
    let (rows, columns) = (draws.integer(in: 1...3), draws.integer(in: 1...3))
    func draw() -> Int {
      draws.bernoulli(0.2) ? draws.integer(in: 0...1) : draws.integer(in: 2...7)
    }
    let counts = (0..<rows).map { _ in (0..<columns).map { _ in (draw(), draw()) } }
    let published = try table(counts).published(leastCount: least)
    let shownCells = published.cells.map { $0.map(\.isShown) }
    let open = (0..<rows).flatMap { row in
      (0..<columns).filter { !shownCells[row][$0] }.map { (row, $0) }
    }
    guard !open.isEmpty, open.count <= 5 else { return }
    for part in 0..<2 {
      let truth = counts.map { $0.map { part == 0 ? $0.0 : $0.1 } }
      let most = 8 + least
      var tried = truth
      var seen = [Set<Int>](repeating: [], count: open.count)
      func fits() -> Bool {
        for row in 0..<rows where published.groupTotals[row].isShown {
          if tried[row].reduce(0, +) != truth[row].reduce(0, +) { return false }
        }
        for column in 0..<columns where published.stratumTotals[column].isShown {
          let sums = (tried, truth)
          if sums.0.reduce(0, { $0 + $1[column] }) != sums.1.reduce(0, { $0 + $1[column] }) {
            return false
          }
        }
        return !published.total.isShown
          || tried.flatMap(\.self).reduce(0, +) == truth.flatMap(\.self).reduce(0, +)
      }
      func search(_ index: Int) {
        guard index < open.count else {
          if fits() {
            for (place, cell) in open.enumerated() { seen[place].insert(tried[cell.0][cell.1]) }
          }
          return
        }
        let (row, column) = open[index]
        for value in 0...most {
          tried[row][column] = value
          search(index + 1)
        }
        tried[row][column] = truth[row][column]
      }
      search(0)
      for (place, cell) in open.enumerated() where published.cells[cell.0][cell.1] == .small {
        #expect(seen[place].count > least, "\(counts) \(published.cells)")
      }
    }
  }
}
