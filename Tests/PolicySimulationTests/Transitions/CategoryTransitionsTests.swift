import KinerjaCore
import KinerjaTables
import PolicySimulation
import Testing

@Suite struct CategoryTransitionsTests {
  static let categories: [CategoryID] = ["kurang", "cukup", "baik"]

  // Counted by hand: p1 and p2 stay, p3 rises by one, p4 by two, p5 falls; p6 has no baseline, p7 no
  // reform, p8 neither.
  @Test func `eight persons in two units`() throws {
    let transitions = try CategoryTransitions(
      categories: Self.categories,
      baseline: ["baik", "cukup", "cukup", "kurang", "baik", nil, "cukup", nil],
      reform: ["baik", "cukup", "baik", "baik", "cukup", "cukup", nil, nil],
      groups: ["u2", "u1", "u2", "u1", "u2", "u1", "u1", nil])
    let table = transitions.table
    #expect(table.total == 5 && table.upCount == 2 && table.downCount == 1)
    #expect(table.unchangedCount == 2)
    #expect(table.count(from: "cukup", to: "baik") == 1 && table[from: 0, to: 2] == 1)
    #expect(table.count(from: "baik", to: "luar-biasa") == 0)
    #expect(table.baselineCounts == [1, 2, 2] && table.reformCounts == [0, 2, 3])
    #expect(table.share(table.upCount) == "2/5")
    #expect(table.share(from: "cukup", to: "baik") == "1/2")
    #expect(transitions.risingRows.members == [2, 3] && transitions.fallingRows.members == [4])
    #expect(transitions.groups.map(\.name) == ["u1", "u2"])
    #expect(transitions.groups.map(\.table.upCount) == [1, 1])
    #expect(transitions.groups.map(\.table.downCount) == [0, 1])
    #expect(transitions.reformOnlyCount == 1 && transitions.baselineOnlyCount == 1)
    #expect(transitions.neitherCount == 1 && transitions.ungroupedCount == 0)
    #expect(transitions.warnings.all.map(\.code) == ["policy.persons-on-one-side"])
  }

  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func `rows, columns and groups add up, and the way back is the transpose`(seed: UInt64) throws {
    var draws = RandomDraws(seed: seed)
    let count = draws.integer(in: 0...200)
    func column(_ texts: [String?]) -> CodeColumn {
      CodeColumn((0..<count).map { _ in texts[draws.integer(in: 0...(texts.count - 1))] })
    }
    let names = Self.categories.map(\.text)
    let (baseline, reform) = (column(names + [nil]), column(names))
    let units = column(["a", "b", "c", nil])
    let forth = try CategoryTransitions(
      categories: Self.categories, baseline: baseline, reform: reform, groups: units)
    let back = try CategoryTransitions(
      categories: Self.categories, baseline: reform, reform: baseline, groups: units)
    #expect(back.table == forth.table.reversed && forth.table.reversed.reversed == forth.table)
    #expect(back.risingRows.members == forth.fallingRows.members)
    #expect(forth.table.upCount == forth.risingRows.count)
    let table = forth.table
    #expect(table.upCount + table.downCount + table.unchangedCount == table.total)
    #expect(table.baselineCounts.reduce(0, +) == table.total)
    #expect(table.total + forth.reformOnlyCount == count && forth.baselineOnlyCount == 0)
    for (place, name) in names.enumerated() {
      let compared = (0..<count).filter { baseline[$0] != nil }
      #expect(table.baselineCounts[place] == compared.count { baseline[$0] == name })
      #expect(table.reformCounts[place] == compared.count { reform[$0] == name })
      let shares = Self.categories.compactMap { table.share(from: Self.categories[place], to: $0) }
      #expect(try shares.isEmpty || Ratio.sum(of: shares) == 1)
    }
    for before in 0..<3 {
      for after in 0..<3 {
        let sum = forth.groups.reduce(0) { $0 + $1.table[from: before, to: after] }
        #expect(sum <= table[from: before, to: after])
      }
    }
    #expect(
      forth.groups.reduce(0) { $0 + $1.table.total } + forth.ungroupedCount == table.total)
  }

  @Test func `a reform without effect is said`() throws {
    let same = try CategoryTransitions(
      categories: Self.categories, baseline: ["baik", "cukup"], reform: ["baik", "cukup"])
    #expect(
      same.warnings.all.map { $0.sentence(in: .english) } == [
        """
        all 2 persons stay in their category; check that the reform was really applied, not the \
        baseline twice
        """
      ])
    let nobody = try CategoryTransitions(
      categories: Self.categories, baseline: [nil], reform: ["baik"])
    #expect(
      nobody.warnings.all.map(\.code) == ["policy.nobody-compared", "policy.persons-on-one-side"])
    #expect(nobody.table.share(0) == nil && nobody.table.share(from: "baik", to: "baik") == nil)
  }

  @Test func `all faults are named at once`() {
    let error = #expect(throws: InvalidInput.self) {
      try CategoryTransitions(
        categories: ["baik", "cukup", "baik"], baseline: ["baik", "buruk"],
        reform: ["cukup", "buruk", "baik"])
    }
    #expect(
      error?.problems.map { "\($0.place) \($0.code)" } == [
        "categories[2] policy.category-listed-twice", "reform policy.uneven-persons",
        "baseline policy.category-not-listed", "reform policy.category-not-listed",
      ])
    #expect(PolicyDiagnostics.all.flatMap(\.faults) == [])
    #expect(Set(PolicyDiagnostics.all.map(\.code)).count == PolicyDiagnostics.all.count)
  }
}
