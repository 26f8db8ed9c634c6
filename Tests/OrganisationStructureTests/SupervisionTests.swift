import KinerjaCore
import KinerjaTables
import OrganisationStructure
import Testing

@Suite struct SupervisionTests {
  let centre: Organisation
  init() throws { centre = try HealthCentre().organisation() }

  // 1 January to 15 March: 31 + 28 + 15 = 74 days; to 30 April: 16 + 30 = 46; to 30 June: 61.
  @Test func `a nurse with three superiors in one semester, by days supervised`() throws {
    let history = centre.supervisors(of: "p5", during: "2026-S1")
    #expect(history.parts.map(\.superior) == ["p2", "p4", "p3"])
    #expect(history.parts.map(\.days) == [74, 46, 61])
    #expect(history.parts.map(\.actingDays) == [0, 46, 0])
    #expect(history.parts[1].ranges == ["2026-03-16/2026-04-30"])
    #expect(history.supervisedDays == 181)
    #expect(history.unsupervised.isEmpty && history.absent.isEmpty)
    // Ratings of 80, 90 and 100, weighted by days: (80·74 + 90·46 + 100·61) ∕ 181.
    let ratings: [Ratio] = [80, 90, 100]
    var sum = Ratio.zero
    for (part, rating) in zip(history.parts, ratings) {
      sum = try sum + rating * Ratio(part.days)
    }
    #expect(try sum / Ratio(history.supervisedDays) == Ratio(16160, over: 181))
  }

  @Test func `days before somebody came are absent, not unsupervised`() {
    let history = centre.supervisors(of: "p6", during: "2026-S1")
    #expect(history.absent == ["2026-01-01/2026-01-31"])
    #expect(history.supervisedDays == 150)
  }

  @Test func `days with a vacant post above are unsupervised`() throws {
    var rows = HealthCentre()
    rows.incumbencies.remove(at: 4)
    let history = try rows.organisation().supervisors(of: "p5", during: "2026-S1")
    #expect(history.unsupervised == ["2026-03-16/2026-04-30"])
    #expect(history.parts.map(\.days) == [74, 61])
  }

  @Test func `the basis of a supervision is told`() {
    #expect(
      centre.superior(of: "p5", on: "2026-04-01")
        == Supervision(superior: "p4", basis: .post("kapus", .plt)))
    #expect(centre.superior(of: "p5", on: "2026-04-01")?.isActing == true)
    #expect(centre.superior(of: "p7", on: "2026-04-01")?.superior == "p4")
    #expect(centre.superior(of: "p1", on: "2026-04-01") == nil)
  }

  @Test func `nobody is the own superior: while acting for it, the next above is`() {
    #expect(centre.superior(of: "p4", on: "2026-03-15")?.superior == "p2")
    #expect(centre.superior(of: "p4", on: "2026-03-16")?.superior == "p1")
    #expect(centre.superior(of: "p4", on: "2026-05-01")?.superior == "p3")
  }

  @Test func `subordinates are the superiors the other way round`() {
    #expect(centre.subordinates(of: "p4", on: "2026-04-01") == ["p5", "p6", "p7"])
    #expect(centre.subordinates(of: "p4", on: "2026-05-01") == ["p7"])
    for day: Day in ["2026-01-15", "2026-04-01", "2026-06-01"] {
      let superiors = centre.superiors(on: day)
      for person in centre.persons {
        #expect(superiors[person] == centre.superior(of: person, on: day))
        let below = centre.subordinates(of: person, on: day)
        #expect(below == superiors.filter { $0.value.superior == person }.keys.sorted())
      }
    }
  }

  @Test func `an officer for a day stands in before the holder`() throws {
    var rows = HealthCentre()
    rows.incumbencies.append(
      Incumbency("p4", in: "kapus", as: .plh, days: "2026-06-01/2026-06-10"))
    let history = try rows.organisation().supervisors(of: "p5", during: "2026-06")
    #expect(history.parts.map(\.superior) == ["p4", "p3"])
    #expect(history.parts.map(\.days) == [10, 20])
    #expect(history.parts[0].actingDays == 10)
  }

  @Test func `an override goes before the posts`() throws {
    var rows = HealthCentre()
    rows.overrides = [
      SupervisionOverride("p7", under: "p1", days: "2026-02-01/2026-02-28", reason: "SK 1/2026")
    ]
    let organisation = try rows.organisation()
    #expect(
      organisation.superior(of: "p7", on: "2026-02-28")
        == Supervision(superior: "p1", basis: .override(reason: "SK 1/2026")))
    #expect(
      organisation.supervisors(of: "p7", during: "2026-Q1").parts.map(\.days) == [62, 28])
  }

  @Test func `a post may report elsewhere than to its unit's head`() throws {
    var rows = HealthCentre()
    rows.posts[3] = Post(
      "perawat", title: LocalizedText(same: "Perawat"), unit: "puskesmas", type: .functional,
      reportsTo: "kasubag", days: HealthCentre.always)
    #expect(try rows.organisation().superior(of: "p5", on: "2026-01-01")?.superior == "p4")
  }

  /// Random organisations, each person's history against asking the plain rules day by day.
  @Test(arguments: 1...60)
  func `histories agree with asking every day`(seed: UInt64) throws {
    var draw = RandomDraws(seed: seed)
    let rows = RandomRows(&draw)
    let organisation: Organisation
    do throws(InvalidInput) {
      organisation = try Organisation(
        units: rows.units, posts: rows.posts, incumbencies: rows.incumbencies,
        overrides: rows.overrides)
    } catch {
      // Somebody who acts for a post above his superior makes a cycle now and then.
      #expect(Set(error.diagnostics.errors.map(\.code)) == ["organisation.supervision-cycle"])
      return
    }
    for person in organisation.persons {
      let history = organisation.supervisors(of: person, during: RandomRows.period)
      for day in RandomRows.period.days {
        let expected = rows.superior(of: person, on: day)
        let found = history.parts.filter { part in part.ranges.contains { $0.contains(day) } }
        #expect(found.map(\.superior) == (expected.map { [$0] } ?? []))
        #expect(organisation.superior(of: person, on: day)?.superior == expected)
        let isAbsent = !rows.incumbencies.contains { $0.person == person && $0.days.contains(day) }
        #expect(history.absent.contains { $0.contains(day) } == isAbsent)
        #expect(
          history.unsupervised.contains { $0.contains(day) } == (expected == nil && !isAbsent))
      }
      for part in history.parts {
        #expect(part.days == part.ranges.reduce(0) { $0 + ($1.count ?? 0) })
      }
    }
  }
}
