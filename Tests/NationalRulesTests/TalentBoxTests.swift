import KinerjaCore
import NationalRules
import RuleLanguage
import Testing
import WeightedScoring

@Suite struct TalentBoxTests {
  static let day: Day = "2026-12-31"

  // Potential downwards, performance across, as the boxes are printed.
  static let printed: [(PotentialRating, [Int])] = [
    (.high, [6, 8, 9]), (.medium, [3, 5, 7]), (.low, [1, 2, 4]),
  ]

  @Test func `the rule and the boxes agree with the printed numbers`() throws {
    let scorer = try ScoringRule.permenPANRB3Of2020.compiled(on: Self.day)
    for (potential, numbers) in Self.printed {
      for (performance, number) in zip(ExpectationRating.allCases, numbers) {
        let score = try scorer.score([
          "performance": .category(performance.category),
          "potential": .category(potential.category),
        ])
        let box = try #require(score.category.flatMap { TalentBox($0) })
        #expect(box.rawValue == number)
        #expect(box.performance == performance && box.potential == potential)
        #expect(score.derivation["pool"]?.result == .flag(box.isInSuccessionPool))
      }
    }
    #expect(TalentBox.allCases.filter(\.isInSuccessionPool) == [.box7, .box8, .box9])
    #expect(TalentBox("box-10") == nil)
  }

  // The pool is spoken of in boxes 7 to 9 and nowhere else.
  @Test(arguments: TalentBox.allCases)
  func `each box has recommendations in both languages`(box: TalentBox) {
    #expect(!box.recommendations.isEmpty)
    #expect((box.recommendations + [box.label, box.meaning]).allSatisfy { !$0.isIncomplete })
    let speaksOfPool = box.recommendations.contains { $0.english.contains("succession pool") }
    #expect(speaksOfPool == box.isInSuccessionPool)
  }

  @Test func `the words of the outermost boxes`() {
    #expect(
      TalentBox.box9.recommendations.map(\.english) == [
        "promote and retain", "succession pool of the agency or the nation", "award",
      ])
    #expect(TalentBox.box1.recommendations.map(\.english) == ["processed under the regulations"])
    #expect(
      TalentBox.box7.meaning.indonesian == "kinerja di atas ekspektasi dan potensial menengah")
  }

  static func person(_ values: KeyValuePairs<StepID, RuleValue>) -> RuleInputs {
    var inputs: RuleInputs = [
      "predikat": .category("very-good"), "awards": 0, "assignments": 100, "feedback": 80,
      "assessment": .number("88.89"), "development": 60, "experience": 70, "ability": 75,
      "education": .category("s2"), "field": 100, "integrity": 100,
    ]
    for (id, value) in values { inputs[id] = value }
    return inputs
  }

  // Worked by hand: Y = 60 + 0 + 15 + 8, X = 17.778 + 6 + 7 + 18.75 + 9 + 10 + 15.
  @Test func `the talent score, its axes and its box`() throws {
    let scorer = try ScoringRule.keputusanBKN411Of2025.compiled(on: Self.day)
    let score = try scorer.score(Self.person([:]))
    #expect(score.derivation["performance"]?.result.number == 83)
    #expect(score.derivation["potential"]?.result.number == "83.528")
    #expect(score.number == "83.264" && score.category == "box-9")
    #expect(score.numberText(in: .indonesian) == "83,264")
    #expect(
      score.derivation.lines(in: .indonesian).map(\.sentence).contains(
        "Masuk kelompok rencana suksesi: Kotak 9 = Kotak 7 atau Kotak 9 = Kotak 8 "
          + "atau Kotak 9 = Kotak 9 = ya"))
  }

  @Test func `the weights of each axis, and of both, add up to one`() throws {
    let weights = ScoringRule.keputusanBKN411Of2025.rule.parameters
      .filter { $0.id.text.hasPrefix("weight.") }
    #expect(weights.count == 13)
    #expect(try Ratio.sum(of: weights.compactMap { $0.value(on: Self.day)?.value.number }) == 3)
  }

  // A better value anywhere never gives a worse score.
  @Test func `more is never worse`() throws {
    let scorer = try ScoringRule.keputusanBKN411Of2025.compiled(on: Self.day)
    let before = try #require(try scorer.score(Self.person([:])).number)
    for input in ["awards", "feedback", "development", "experience", "ability"] as [StepID] {
      let after = try #require(try scorer.score(Self.person([input: 100])).number)
      #expect(after > before, "\(input)")
    }
    var last: Ratio?
    for education in EducationLevel.allCases {
      let number = try #require(
        try scorer.score(Self.person(["education": .category(education.category)])).number)
      if let last { #expect(number > last) }
      last = number
    }
  }
}
