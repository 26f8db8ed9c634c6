import KinerjaCore
import KinerjaTables
import RatingBias
import Testing

@Suite struct UnitAssociationTests {
  // scipy 1.17.1: spearmanr of these lists; interval tanh(atanh r ± 1.959964 √((1 + r²∕2)∕(n − 3))).
  @Test func `ten units`() throws {
    let one: [Double] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    let other: [Double] = [2, 1, 4, 3, 7, 5, 10, 6, 8, 9]
    let found = try #require(AssociationEstimate(ranksOf: one, other, level: 0.95))
    // Σd² = 1+1+1+1+4+1+9+4+1+1 = 24; 1 − 6·24∕990.
    #expect(Samples.isNear(found.value, 1 - 144.0 / 990, 1e-12))
    #expect(Samples.isNear(found.pValue, 0.0016368033159867156, 1e-12))
    #expect(found.method == .student && found.count == 10)
    let interval = try #require(found.interval)
    #expect(Samples.isNear(interval.lower, 0.3861178990503625, 1e-12))
    #expect(Samples.isNear(interval.upper, 0.9726010393315833, 1e-12))
  }

  // Of 24 orders of four, those with |r| = 1 are 2: p = 1∕12; with |r| ≥ 0.8 they are 8: p = 1∕3.
  @Test func `few units, by all orders`() throws {
    let same = try #require(
      AssociationEstimate(ranksOf: [1, 2, 3, 4], [10, 20, 30, 40], level: 0.95))
    #expect(same.value == 1 && Samples.isNear(same.pValue, 1.0 / 12) && same.interval == nil)
    let near = try #require(AssociationEstimate(ranksOf: [1, 2, 3, 4], [1, 2, 4, 3], level: 0.95))
    #expect(Samples.isNear(near.value, 0.8) && Samples.isNear(near.pValue, 1.0 / 3))
    #expect(AssociationEstimate(ranksOf: [1, 2, 3], [5, 5, 5], level: 0.95) == nil)
    #expect(AssociationEstimate(ranksOf: [1, 2], [5, 6], level: 0.95) == nil)
  }

  /// Between units ratings rise with achievement, within units they fall.
  @Test func `what holds of units does not hold of persons`() throws {
    var persons: [UnitAssociation.Person] = []
    var outcomes: [UnitID: Double] = ["U9": 3]
    for unit in 0..<6 {
      let id = try UnitID("U\(unit)")
      outcomes[id] = Double(unit * unit)
      for step in -2...2 {
        persons.append(
          UnitAssociation.Person(
            unit: id, rating: Double(10 * unit + step), achievement: Double(100 * unit - step)))
      }
    }
    persons.append(UnitAssociation.Person(unit: "elsewhere", rating: 1))
    persons.append(UnitAssociation.Person(unit: "U1", rating: .nan))
    persons.append(UnitAssociation.Person(unit: "U9", rating: 1))
    let found = try #require(try UnitAssociation().run(persons, outcomes: outcomes).estimate)
    #expect(found.betweenUnits.value == 1 && found.achievementBetweenUnits?.value == 1)
    #expect(Samples.isNear(found.achievementWithinUnits?.value, -1))
    #expect(found.units.count == 6 && found.units.allSatisfy { $0.rankGap == 0 })
    #expect(found.leftOutPersonCount == 3 && found.leftOutUnitCount == 1)
    // Mean squares 5·350 = 1750 and 2.5: (1750 − 2.5) ∕ (1750 + 4·2.5).
    #expect(Samples.isNear(found.shareBetweenUnits, 1_747.5 / 1_760))
    let text = found.sentence(outcome: LocalizedText(id: "kepuasan publik", en: "satisfaction"))
    #expect(text.english.contains("enters nobody's score unless a rule names it"))
    #expect(text.indonesian.contains("berkorelasi 1,00"))
  }

  @Test func `too few, or all alike`() throws {
    let persons = (0..<20).map { _ in UnitAssociation.Person(unit: "U", rating: 3) }
    #expect(
      try UnitAssociation().run(persons, outcomes: ["U": 2])
        == .notEnough(NotEnoughData(.units, needed: 5, found: 1)))
    var outcomes: [UnitID: Double] = [:]
    var same: [UnitAssociation.Person] = []
    for unit in 0..<5 {
      let id = try UnitID("U\(unit)")
      outcomes[id] = Double(unit)
      for _ in 0..<5 {
        same.append(UnitAssociation.Person(unit: id, rating: 0.1, achievement: 0.7))
      }
    }
    #expect(
      try UnitAssociation().run(same, outcomes: outcomes)
        == .notEnough(NotEnoughData(.differentRatings, needed: 2, found: 1)))
  }

  @Test func `unrelated lists are rarely called related`() {
    var found = 0
    for seed in 0..<400 {
      var draws = RandomDraws(seed: UInt64(seed))
      let one = (0..<12).map { _ in draws.normal() }
      let other = (0..<12).map { _ in draws.normal() }
      if let estimate = AssociationEstimate(ranksOf: one, other, level: 0.95),
        estimate.pValue <= 0.05
      {
        found += 1
      }
    }
    #expect(found <= 33, "5 % of 400 is 20, and 33 three deviations more")
  }
}
