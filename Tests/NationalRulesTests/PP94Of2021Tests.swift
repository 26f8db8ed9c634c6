import KinerjaCore
import NationalRules
import RuleLanguage
import Testing
import WeightedScoring

@Suite struct PP94Of2021Tests {
  static let rule = ScoringRule.pp94Of2021
  static let year: DayRange = "2024-01-01/2024-12-31"

  /// 2024-05-01 is a Wednesday, and a holiday.
  static let calendar = Result { () throws(HolidayCalendarError) in
    try HolidayCalendar(
      [
        Holiday(
          "2024-05-01", LocalizedText(id: "Hari Buruh", en: "Labour Day"),
          source: LegalSource("SKB tiga menteri"))
      ], covering: "2023-12-01/2024-12-31")
  }

  static func count(_ days: [Day], in year: DayRange = year) throws -> AbsenceCount {
    try AbsenceCount(of: days, in: year, by: calendar.get())
  }

  @Test func `weekends and holidays neither count nor break a run`() throws {
    // Friday, Saturday, Monday, Tuesday, the holiday on Wednesday, Thursday.
    let days: [Day] = [
      "2024-04-26", "2024-04-27", "2024-04-29", "2024-04-30", "2024-05-01", "2024-05-02",
    ]
    let count = try Self.count(days)
    #expect(count.total == 4 && count.longestRun == 4)
    // In any order, and twice.
    #expect(try Self.count(days.reversed() + days) == count)
  }

  @Test func `a day of presence breaks a run`() throws {
    let count = try Self.count(["2024-06-03", "2024-06-04", "2024-06-06"])
    #expect(count.total == 3 && count.longestRun == 2)
    #expect(try Self.count([]) == Self.count(["2024-06-08"]))
    #expect(try Self.count([]).total == 0)
  }

  @Test func `only the sum begins anew with the year`() throws {
    // Wednesday 2023-12-20 to Wednesday 2024-01-03: eleven working days, three of them in 2024.
    var days: [Day] = []
    for day in "2023-12-20/2024-01-03" as DayRange { days.append(day) }
    let count = try Self.count(days)
    #expect(count.total == 3 && count.longestRun == 11)
    let score = try Self.rule.compiled(on: "2024-12-31").score(count.inputs)
    #expect(score.category == "dismissal" && score.number == 3)
    // A run that ended before the year is last year's affair.
    let before = try Self.count(["2023-12-27", "2023-12-28", "2024-01-02"])
    #expect(before.total == 1 && before.longestRun == 1)
  }

  @Test func `days that the calendar does not know are named`() throws {
    #expect(throws: HolidayCalendarError.uncovered("2025-01-06")) {
      try Self.count(["2024-12-30", "2025-01-06"])
    }
  }

  // Every day from none to sixty, by the printed table.
  @Test func `every day has the penalty of the table`() throws {
    let scorer = try Self.rule.compiled(on: "2024-12-31")
    let table: [(ClosedRange<Int>, DisciplinePenalty)] = [
      (0...2, .none), (3...3, .oral), (4...6, .written), (7...10, .statement), (11...13, .cut6),
      (14...16, .cut9), (17...20, .cut12), (21...24, .demotion), (25...27, .release),
      (28...60, .dismissal),
    ]
    for (days, penalty) in table {
      for day in days {
        let score = try scorer.score(["days": .number(Ratio(day)), "consecutive": 1])
        #expect(score.category.flatMap { DisciplinePenalty($0) } == penalty, "\(day)")
        #expect(
          score.derivation["level"]?.result.category == penalty.level.category, "\(day)")
      }
    }
  }

  @Test func `what is recalled is marked and open`() {
    let hours = Self.rule.rule.parameters.first { $0.id == "hoursPerDay" }
    #expect(hours?.values.first?.source.standing == .assumed && hours?.bounds != nil)
  }
}
