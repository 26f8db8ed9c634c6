import IndicatorDefinitions
import KinerjaCore
import Testing

@Suite struct ProgressTests {
  private static func report(
    _ id: ReportID, _ day: Day, _ realisation: Ratio, _ item: PlanItemID = "i"
  ) -> ProgressReport {
    ProgressReport(id, person: "p", item: item, day: day, realisation: realisation)
  }

  private static let reports = [
    report("r-1", "2026-01-31", 10), report("r-2", "2026-02-28", 20),
    report("r-3", "2026-03-31", 5), report("r-4", "2026-03-31", 7),
    report("r-5", "2026-03-31", 1, "j"),
  ]

  @Test func `a report that is sent twice changes nothing`() throws {
    var log = try ProgressLog(Self.reports)
    let before = log
    #expect(try log.add(Self.reports[1]) == false)
    #expect(log == before && log.count == 5)
  }

  @Test func `reports in any order give the same state`() throws {
    let inOrder = try ProgressLog(Self.reports)
    for shift in 1..<Self.reports.count {
      let turned = Array(Self.reports[shift...] + Self.reports[..<shift])
      #expect(try ProgressLog(turned) == inOrder)
      #expect(try ProgressLog(turned.reversed()) == inOrder)
    }
    #expect(try inOrder.realisation(of: "i", of: "p", .sum) == 42)
    #expect(try inOrder.realisation(of: "i", of: "p", .lastKnown) == 7)
    #expect(try inOrder.realisation(of: "i", of: "p", .sum, through: "2026-02-28") == 30)
    #expect(try inOrder.realisation(of: "i", of: "p", .sum, through: "2025-12-31") == nil)
    #expect(try inOrder.realisation(of: "i", of: "other", .sum) == nil)
  }

  @Test func `of two reports on a day the one recorded later stands last`() throws {
    let late = ProgressReport(
      "a", person: "p", item: "i", day: "2026-03-31", realisation: 2,
      recorded: "2026-04-01T08:00:00+08:00")
    let early = ProgressReport(
      "b", person: "p", item: "i", day: "2026-03-31", realisation: 1,
      recorded: "2026-03-31T08:00:00+08:00")
    #expect(try ProgressLog([late, early]).realisation(of: "i", of: "p", .lastKnown) == 2)
  }

  @Test func `a name that returns with other content is refused`() throws {
    let error = #expect(throws: InvalidInput.self) {
      try ProgressLog(Self.reports + [Self.report("r-2", "2026-02-28", 21)])
    }
    #expect(
      error?.description == """
        [5]: the report "r-2" was already received with other content; send a correction as a new \
        report with a new identifier
        """)
  }

  @Test func `a report has one written form`() throws {
    let report = ProgressReport(
      "r", person: "p", item: "i", day: "2026-01-31", realisation: "12.5",
      recorded: "2026-02-01T08:00:00+08:00")
    #expect(try JSONDocument(report.json.prettyText).read(ProgressReport.self) == report)
  }

  // A linear target half-way through with 30 % done is behind by 20 points.
  @Test func `what was done is held against what was expected`() throws {
    let period = try Period.custom("2026-01-01/2026-01-10")
    let plan = WorkPlan(
      person: "p", period: period,
      items: [
        PlanItem("i", indicator: "visits", target: .exact(100)),
        PlanItem("level", indicator: "level", target: .exact(100)),
        PlanItem("gone", indicator: "unknown", target: .exact(1)),
      ])
    let catalogue = try IndicatorCatalogue([
      IndicatorTests.indicator("visits"),
      IndicatorTests.indicator("level", .always, .maximize, .lastKnown),
    ])
    let log = try ProgressLog([
      Self.report("a", "2026-01-01", 10), Self.report("b", "2026-01-03", 20),
      Self.report("c", "2026-01-09", 65), Self.report("d", "2026-01-02", 90, "level"),
    ])
    let half = plan.standing(on: "2026-01-05", log, with: catalogue)
    #expect(half.map(\.item) == ["i", "level"])
    #expect(half[0].expected == 50 && half[0].attainment == .percent(30) && half[0].lead == -20)
    #expect(half[0].daysSinceReport == 2 && !half[0].isOverdue)
    #expect(half[1].expected == 100 && half[1].lead == -10)
    let after = plan.standing(on: "2026-01-11", log, with: catalogue)
    #expect(after[0].expected == 100 && after[0].attainment == .percent(95) && after[0].isOverdue)
    let before = plan.standing(on: "2025-12-31", log, with: catalogue)
    #expect(before[0].expected == 0 && before[0].attainment == .missing && before[0].lead == nil)
  }

  @Test func `a fall of ten points triggers a review`() {
    let series: [Ratio?] = [95, 94, 71]
    let triggers = DeclineTrigger.triggers(in: series, fallingBy: 10)
    #expect(triggers.map(\.index) == [2])
    #expect(triggers[0].before == 94 && triggers[0].fall == 23)
    #expect(DeclineTrigger.triggers(in: [95, nil, 85], fallingBy: 10).map(\.index) == [2])
    #expect(DeclineTrigger.triggers(in: [5, 6, 20], fallingBy: 10, .minimize).map(\.index) == [2])
    #expect(DeclineTrigger.triggers(in: [nil, 5], fallingBy: 1).isEmpty)
  }

  @Test func `feedback without a suggestion is advised, not refused`() throws {
    let note = FeedbackNote(
      observation: "Laporan terlambat 3 hari", effect: "Rapat ditunda", item: "i")
    #expect(!note.advice.hasErrors)
    #expect(
      note.advice.all.map(\.description) == [
        "warning: suggestion: the feedback has no suggestion; write what was observed, its effect, "
          + "and what to do [indicators.incomplete-feedback]"
      ])
    #expect(try JSONDocument(note.json.prettyText).read(FeedbackNote.self) == note)
  }
}
