import KinerjaCore
import RatingBias
import Testing

@Suite struct LawCheckTests {
  private static let labels = ["Sangat Kurang", "Kurang", "Butuh Perbaikan", "Baik", "Sangat Baik"]

  private func scale() throws -> RatingScale {
    try RatingScale(
      "predicate",
      levels: Self.labels.enumerated().map {
        ScaleLevel(value: $0 + 1, label: LocalizedText(same: $1))
      })
  }

  private func unit(
    achievement: Int?, leader: Int? = nil, _ counts: [Int: Int]
  ) throws -> UnitPredicates {
    var staff: [PersonID: Int] = [:]
    for (value, count) in counts.sorted(by: { $0.key < $1.key }) {
      for _ in 0..<count { staff[try Samples.person("p", staff.count)] = value }
    }
    return try UnitPredicates(
      "health-centre", scale: scale(), achievement: achievement,
      leader: leader.map { ("head", $0) }, staff: staff)
  }

  @Test func `a leader above the unit is named with the text of law`() throws {
    let check = LawCheck.leaderNotAboveUnit()
    let found = try check.findings(in: [
      unit(achievement: 4, leader: 5, [4: 3]), unit(achievement: 4, leader: 4, [4: 3]),
      unit(achievement: nil, leader: 5, [4: 3]), unit(achievement: 4, [4: 3]),
    ])
    #expect(found.map(\.person) == ["head"])
    #expect(found[0].kind == .leaderAboveUnit && found[0].advice == [.forum])
    #expect(
      found[0].sentence.english
        == """
        The leader head has the predicate Sangat Baik, above what the unit health-centre achieved, \
        which is as Baik. [SE MenPANRB 3/2023; assumed]
        """)
  }

  @Test func `all alike is found in units of at least two`() throws {
    let check = LawCheck.notAllAlike()
    let found = try check.findings(in: [
      unit(achievement: 4, [4: 7]), unit(achievement: 4, [4: 6, 3: 1]),
      unit(achievement: 4, [4: 1]),
      unit(achievement: 4, [:]),
    ])
    #expect(found.count == 1)
    #expect(
      found[0].sentence.indonesian
        == "Semua 7 pegawai unit health-centre berpredikat Baik. [PP 30/2019, Pasal 41 ayat (7)]")
    #expect(
      try LawCheck.notAllAlike(leastStaff: 8).findings(in: [unit(achievement: 4, [4: 7])]).isEmpty)
  }

  // The limit of a unit that is itself Baik: at least one below.
  @Test func `limits are a value that the caller gives`() throws {
    let source = LegalSource("SE MenPANRB 3/2023")
    let check = LawCheck.distribution(source: source) { staff, achievement in
      achievement == 4 && !staff.contains { $0 < 4 }
        ? [LocalizedText(id: "tidak ada Butuh Perbaikan", en: "nobody needs improvement")] : []
    }
    let found = try check.findings(in: [
      unit(achievement: 4, [4: 14, 5: 6]), unit(achievement: 4, [4: 14, 5: 4, 3: 2]),
      unit(achievement: 5, [4: 14, 5: 6]), unit(achievement: nil, [4: 14]),
    ])
    #expect(found.count == 1 && found[0].kind == .distribution && found[0].person == nil)
    #expect(found[0].sentence.english == "nobody needs improvement [SE MenPANRB 3/2023]")
  }

  @Test func `a predicate off the scale is refused with all places`() throws {
    let scale = try scale()
    let error = #expect(throws: InvalidInput.self) {
      try UnitPredicates("u", scale: scale, achievement: 9, leader: ("h", 0), staff: ["p": 6])
    }
    #expect(error?.problems.map(\.place.description) == ["achievement", "leader", "staff.p"])
  }
}
