import AppraisalCycles
import IndicatorDefinitions
import KinerjaCore
import RuleLanguage
import WeightedScoring

/// Kendari's cycle as data, the people in it, and a step of each sort.
enum Kendari {
  static let cycle: CycleID = "2026-s1"
  static let employee: PersonID = "p-employee"
  static let supervisor: PersonID = "p-supervisor"
  static let forum: [PersonID] = ["p-forum-1", "p-forum-2", "p-forum-3"]
  static let official: PersonID = "p-official"
  static let secretary: PersonID = "p-secretary"

  static func process() throws -> AppraisalProcess { try parsed.get() }

  private static let parsed = Result {
    try AppraisalProcess(JSONDocument(json, file: "kendari.json"))
  }

  static func period() throws -> Period { try .semester(year: 2026, 1) }

  static func actor(
    _ role: RoleID, at day: Day, reason: String? = "as discussed"
  ) throws -> ActorContext {
    let person: [RoleID: PersonID] = [
      .employee: employee, "supervisor": supervisor, "forum": forum[0], "official": official,
      "secretariat": secretary,
    ]
    return ActorContext(
      person[role] ?? "p-nobody", as: role, at: try Instant(day, hour: 9, in: .wita),
      reason: reason)
  }

  static func enrolment(assigning extra: [RoleID: [PersonID]] = [:]) throws -> Enrolment {
    Enrolment(
      employee, in: cycle, over: try period(), under: try process().reference,
      assigned: ["supervisor": [supervisor], "forum": forum, "official": [official]]
        .merging(extra) { $1 })
  }

  static func plan(target: Ratio = 120) throws -> WorkPlan {
    WorkPlan(
      person: employee, period: try .year(2026),
      items: [
        PlanItem("visits", indicator: "home-visits", target: .exact(target)),
        PlanItem("records", indicator: "complete-records", target: .exact("0.95")),
      ])
  }

  static func report(
    _ id: ReportID, _ item: PlanItemID = "visits", on day: Day = "2026-03-01",
    of realisation: Ratio = 20
  ) -> ProgressReport {
    ProgressReport(id, person: employee, item: item, day: day, realisation: realisation)
  }

  static let subjects: [RatedSubject] = [
    RatedSubject("work", .planItem("visits")), RatedSubject("work", .planItem("records")),
    RatedSubject("behaviour", .item("service")), RatedSubject("behaviour", .item("accountable")),
    RatedSubject("overall"),
  ]

  static func rating(_ level: Int, of subject: RatedSubject) -> SubmittedRating {
    SubmittedRating(level, on: "expectation", of: subject)
  }

  static let rule = ScoringRule(
    Rule(
      "mean", version: "1", LocalizedText(id: "Rata-rata", en: "Mean"),
      effective: "2026-01-01/..",
      sources: [LegalSource("Perwali 1/2026", standing: .assumed)],
      scales: {
        CategoryScale(
          "predicate", LocalizedText(id: "Predikat", en: "Predicate"),
          worstToBest: [
            .init("fair", LocalizedText(id: "Cukup", en: "Fair")),
            .init("good", LocalizedText(id: "Baik", en: "Good")),
          ])
      },
      inputs: {
        RuleInput("work", LocalizedText(id: "Hasil kerja", en: "Work"))
        RuleInput("behaviour", LocalizedText(id: "Perilaku", en: "Behaviour"))
      },
      steps: {
        RuleStep(
          "total", LocalizedText(id: "Nilai", en: "Total"),
          weightedMean: [.init("work", weight: "2/3"), .init("behaviour", weight: "1/3")],
          weightsTotal: 1)
        RuleStep(
          "result", LocalizedText(id: "Predikat", en: "Predicate"), bandsOf: "total",
          giving: "predicate"
        ) {
          Band("fair", below: 2)
          Band("good", from: 2)
        }
      }), score: "total", category: "result")

  /// The score that the ratings of a state lead to, by means over the subjects of each aspect.
  static func score(_ state: AppraisalState, on day: Day = "2026-06-30") throws -> ConcludedScore {
    func mean(_ aspect: AspectID) throws -> Ratio {
      let levels = state.standingRatings.filter { $0.subject.aspect == aspect }
        .map { Ratio($0.level) }
      return try Ratio.mean(of: levels)
    }
    let inputs: RuleInputs = [
      "work": .number(try mean("work")), "behaviour": .number(try mean("behaviour")),
    ]
    return ConcludedScore(try rule.compiled(on: day).score(inputs))
  }

