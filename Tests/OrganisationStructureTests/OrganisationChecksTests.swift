import KinerjaCore
import OrganisationStructure
import Testing

@Suite struct OrganisationChecksTests {
  @Test func `every kind of problem is worded in both languages`() {
    #expect(OrganisationDiagnostics.all.flatMap(\.faults) == [])
    #expect(
      Set(OrganisationDiagnostics.all.map(\.code)).count == OrganisationDiagnostics.all.count)
  }

  @Test func `unknown identifiers are named all at once, with what was perhaps meant`() {
    var rows = HealthCentre()
    rows.units.append(
      OrganisationUnit(
        "gizi", name: LocalizedText(same: "Gizi"), parent: "puskesmaz", days: "2026-01-01/.."))
    rows.incumbencies.append(Incumbency("p8", in: "dokter", days: "2026-01-01/.."))
    rows.overrides = [SupervisionOverride("p7", under: "p99", days: "2026-01-01/2026-01-31")]
    #expect(
      rows.findings() == [
        #"error units[3].parent misspelt-id: there is no unit "puskesmaz""#,
        #"error incumbencies[9].post unknown-id: there is no post "dokter""#,
        #"error overrides[0].superior unknown-id: there is no person "p99""#,
      ])
  }

  @Test func `cycles of units and of posts are printed once`() {
    var rows = HealthCentre()
    rows.units[0] = OrganisationUnit(
      "dinkes", name: LocalizedText(same: "Dinas"), parent: "tu", days: "2026-01-01/2026-06-30")
    rows.units.append(
      OrganisationUnit("dinkes", name: LocalizedText(same: "Dinas"), days: "2020-01-01/2025-12-31"))
    rows.units.append(
      OrganisationUnit("dinkes", name: LocalizedText(same: "Dinas"), days: "2026-07-01/.."))
    rows.posts[1] = Post(
      "kapus", title: LocalizedText(same: "Kepala"), unit: "puskesmas", type: .functional,
      isLeadership: true, reportsTo: "staf-tu", days: HealthCentre.always)
    #expect(
      rows.findings().filter { $0.contains("cycle") }
        == [
          "error units[0].parent unit-cycle: units lie below each other (1 January "
            + "2026 to 30 June 2026): dinkes → tu → puskesmas → dinkes",
          "error posts[1].reports_to post-cycle: posts report to each other (from 1 "
            + "January 2020): kapus → staf-tu → kasubag → kapus",
        ])
  }

  @Test func `a post that reports to itself is a cycle`() {
    var rows = HealthCentre()
    rows.posts[4] = Post(
      "staf-tu", title: LocalizedText(same: "Staf"), unit: "tu", type: .implementer,
      reportsTo: "staf-tu", days: HealthCentre.always)
    #expect(rows.findings().contains { $0.hasSuffix("staf-tu → staf-tu") })
  }

  @Test func `rows of one identifier must not share a day`() {
    var rows = HealthCentre()
    rows.units.append(
      OrganisationUnit(
        "tu", name: LocalizedText(same: "TU"), parent: "dinkes", days: "2026-01-01/2026-01-31"))
    #expect(
      rows.findings().contains(
        "error units[3].from rows-of-one-day: two rows describe the unit \"tu\" (1 January 2026 to 31 January 2026)"
      ))
  }

  @Test func `days outside of what is named are told`() {
    var rows = HealthCentre()
    rows.incumbencies[8] = Incumbency("p7", in: "staf-tu", days: "2019-12-30/2026-12-31")
    #expect(
      rows.findings() == [
        "error incumbencies[8].post outside-of-target: the person \"p7\" names the "
          + "post \"staf-tu\", which does not exist (30 December 2019 to 31 December 2019)"
      ])
  }

  @Test func `a gap in a leading post and whom it leaves without superior`() {
    var rows = HealthCentre()
    rows.incumbencies.remove(at: 4)
    #expect(
      rows.findings() == [
        "warning posts[1].post vacant-post: nobody is in charge of the leading post "
          + "\"kapus\" (16 March 2026 to 30 April 2026)",
        "warning posts[1].post left-without-superior: 3 persons have no superior (16 "
          + "March 2026 to 30 April 2026) because nobody is in charge of \"kapus\"",
      ])
  }

  @Test func `two holders of a leading post, and Plt beside a holder`() {
    var rows = HealthCentre()
    rows.incumbencies[2] = Incumbency("p3", in: "kapus", days: "2026-03-01/..")
    #expect(
      rows.findings()
        == [
          "warning incumbencies[4].from acting-beside-holder: the post \"kapus\" has "
            + "an acting officer (Plt.) beside its holder (16 March 2026 to 30 April 2026)",
          "error incumbencies[2].from two-holders: the leading post \"kapus\" has "
            + "two holders as definitive holder (1 March 2026 to 15 March 2026)",
        ].reversed())
  }

  @Test func `many may hold a post that does not lead, one person not twice`() {
    var rows = HealthCentre()
    rows.incumbencies.append(Incumbency("p6", in: "perawat", rank: "VII", days: "2026-06-01/.."))
    #expect(
      rows.findings() == [
        "error incumbencies[9].from same-post-twice: the person \"p6\" is in the "
          + "post \"perawat\" twice (from 1 June 2026)"
      ])
  }

  @Test func `two definitive posts warn, and with two superiors they are an error`() {
    var rows = HealthCentre()
    rows.incumbencies.append(Incumbency("p7", in: "perawat", days: "2026-06-01/2026-06-30"))
    #expect(
      rows.findings() == [
        "warning incumbencies[9].post two-posts: the person \"p7\" is definitive "
          + "holder of \"staf-tu\" and \"perawat\" (1 June 2026 to 30 June 2026)",
        "error incumbencies[8].post two-superiors: the person \"p7\" has more than "
          + "one superior (1 June 2026 to 30 June 2026): p3, p4",
      ])
    rows.overrides = [SupervisionOverride("p7", under: "p3", days: "2026-06-01/2026-06-30")]
    #expect(rows.findings().count == 1)
  }

  @Test func `two overrides on one day are two superiors`() {
    var rows = HealthCentre()
    rows.overrides = [
      SupervisionOverride("p7", under: "p1", days: "2026-06-01/2026-06-30"),
      SupervisionOverride("p7", under: "p3", days: "2026-06-30/2026-07-31"),
    ]
    #expect(
      rows.findings().map { $0.prefix(44) } == ["error incumbencies[8].post two-superiors: th"])
  }

  @Test func `several heads of one unit leave the line open`() {
    var rows = HealthCentre()
    rows.posts.append(
      Post(
        "wakapus", title: LocalizedText(same: "Wakil"), unit: "puskesmas", type: .supervisor,
        days: "2026-01-01/2026-06-30"))
    #expect(
      rows.findings().filter { $0.contains("several-heads") } == [
        "error posts[2].reports_to several-heads: the post \"kasubag\" reports to "
          + "the head of the unit \"puskesmas\", which has several (1 January 2026 to 30 June 2026): kapus, wakapus"
      ])
  }

  @Test func `persons who supervise each other are printed as a cycle`() {
    var rows = HealthCentre()
    // The head of administration stands in for the head of the office, above the own superior.
    rows.incumbencies.append(
      Incumbency("p4", in: "kadis", as: .plh, days: "2026-06-01/2026-06-05"))
    #expect(
      rows.findings() == [
        "error incumbencies[9].person supervision-cycle: persons supervise each "
          + "other (1 June 2026 to 5 June 2026): p3 → p4 → p3"
      ])
    rows.overrides = [SupervisionOverride("p3", under: "p2", days: "2026-06-01/2026-06-05")]
    #expect(rows.findings().first?.contains("outside-of-target") == true)
    rows.overrides = [SupervisionOverride("p4", under: "p1", days: "2026-06-01/2026-06-05")]
    #expect(rows.findings() == [])
  }

  @Test func `a person whose post reports to nobody has no superior`() {
    var rows = HealthCentre()
    rows.units.append(
      OrganisationUnit("upt", name: LocalizedText(same: "UPT"), days: HealthCentre.always))
    rows.posts.append(
      Post(
        "staf-upt", title: LocalizedText(same: "Staf"), unit: "upt", type: .implementer,
        days: HealthCentre.always))
    rows.incumbencies.append(Incumbency("p8", in: "staf-upt", days: "2026-01-01/.."))
    #expect(
      rows.findings() == [
        "warning incumbencies[9].post no-superior: the person \"p8\" has no superior "
          + "(from 1 January 2026)"
      ])
  }

  @Test func `ranks and employment must agree`() {
    var rows = HealthCentre()
    rows.incumbencies[3] = Incumbency("p4", in: "kasubag", rank: "III/a", days: HealthCentre.always)
    rows.incumbencies[5] = Incumbency(
      "p5", in: "perawat", employment: .pns, rank: "VII", days: "2020-01-01/2026-03-31")
    rows.incumbencies[4] = Incumbency(
      "p4", in: "kapus", as: .plt, employment: .pppk, days: "2026-03-16/2026-04-30")
    rows.posts[3] = Post(
      "perawat", title: LocalizedText(same: "Perawat"), unit: "puskesmas", type: .functional,
      minimumRanks: ["II/c", "III/a"], days: HealthCentre.always)
    #expect(
      rows.findings() == [
        "error posts[3].minimum_rank two-minimum-ranks: the post \"perawat\" asks "
          + "two lowest ranks of one kind of employment",
        "warning incumbencies[3].rank low-rank: the rank III/a is below III/b, which "
          + "the post \"kasubag\" asks",
        "error incumbencies[5].rank rank-of-other-employment: VII is no rank of a PNS",
        "error incumbencies[4].employment two-employments: the person \"p4\" is "
          + "given as PNS and as PPPK (16 March 2026 to 30 April 2026)",
      ])
  }

  @Test func `nobody may be named as the own superior`() {
    var rows = HealthCentre()
    rows.overrides = [SupervisionOverride("p7", under: "p7", days: "2026-01-01/2026-01-31")]
    #expect(rows.findings().map { $0.prefix(40) } == ["error overrides[0].superior own-superior"])
  }

  @Test func `a file that fits nothing is refused quickly`() {
    var rows = HealthCentre()
    rows.incumbencies = (0..<3_000).map { number in
      Incumbency(
        PersonID(stringLiteral: "p\(number)"), in: PostID(stringLiteral: "kapuz\(number)"),
        days: "2026-01-01/..")
    }
    let findings = rows.findings()
    #expect(findings.count == 1_000)
  }
}
