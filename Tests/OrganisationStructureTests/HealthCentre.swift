import KinerjaCore
import OrganisationStructure

/// A small health centre under its office, invented: its head leaves in March 2026, the head of
/// administration acts until the successor comes in May.
struct HealthCentre {
  static let always: DayRange = "2020-01-01/.."

  var units = [
    OrganisationUnit("dinkes", name: LocalizedText(same: "Dinas Kesehatan"), days: always),
    OrganisationUnit(
      "puskesmas", name: LocalizedText(same: "Puskesmas"), parent: "dinkes", days: always),
    OrganisationUnit(
      "tu", name: LocalizedText(same: "Tata Usaha"), parent: "puskesmas", days: always),
  ]
  var posts = [
    Post(
      "kadis", title: LocalizedText(same: "Kepala Dinas"), unit: "dinkes", type: .highLeadership,
      days: always),
    Post(
      "kapus", title: LocalizedText(same: "Kepala Puskesmas"), unit: "puskesmas",
      type: .functional, isLeadership: true, days: always),
    Post(
      "kasubag", title: LocalizedText(same: "Kepala Subbagian"), unit: "tu", type: .supervisor,
      minimumRanks: ["III/b"], days: always),
    Post(
      "perawat", title: LocalizedText(same: "Perawat"), unit: "puskesmas", type: .functional,
      days: always),
    Post(
      "staf-tu", title: LocalizedText(same: "Pengadministrasi"), unit: "tu", type: .implementer,
      days: always),
  ]
  var incumbencies = [
    Incumbency("p1", in: "kadis", employment: .pns, days: always),
    Incumbency("p2", in: "kapus", rank: "IV/a", days: "2020-01-01/2026-03-15"),
    Incumbency("p3", in: "kapus", rank: "III/d", days: "2026-05-01/.."),
    Incumbency("p4", in: "kasubag", rank: "III/c", days: always),
    Incumbency("p4", in: "kapus", as: .plt, days: "2026-03-16/2026-04-30"),
    Incumbency("p5", in: "perawat", rank: "II/d", days: "2020-01-01/2026-03-31"),
    Incumbency("p5", in: "perawat", rank: "III/a", days: "2026-04-01/.."),
    Incumbency("p6", in: "perawat", rank: "VII", days: "2026-02-01/.."),
    Incumbency("p7", in: "staf-tu", days: always),
  ]
  var overrides: [SupervisionOverride] = []

  func organisation() throws -> Organisation {
    try Organisation(
      units: units, posts: posts, incumbencies: incumbencies, overrides: overrides)
  }

  /// What the checks find, as place, code and English message.
  func findings() -> [String] {
    do throws(InvalidInput) {
      return Self.lines(
        try Organisation(
          units: units, posts: posts, incumbencies: incumbencies, overrides: overrides
        ).warnings)
    } catch {
      return Self.lines(error.diagnostics)
    }
  }

  static func lines(_ diagnostics: Diagnostics) -> [String] {
    diagnostics.all.map {
      "\($0.severity) \($0.place) \($0.code.dropFirst("organisation.".count)): "
        + $0.message(in: .english)
    }
  }
}
