import KinerjaCore
import OrganisationStructure
import Testing

@Suite struct OrganisationTests {
  let centre: Organisation
  init() throws { centre = try HealthCentre().organisation() }

  @Test func `a sound organisation has nothing to warn of`() {
    #expect(centre.warnings.isEmpty)
    #expect(centre.persons == ["p1", "p2", "p3", "p4", "p5", "p6", "p7"])
  }

  @Test func `units and posts are found by day`() {
    #expect(centre.unit("tu", on: "2026-01-01")?.parent == "puskesmas")
    #expect(centre.unit("tu", on: "2019-12-31") == nil && centre.unit("x", on: "2026-01-01") == nil)
    #expect(centre.unitsAbove("tu", on: "2026-01-01") == ["puskesmas", "dinkes"])
    #expect(centre.post("perawat", on: "2026-01-01")?.unit == "puskesmas")
  }

  @Test func `who acts is in charge and keeps the own unit`() {
    #expect(centre.officers(of: "kapus", on: "2026-03-15").map(\.person) == ["p2"])
    #expect(centre.officers(of: "kapus", on: "2026-03-16").map(\.person) == ["p4"])
    #expect(centre.officers(of: "kapus", on: "2026-05-01").map(\.person) == ["p3"])
    #expect(centre.officers(of: "perawat", on: "2026-05-01").map(\.person) == ["p5", "p6"])
    #expect(centre.unit(of: "p4", on: "2026-04-01") == "tu")
    #expect(centre.posts(of: "p4", on: "2026-04-01").map(\.post) == ["kasubag", "kapus"])
    #expect(centre.unit(of: "p6", on: "2026-01-31") == nil)
  }

  @Test func `members of a unit, with those below`() {
    #expect(centre.persons(in: "puskesmas", on: "2026-04-01") == ["p5", "p6"])
    #expect(
      centre.persons(in: "puskesmas", includingUnitsBelow: true, on: "2026-04-01")
        == ["p4", "p5", "p6", "p7"])
    #expect(centre.persons(in: "dinkes", includingUnitsBelow: true, on: "2019-01-01") == [])
  }

  @Test func `rank and employment follow the rows`() {
    #expect(centre.rank(of: "p5", on: "2026-03-31") == "II/d")
    #expect(centre.rank(of: "p5", on: "2026-04-01") == "III/a")
    #expect(centre.employment(of: "p6", on: "2026-04-01") == .pppk)
    #expect(centre.employment(of: "p7", on: "2026-04-01") == nil)
  }

  @Test func `vacancies are the days without anybody in charge`() throws {
    var rows = HealthCentre()
    rows.incumbencies.remove(at: 4)
    let organisation = try rows.organisation()
    #expect(organisation.vacancies(of: "kapus", during: "2026-S1") == ["2026-03-16/2026-04-30"])
    #expect(organisation.vacancies(of: "kapus", during: "2026-04") == ["2026-04-01/2026-04-30"])
    #expect(centre.vacancies(of: "kapus", during: "2026-S1") == [])
  }

  @Test func `a unit that moves has two rows`() throws {
    var rows = HealthCentre()
    rows.units[2] = OrganisationUnit(
      "tu", name: LocalizedText(same: "Tata Usaha"), parent: "puskesmas",
      days: "2020-01-01/2026-03-31")
    rows.units.append(
      OrganisationUnit(
        "tu", name: LocalizedText(same: "Tata Usaha"), parent: "dinkes", days: "2026-04-01/.."))
    let moved = try rows.organisation()
    #expect(moved.superior(of: "p4", on: "2026-03-01")?.superior == "p2")
    #expect(moved.superior(of: "p4", on: "2026-04-01")?.superior == "p1")
  }

  @Test func `nothing at all is an organisation`() throws {
    let empty = try Organisation(units: [], posts: [], incumbencies: [])
    #expect(empty.persons.isEmpty && empty.superiors(on: "2026-01-01").isEmpty)
    #expect(empty.superior(of: "p1", on: "2026-01-01") == nil)
    #expect(empty.supervisors(of: "p1", during: "2026").absent == ["2026-01-01/2026-12-31"])
  }
}
