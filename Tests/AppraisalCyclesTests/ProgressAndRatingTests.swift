import AppraisalCycles
import IndicatorDefinitions
import KinerjaCore
import Testing
import WeightedScoring

@Suite struct ProgressAndRatingTests {
  // F19: the same event twice changes nothing; the order of arrival changes nothing.
  @Test func `a report sent twice is one fact, and late ones lead to the same state`() throws {
    let reports = [
      Kendari.report("r1", on: "2026-02-01", of: 10),
      Kendari.report("r2", on: "2026-04-01", of: 30),
      Kendari.report("r3", on: "2026-03-01", of: 20),
    ]
    var logs: [AppraisalState] = []
    for order in [[0, 1, 2], [2, 1, 0], [1, 1, 0, 2, 0]] {
      var course = try Course.upTo("progress")
      for index in order {
        try course.give(.reportProgress(reports[index]), by: "employee", on: "2026-05-01")
      }
      logs.append(course.state)
    }
    #expect(logs.allSatisfy { $0.progress == logs[0].progress })
    #expect(Set(logs.map(\.factCount)).count == 1)
    let kept = logs[0].progress.reports(on: "visits", of: Kendari.employee)
    #expect(kept.map(\.realisation) == [10, 20, 30])
  }

  @Test func `a report is the person's own and on an item of the plan`() throws {
    var course = try Course.upTo("progress")
    func reasons(_ report: AppraisalCommand.Action) throws -> [Refusal.Reason]? {
      try refusal(course, report, by: "employee", on: "2026-05-01")
    }
    #expect(try reasons(.reportProgress(Kendari.report("r1", "dancing"))) == [.unfitReport])
    try course.give(.reportProgress(Kendari.report("r1")), by: "employee", on: "2026-05-01")
    #expect(try reasons(.reportProgress(Kendari.report("r1", of: 21))) == [.reportNameTaken])
    #expect(
      try refusal(course, .advance, by: "supervisor", on: "2026-06-20")
        == [.notReported(["records"])])
  }

  @Test func `a rating is of something rated, at a level of its scale`() throws {
    let course = try Course.upTo("rating")
    func reasons(_ rating: SubmittedRating) throws -> [Refusal.Reason]? {
      try refusal(course, .submitRating(rating), by: "supervisor", on: "2026-06-25")
    }
    for unknown in [
      RatedSubject("work"), RatedSubject("work", .planItem("dancing")),
      RatedSubject("behaviour", .item("dancing")), RatedSubject("looks"),
      RatedSubject("overall", .item("service")), RatedSubject("work", .item("visits")),
    ] {
      #expect(try reasons(Kendari.rating(2, of: unknown)) == [.unknownSubject(unknown)])
    }
    let subject = Kendari.subjects[0]
    for level in [0, 4, -1] {
      #expect(
        try reasons(Kendari.rating(level, of: subject)) == [.unknownLevel("expectation", level)])
    }
    #expect(
      try reasons(SubmittedRating(2, on: "stars", of: subject)) == [.unknownLevel("stars", 2)])
  }

  @Test func `the last rating of a rater counts, earlier ones stay`() throws {
    var course = try Course.upTo("rating")
    let subject = Kendari.subjects[0]
    for level in [1, 3, 2] {
      try course.give(
        .submitRating(Kendari.rating(level, of: subject)), by: "supervisor", on: "2026-06-25")
    }
    #expect(course.state.ratings.map(\.rating.level) == [1, 3, 2])
    #expect(course.state.standingRatings.map(\.level) == [2])
    #expect(
      try refusal(
        course, .concludeScore(try Kendari.score(Course.upTo("forum").state)), by: "supervisor",
        on: "2026-07-01")
        == [.notRated(Array(Kendari.subjects.dropFirst()), by: "supervisor")])
  }

  @Test func `a score on record can be computed anew, digit by digit`() throws {
    let score = try #require(Course.upTo("forum").state.currentScore(of: "mean"))
    #expect(try score.differences(fromRecomputingBy: Kendari.rule) == [])
    // The same name and version, other content: somebody edited the rule after use.
    let text = String(decoding: Kendari.rule.json.canonicalBytes, as: UTF8.self)
    let edited = try JSONDocument(
      text.replacingFirst("\"2/3\"", with: "\"0.5\"").replacingFirst(
        "\"1/3\"", with: "\"0.5\"")
    ).read(ScoringRule.self)
    #expect(try score.differences(fromRecomputingBy: edited) == [.ruleContent])
  }
}
