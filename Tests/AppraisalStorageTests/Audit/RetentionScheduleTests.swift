import AppraisalStorage
import KinerjaCore
import Testing

@Suite struct RetentionScheduleTests {
  let plans = RetentionRule("plans", years: 2, source: LegalSource("A", standing: .assumed))
  let disputed = RetentionRule(
    "plans/disputed", years: 10, source: LegalSource("B", standing: .assumed))

  private func day(_ text: String) throws -> Day { try Day(iso: text) }

  @Test func `a matter is kept through the anniversary of its closing and no longer`() throws {
    let schedule = RetentionSchedule([plans, disputed])
    let closed = try day("2024-06-30")
    let last = try day("2026-06-30")
    #expect(
      schedule.answer(for: "plans/2024-s1", closed: closed, on: last)
        == .keep(through: last, by: plans))
    #expect(
      schedule.answer(for: "plans", closed: closed, on: try day("2026-07-01"))
        == .mayErase(after: last, by: plans))
  }

  @Test func `of several rules the longest counts`() throws {
    let schedule = RetentionSchedule([plans, disputed])
    #expect(
      schedule.answer(
        for: "plans/disputed/2024", closed: try day("2024-02-29"), on: try day("2034-02-28"))
        == .keep(through: try day("2034-02-28"), by: disputed))
  }

  @Test func `open matters and unruled collections are not guessed at`() throws {
    let schedule = RetentionSchedule([plans])
    let today = try day("2030-01-01")
    #expect(schedule.answer(for: "plans", closed: nil, on: today) == .open)
    #expect(schedule.answer(for: "plansx", closed: today, on: today) == .noRule)
    let forever = RetentionSchedule([
      RetentionRule("plans", years: .max, source: LegalSource("C", standing: .assumed))
    ])
    #expect(
      forever.answer(for: "plans", closed: today, on: .last)
        == .keep(through: .last, by: forever.rules[0]))
  }
}
