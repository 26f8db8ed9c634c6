import KinerjaCore
import NationalRules
import RuleLanguage
import Testing
import WeightedScoring

/// Why a person under PP 46/2011 has one grade and not another.
@Suite struct ExplanationTests {
  // One task without cost: quantity and quality at target give 100 and 100; time 12 of 12 gives 76:
  // 276 ∕ 3 = 92. With behaviour 80: 0.6 · 92 + 0.4 · 80 = 87.2, which is good.
  static let person: RuleInputs = [
    "additionalTasks": 0, "creativity": .category("none"),
    "tasks": [
      [
        "target.quantity": 10, "realised.quantity": 10, "target.quality": 100,
        "realised.quality": 100, "target.time": 12, "realised.time": 12,
      ]
    ],
    "behaviourValue": 80,
  ]

  static func explained(
    why category: CategoryID = "good", not wanted: CategoryID = "very-good",
    for inputs: RuleInputs = person
  ) throws -> CategoryExplanation {
    try ScoringRule.pp46Of2011.compiled(on: "2015-06-30").score(inputs)
      .explain(why: category, not: wanted)
  }

  // 91 needs 3.8 more: of behaviour 3.8 ∕ 0.4 = 9.5 to 89.5; of quantity
  // 3.8 ∕ 0.6 · 3 = 19 points, which is 11.9 instead of 10; of time 19 points to 95, which is
  // (1.76 · 12 − r) ∕ 12 · 100 = 95, r = 9.72, but below 9.12 the saving passes 24 per cent.
  @Test func `the changes are those found by hand`() throws {
    let found = try Self.explained()
    var nearest: [String: Ratio] = [:]
    for change in found.changes {
      if case .number(let number) = change.to { nearest[change.input.description] = number }
      #expect(change.isSmallest)
    }
    #expect(nearest["behaviourValue"] == "89.5")
    #expect(nearest["tasks[0].realised.quantity"] == "11.9")
    #expect(nearest["tasks[0].realised.time"] == "9.72")
    let time = try #require(found.changes.first { $0.input.name == "realised.time" })
    #expect(time.through == "9.12")
    #expect(!time.holdsToTheEnd)
    #expect(found.changes.contains { $0.to == .category("state") })
  }

  @Test(arguments: ["very-good", "fair", "poor", "bad"] as [CategoryID])
  func `every change gives the grade, and one step less does not`(wanted: CategoryID) throws {
    let scorer = try ScoringRule.pp46Of2011.compiled(on: "2015-06-30")
    for change in try Self.explained(not: wanted).changes {
      var changed = Self.person
      changed[change.input] = change.to
      #expect(try scorer.score(changed).category == wanted)
      guard case .number(let from) = change.from, case .number(let to) = change.to else { continue }
      changed[change.input] = .number(try to + (from < to ? "-0.01" : "0.01"))
      #expect(try scorer.score(changed).category != wanted)
    }
  }

  @Test func `an input that cannot do it alone is named`() throws {
    let found = try Self.explained(not: "bad")
    #expect(found.unable.contains(InputPath("behaviourValue")))
    #expect(found.missing.contains(InputPath("tasks", element: 0, "target.cost")))
    let sentences = found.sentences(in: .indonesian)
    #expect(
      sentences.contains { $0.hasPrefix("Tidak cukup dengan mengubah salah satu saja dari:") })
  }

  @Test func `a change is told as a sentence in both languages`() throws {
    let found = try Self.explained()
    #expect(
      found.sentences(in: .indonesian).contains(
        "Nilai perilaku kerja yang ditetapkan tanpa rincian aspek harus naik dari 80,00 "
          + "menjadi sekurang-kurangnya 89,50."))
    #expect(
      found.sentences(in: .english).contains(
        "Work behaviour fixed as a whole must rise from 80.00 to at least 89.50."))
  }

  @Test func `a category that the person does not have is an error`() {
    let error = #expect(throws: InvalidInput.self) { try Self.explained(why: "fair") }
    #expect(error?.problems.map(\.code) == ["scoring.other-category"])
    let unknown = #expect(throws: InvalidInput.self) { try Self.explained(not: "very-god") }
    #expect(unknown?.problems[0].mend(in: .english).contains("very-good") == true)
  }
}
