import AppraisalCycles
import KinerjaCore
import Testing

@Suite struct AppraisalProcessTests {
  @Test func `every kind of problem is worded in both languages`() {
    #expect(CycleDiagnostics.all.flatMap(\.faults) == [])
    #expect(Set(CycleDiagnostics.all.map(\.code)).count == CycleDiagnostics.all.count)
  }

  @Test func `a process is read as it is written`() throws {
    let process = try Kendari.process()
    #expect(process.check().isEmpty)
    #expect(try AppraisalProcess(JSONDocument(process.json.canonicalBytes)) == process)
    #expect(process.stages.map(\.id).count == 6)
    #expect(
      process.stages[0].permissions[2].requirements
        == [.planAgreed(by: ["employee", "supervisor"])])
  }

  @Test func `stages are open on days that follow from the period`() throws {
    let process = try Kendari.process()
    let period = try Period.semester(year: 2026, 2)
    let days = process.stages.map { $0.days(in: period)?.description }
    #expect(
      days == [
        "2026-06-01/2026-07-31", "2026-07-01/2027-01-07", "2026-12-17/2027-01-21",
        "2026-12-31/2027-01-31", "2026-12-31/..", "2026-12-31/..",
      ])
    let stage = ProcessStage(
      "s", LocalizedText(same: "s"), opens: PeriodDay(.end), closes: PeriodDay(.start))
    #expect(stage.days(in: period) == nil)
    #expect(PeriodDay(.start, plus: .max).day(in: period) == nil)
  }

  @Test func `all that is wrong with a process is told with its line`() throws {
    let broken = Kendari.json
      .replacingFirst("\"enrolledBy\": [\"secretariat\"]", with: "\"enrolledBy\": [\"secretary\"]")
      .replacingFirst("\"to\": \"progress\"", with: "\"to\": \"progres\"")
      .replacingFirst("\"quorum\": 2", with: "\"quorum\": 0")
      .replacingFirst(
        "{\"from\": \"start\", \"days\": 30}", with: "{\"from\": \"start\", \"days\": -31}"
      )
      .replacingFirst("[\"employee\", \"supervisor\"]}", with: "[\"employee\", \"employee\"]}")
      .replacingFirst("\"items\": [\"service\", \"accountable\"]", with: "\"items\": []")
      .replacingFirst("\"id\": \"decision\"", with: "\"id\": \"plan\"")
    let error = try #require(
      #expect(throws: InvalidInput.self) {
        try AppraisalProcess(JSONDocument(broken, file: "kendari.json"))
      })
    let found = Set(error.problems.map { "\($0.code) \($0.place.path)" })
    let expected: Set = [
      "process.name-twice stages[4].id",
      "process.unknown-role enrolledBy[0]",
      "process.no-items aspects[1].items",
      "process.stage-closes-first stages[0].closes",
      "process.permission-twice stages[0].permissions[0]",
      "process.unknown-stage stages[0].permissions[2].to",
      "process.quorum-of-nobody stages[3].permissions[1].requires[0]",
      "process.unknown-stage stages[3].permissions[3].to",
    ]
    #expect(found.isSuperset(of: expected), "\(expected.subtracting(found))")
    #expect(error.problems.allSatisfy { $0.place.line != nil && $0.place.file == "kendari.json" })
    let stage = try #require(error.problems.first { $0.code == "process.unknown-stage" })
    #expect(stage.sentence(in: .english).hasSuffix("; did you mean \"progress\"?"))
  }

  @Test func `stages without a way in or out are warned of`() throws {
    let process = try Kendari.process()
    func problems(_ stages: [ProcessStage]) -> [String] {
      AppraisalProcess(
        process.id, version: "x", process.title, zone: .wita, roles: process.roles,
        enrolledBy: process.enrolledBy, aspects: process.aspects, stages: stages
      ).check().all.map { "\($0.severity.rawValue) \($0.code) \($0.place.path)" }
    }
    let lonely = ProcessStage("lonely", process.title, opens: PeriodDay(.start))
    #expect(
      problems([process.stages[0], lonely] + process.stages.dropFirst()) == [
        "warning process.stage-unreachable stages[1]", "warning process.stage-dead-end stages[1]",
      ])
    #expect(problems([]) == ["error process.no-stages stages"])
    let still = ProcessStage(
      "s", process.title, opens: PeriodDay(.start),
      [
        StagePermission(.advance, by: ["secretariat"]), StagePermission(.close, by: []),
        StagePermission(.decide, by: ["offical"], requiring: [.allRated(by: "boss")]),
      ])
    #expect(
      problems([still]) == [
        "error process.advance-nowhere stages[0].permissions[0]",
        "error process.permission-for-nobody stages[0].permissions[1]",
        "error process.unknown-role stages[0].permissions[2].by[0]",
        "error process.unknown-role stages[0].permissions[2].requires[0].all-rated",
      ])
  }

  @Test(arguments: [
    "{}", #"{"quorum": 2, "all-rated": "x"}"#, #"{"quorums": 2}"#, "\"raeson\"", "3",
  ])
  func `a requirement is one word or one key`(text: String) {
    #expect(throws: InvalidInput.self) { try JSONDocument(text).read(ProcessRequirement.self) }
  }

  @Test(
    arguments: [
      .planAgreed(by: ["employee"]), .allReported, .allRated(by: "x"), .scoreCurrent,
      .adjustmentsDecided, .decided, .quorum(3), .reason, .notOwnResult,
    ] as [ProcessRequirement])
  func `every requirement is read as it is written`(requirement: ProcessRequirement) throws {
    let document = try JSONDocument(requirement.json.canonicalBytes)
    #expect(try document.read(ProcessRequirement.self) == requirement)
  }

  @Test func `every refusal says what and how to mend it, and names nobody`() throws {
    let process = try Kendari.process()
    let subject = RatedSubject("work", .planItem("visits"))
    let reasons: [Refusal.Reason] = [
      .notEnrolled, .alreadyEnrolled, .otherProcess(process.reference), .otherAppraisal,
      .notAllowed(.decide, "forum", "plan", allowed: ["official"]),
      .notAllowed(nil, "forum", nil, allowed: []),
      .outsideDays("plan", "2026-01-01/2026-01-31", "2026-02-01"),
      .outsideDays("plan", nil, "2026-02-01"), .notAssigned("forum"), .roleNotAssignable("x"),
      .unfitAssignment("x"), .planNotAgreed(by: ["employee"]), .unfitPlan, .notReported(["a"]),
      .notRated([subject], by: "supervisor"), .noCurrentScore, .notDecided, .adjustmentsOpen(2),
      .noQuorum(found: 1, needed: 3), .noReason, .ownResult, .unfitReport, .reportNameTaken,
      .unknownSubject(subject), .unknownLevel("expectation", 9), .ratingMoved(subject),
      .adjustmentChangesNothing, .adjustmentNameTaken("a"), .adjustmentNotOpen("a"),
      .commandNameTaken("c"),
    ]
    var kinds: Set<String> = []
    for diagnostic in Refusal(reasons[0]).diagnostics + reasons.flatMap({ Refusal($0).diagnostics })
    {
      kinds.insert(diagnostic.code)
      for language in Language.allCases {
        let sentence = diagnostic.sentence(in: language)
        #expect(!sentence.contains("{") && sentence.contains("; "), "\(sentence)")
      }
    }
    #expect(kinds.count == reasons.count - 2)
    #expect(
      Refusal(reasons[4]).description
        == "deciding the result is not for the role \"forum\" in the stage \"plan\"; "
        + "who may: official")
  }
}

extension String {
  /// The text with the first occurrence of a part replaced, which must be there.
  func replacingFirst(_ part: String, with other: String) -> String {
    guard let range = firstRange(of: part) else { preconditionFailure("no \(part) in the text") }
    return replacingCharacters(in: range, with: other)
  }

  private func replacingCharacters(in range: Range<Index>, with other: String) -> String {
    var text = self
    text.replaceSubrange(range, with: other)
    return text
  }
}
