import AppraisalCycles
import KinerjaCore
import Testing

@Suite struct ForumTests {
  let subject = Kendari.subjects[0]

  private func proposal(_ id: AdjustmentID = "a1", from: Int = 2, to: Int = 3) -> ProposedAdjustment
  {
    ProposedAdjustment(id, of: subject, by: Kendari.supervisor, from: from, to: to)
  }

  private func verdict(
    _ id: AdjustmentID = "a1", accepts: Bool = true, present: [PersonID] = Kendari.forum,
    recused: [PersonID] = []
  ) -> AdjustmentVerdict {
    AdjustmentVerdict(on: id, isAccepted: accepts, present: present, recused: recused)
  }

  // F15: an adjustment without reason is refused; the original rating stays readable.
  @Test func `an adjustment needs a reason twice and leaves the original readable`() throws {
    var course = try Course.upTo("forum")
    let day: Day = "2026-07-10"
    #expect(
      try refusal(course, .proposeAdjustment(proposal()), by: "forum", on: day, reason: nil)
        == [.noReason])
    try course.give(
      .proposeAdjustment(proposal()), by: "forum", on: day, reason: "two villages were flooded")
    #expect(course.state.standingRatings[0].level == 2)
    #expect(
      try refusal(course, .decideAdjustment(verdict()), by: "forum", on: day, reason: "")
        == [.noReason])
    try course.give(.decideAdjustment(verdict()), by: "forum", on: day, reason: "records agree")
    let standing = try #require(
      course.state.standingRating(of: subject, by: Kendari.supervisor))
    #expect(standing.original == 2 && standing.level == 3)
    #expect(course.state.ratings.map(\.rating.level) == [2, 2, 2, 2, 2])
    #expect(course.state.adjustments[0].proposer.reason == "two villages were flooded")
    #expect(course.state.adjustments[0].decider?.reason == "records agree")
  }

  @Test func `a rejected adjustment changes nothing and stays readable`() throws {
    var course = try Course.upTo("forum")
    try course.give(.proposeAdjustment(proposal()), by: "forum", on: "2026-07-10")
    try course.give(.decideAdjustment(verdict(accepts: false)), by: "forum", on: "2026-07-10")
    #expect(course.state.standingRatings.allSatisfy { $0.level == $0.original })
    #expect(course.state.adjustments.map { $0.verdict?.isAccepted } == [false])
    #expect(course.state.currentScore(of: "mean") != nil)
  }

  @Test func `a score from before the adjustment no longer counts`() throws {
    var course = try Course.upTo("forum")
    let before = try #require(course.state.currentScore(of: "mean"))
    try course.give(.proposeAdjustment(proposal()), by: "forum", on: "2026-07-10")
    #expect(
      try refusal(course, .advance, by: "secretariat", on: "2026-07-10") == [.adjustmentsOpen(1)])
    try course.give(.decideAdjustment(verdict()), by: "forum", on: "2026-07-10")
    #expect(
      try refusal(course, .advance, by: "secretariat", on: "2026-07-10") == [.noCurrentScore])
    let after = try Kendari.score(course.state)
    try course.give(.concludeScore(after), by: "secretariat", on: "2026-07-11")
    try course.give(.advance, by: "secretariat", on: "2026-07-12")
    try course.give(.decide("mean"), by: "official", on: "2026-07-13")
    // Worked by hand: work (3 + 2) / 2, behaviour 2: 2/3 · 5/2 + 1/3 · 2 = 7/3.
    #expect(before.number == 2)
    #expect(course.state.decision?.decision.number == "7/3")
    #expect(course.state.scores.map(\.score) == [before, after])
    #expect(before.differences(from: after) == [.inputs, .number])
  }

  @Test func `a quorum counts members who vote, each once`() throws {
    var course = try Course.upTo("forum")
    try course.give(.proposeAdjustment(proposal()), by: "forum", on: "2026-07-10")
    let (one, two) = (Kendari.forum[0], Kendari.forum[1])
    for (present, recused, found) in [
      ([one], [], 1), ([one, one], [], 1), ([one, two], [two], 1),
    ]
      as [([PersonID], [PersonID], Int)]
    {
      #expect(
        try refusal(
          course, .decideAdjustment(verdict(present: present, recused: recused)), by: "forum",
          on: "2026-07-10") == [.noQuorum(found: found, needed: 2)])
    }
    #expect(
      try refusal(
        course, .decideAdjustment(verdict(present: [one, two])), by: "forum", on: "2026-07-10")
        == nil)
  }

  @Test func `nobody votes on his own result, being there is no harm`() throws {
    var course = try Course.upTo("forum")
    try course.give(.proposeAdjustment(proposal()), by: "forum", on: "2026-07-10")
    let present = Kendari.forum + [Kendari.employee]
    func reasons(_ recused: [PersonID]) throws -> [Refusal.Reason]? {
      try refusal(
        course, .decideAdjustment(verdict(present: present, recused: recused)), by: "forum",
        on: "2026-07-10")
    }
    #expect(try reasons([]) == [.ownResult])
    #expect(try reasons([Kendari.employee]) == nil)
  }

  @Test func `a proposal names the rating as it stands and a level of the scale`() throws {
    var course = try Course.upTo("forum")
    func reasons(_ proposal: ProposedAdjustment) throws -> [Refusal.Reason]? {
      try refusal(course, .proposeAdjustment(proposal), by: "forum", on: "2026-07-10")
    }
    #expect(try reasons(proposal(from: 1)) == [.ratingMoved(subject)])
    #expect(try reasons(proposal(to: 4)) == [.unknownLevel("expectation", 4)])
    #expect(try reasons(proposal(to: 2)) == [.adjustmentChangesNothing])
    #expect(
      try reasons(ProposedAdjustment("a1", of: subject, by: "p-other", from: 2, to: 3))
        == [.ratingMoved(subject)])
    try course.give(.proposeAdjustment(proposal()), by: "forum", on: "2026-07-10")
    #expect(try reasons(proposal()) == [.adjustmentNameTaken("a1")])
    try course.give(.decideAdjustment(verdict()), by: "forum", on: "2026-07-10")
    #expect(try reasons(proposal("a2")) == [.ratingMoved(subject)])
    #expect(try reasons(proposal("a2", from: 3, to: 1)) == nil)
    #expect(
      try refusal(course, .decideAdjustment(verdict()), by: "forum", on: "2026-07-10")
        == [.adjustmentNotOpen("a1")])
  }
}
