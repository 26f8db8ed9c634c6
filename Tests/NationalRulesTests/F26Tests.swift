import Foundation
import KinerjaCore
import KinerjaTables
import NationalRules
import RuleLanguage
import Testing
import WeightedScoring

// F26: objective, fair judgement by weighted aspects. The same input gives the same bytes; more is
// never worse; results are bounded; order does not count; weights renormalise.
@Suite struct F26Tests {
  @Test(arguments: RuleBook.national.rules)
  func `the derivation of a national rule has the recorded bytes`(rule: ScoringRule) throws {
    let score = try NationalFiles.example(of: rule).score
    let text = score.derivation.json.prettyText
    // The digest in the file's name is that of its content.
    let digest = SHA256.hash(text.utf8).hex.prefix(16)
    let name = "\(rule.id).\(digest).json"
    if NationalFiles.isRenewing {
      let manager = FileManager.default
      for other in try manager.contentsOfDirectory(atPath: NationalFiles.golden.path)
      where other.hasPrefix("\(rule.id).") && other.count == name.count && other != name {
        try manager.removeItem(at: NationalFiles.golden.appendingPathComponent(other))
      }
    }
    let recorded = try NationalFiles.recorded(text, in: "Tests/Golden/\(name)")
    #expect(recorded == text)
    // A third party reads the file and comes to the same result.
    let read = try JSONDocument(recorded).read(Derivation.self)
    #expect(read == score.derivation)
    #expect(read.verify() == [])
  }

  static let scorer = Result { () throws(InvalidInput) in
    try ScoringRule.pp46Of2011.compiled(on: "2020-12-31")
  }

  private func person(_ draws: inout RandomDraws) -> [RuleRecord] {
    (0..<draws.integer(in: 1...4)).map { _ in
      func next(_ range: ClosedRange<Int>) -> Ratio { Ratio(draws.integer(in: range)) }
      return PP46Of2011Tests.task(
        (next(1...20), next(1...25)), (100, next(50...100)), (next(1...12), next(0...18)))
    }
  }

  // Quantity, quality and behaviour; savings of time are worth less beyond 24 % by law.
  @Test(arguments: 0..<30)
  func `more done, better done or a better mark is never worse`(seed: UInt64) throws {
    let scorer = try Self.scorer.get()
    var draws = RandomDraws(seed: seed)
    let tasks = person(&draws)
    let marks = (0..<5).map { _ in Ratio(draws.integer(in: 50...99)) }
    let before = try scorer.score(PP46Of2011Tests.inputs(tasks, behaviour: marks))
    for field: StepID in ["realised.quantity", "realised.quality"] {
      for task in tasks.indices {
        var more = tasks
        let value = try #require(more[task][field].number)
        more[task][field] = .number(try value + "0.01")
        let after = try scorer.score(PP46Of2011Tests.inputs(more, behaviour: marks))
        try expect(after, isNoWorseThan: before)
      }
    }
    for mark in marks.indices {
      var more = marks
      more[mark] = try more[mark] + "0.01"
      let after = try scorer.score(PP46Of2011Tests.inputs(tasks, behaviour: more))
      try expect(after, isNoWorseThan: before)
    }
  }

  private func expect(_ after: Score, isNoWorseThan before: Score) throws {
    let (new, old) = (try #require(after.number), try #require(before.number))
    #expect(new > old)
    let scale = try #require(before.rule.categories)
    let (category, former) = (try #require(after.category), try #require(before.category))
    #expect(try #require(scale.rank(of: category)) >= #require(scale.rank(of: former)))
  }

  @Test(arguments: 0..<30)
  func `the score lies between the worst and the best, in whatever order things stand`(
    seed: UInt64
  ) throws {
    let scorer = try Self.scorer.get()
    var draws = RandomDraws(seed: seed)
    let tasks = person(&draws)
    let marks = (0..<5).map { _ in Ratio(draws.integer(in: 0...100)) }
    let score = try scorer.score(PP46Of2011Tests.inputs(tasks, behaviour: marks))
    let number = try #require(score.number)
    let values = try score.derivation.steps.filter { $0.id == "value" && $0.list == "tasks" }
      .map { try #require($0.result.number) }
    let all = values + marks
    #expect(try number >= #require(all.min()) && number <= #require(all.max()))
    let shuffled = PP46Of2011Tests.inputs(draws.shuffled(tasks), behaviour: draws.shuffled(marks))
    #expect(try scorer.score(shuffled).result == score.result)
  }

  // Of three terms with the weights 5, 3 and 2 each gap leaves the mean of the others.
  @Test(arguments: 0..<3)
  func `weights renormalise over what is there`(gap: Int) throws {
    let names: [StepID] = ["x", "y", "z"]
    let weights: [Ratio] = [5, 3, 2]
    let values: [Ratio] = [70, 80, 95]
    let rule = Rule(
      "means", version: "1", LocalizedText(same: "means"), effective: "2026-01-01/..", sources: [],
      inputs: { for name in names { RuleInput(name, LocalizedText(same: name.text)) } },
      steps: {
        RuleStep(
          "mean", LocalizedText(same: "mean"),
          weightedMean: zip(names, weights).map {
            .init(FormulaText($0.text), weight: FormulaText("\($1)"))
          }, whenMissing: .dropAndRescale(minimumShare: "0.5"))
      })
    var inputs = RuleInputs()
    let kept = names.indices.filter { $0 != gap }
    for index in kept { inputs[names[index]] = .number(values[index]) }
    let total = try Ratio.sum(of: kept.map { weights[$0] })
    let expected = try Ratio.sum(of: kept.map { try weights[$0] / total * values[$0] })
    let score = try ScoringRule(rule, score: "mean").compiled(on: "2026-05-05").score(inputs)
    #expect(score.number == expected)
    #expect(score.measuredShare == (try total / 10))
  }
}