  static let json = """
    {
      "id": "kendari", "version": "2026-1",
      "title": {"id": "Siklus Kendari", "en": "Kendari's cycle"},
      "sources": [{"instrument": "Perwali 1/2026", "standing": "assumed"}],
      "zone": "WITA",
      "roles": [
        {"id": "employee", "title": {"id": "Pegawai", "en": "Employee"}},
        {"id": "supervisor", "title": {"id": "Atasan langsung", "en": "Supervisor"}, "assigned": true},
        {"id": "forum", "title": {"id": "Forum", "en": "Forum"}, "assigned": true},
        {"id": "official", "title": {"id": "Pejabat", "en": "Official"}, "assigned": true},
        {"id": "secretariat", "title": {"id": "Sekretariat", "en": "Secretariat"}}
      ],
      "enrolledBy": ["secretariat"],
      "aspects": [
        {"id": "work", "title": {"id": "Hasil kerja", "en": "Work"}, "items": "plan-items",
         "scale": \(scale)},
        {"id": "behaviour", "title": {"id": "Perilaku kerja", "en": "Behaviour"},
         "items": ["service", "accountable"], "scale": \(scale)},
        {"id": "overall", "title": {"id": "Keseluruhan", "en": "Overall"}, "items": "whole",
         "scale": \(scale)}
      ],
      "stages": [
        {"id": "plan", "title": {"id": "Perencanaan", "en": "Planning"},
         "opens": {"from": "start", "days": -30}, "closes": {"from": "start", "days": 30},
         "permissions": [
           {"command": "agree-plan", "by": ["employee", "supervisor"]},
           {"command": "exempt-from-plan", "by": ["official"]},
           {"command": "advance", "by": ["secretariat", "supervisor"], "to": "progress",
            "requires": [{"plan-agreed": ["employee", "supervisor"]}]}
         ]},
        {"id": "progress", "title": {"id": "Pelaksanaan", "en": "Work"},
         "opens": {"from": "start"}, "closes": {"from": "end", "days": 7},
         "permissions": [
           {"command": "report-progress", "by": ["employee"]},
           {"command": "advance", "by": ["supervisor"], "to": "rating",
            "requires": ["all-reported"]}
         ]},
        {"id": "rating", "title": {"id": "Penilaian", "en": "Rating"},
         "opens": {"from": "end", "days": -14}, "closes": {"from": "end", "days": 21},
         "permissions": [
           {"command": "submit-rating", "by": ["supervisor"]},
           {"command": "conclude-score", "by": ["supervisor"], "to": "forum",
            "requires": [{"all-rated": "supervisor"}]}
         ]},
        {"id": "forum", "title": {"id": "Forum diskusi", "en": "Forum"},
         "opens": {"from": "end"}, "closes": {"from": "end", "days": 31},
         "permissions": [
           {"command": "propose-adjustment", "by": ["forum", "supervisor"]},
           {"command": "decide-adjustment", "by": ["forum"], "requires": [{"quorum": 2}]},
           {"command": "conclude-score", "by": ["secretariat"]},
           {"command": "advance", "by": ["secretariat"], "to": "decision",
            "requires": ["adjustments-decided", "score-current"]}
         ]},
        {"id": "decision", "title": {"id": "Penetapan", "en": "Decision"},
         "opens": {"from": "end"},
         "permissions": [
           {"command": "decide", "by": ["official"]},
           {"command": "close", "by": ["secretariat"], "to": "closed", "requires": ["decided"]}
         ]},
        {"id": "closed", "title": {"id": "Selesai", "en": "Closed"}, "opens": {"from": "end"}}
      ]
    }
    """

  static let scale = """
    {"id": "expectation", "levels": [
      {"value": 1, "label": {"id": "Di bawah ekspektasi", "en": "Below expectation"}},
      {"value": 2, "label": {"id": "Sesuai ekspektasi", "en": "As expected"}},
      {"value": 3, "label": {"id": "Di atas ekspektasi", "en": "Above expectation"}}]}
    """
}
