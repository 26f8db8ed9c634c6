import KinerjaCore
import RuleLanguage
import WeightedScoring

/// What a case found wrong with the library.
struct Fault: Error {
  let what: String
  let text: String
}

/// One case: a text goes in, and whatever becomes of it must keep its promises.
struct Cases {
  /// How many texts got so far.
  private(set) var parsed = 0
  private(set) var compiled = 0
  private(set) var scored = 0
  private(set) var crowds = CrowdCases()

  // MARK: - Formulas

  mutating func formula(_ text: String, _ dice: inout Dice) throws(Fault) {
    let formula: Formula
    do throws(InvalidInput) {
      formula = try Formula(text)
    } catch {
      for problem in error.problems where problem.place.line == nil || problem.place.column == nil {
        throw Fault(what: "a problem without line and column: \(problem.code)", text: text)
      }
      return
    }
    parsed += 1
    guard let again = try? Formula(formula.text), again.text == formula.text else {
      throw Fault(what: "the formula does not read back: \(formula.text)", text: text)
    }
    try run(Corpus.rule(text), &dice, text)
  }

  // MARK: - Files

  mutating func file(_ bytes: [UInt8], _ dice: inout Dice) throws(Fault) {
    let text = String(decoding: bytes, as: UTF8.self)
    let rule: ScoringRule
    do throws(InvalidInput) {
      rule = try JSONDocument(bytes).read(ScoringRule.self)
    } catch {
      for problem in error.problems where !problem.isPlaced {
        throw Fault(what: "a problem without place: \(problem.code)", text: text)
      }
      return
    }
    parsed += 1
    let written = rule.json.canonicalBytes
    guard let again = try? JSONDocument(written).read(ScoringRule.self), again == rule else {
      throw Fault(what: "the rule does not read back", text: text)
    }
    try run(rule, &dice, text)
  }

  // MARK: - Scoring

  mutating func run(
    _ rule: ScoringRule, _ dice: inout Dice, _ text: String
  ) throws(Fault) {
    let day = rule.rule.effective.contains(Corpus.day) ? Corpus.day : Corpus.earlierDay
    let scorer: Scorer
    do throws(InvalidInput) {
      scorer = try rule.compiled(on: day)
    } catch {
      for problem in error.problems where !problem.isPlaced {
        throw Fault(what: "a problem without place: \(problem.code)", text: text)
      }
      return
    }
    compiled += 1
    try crowds.check(scorer, &dice, text)
    let inputs = rule.rule.inputs(&dice)
    let score: Score
    do throws(InvalidInput) {
      score = try scorer.score(inputs)
    } catch {
      // What a step cannot compute is told by the step's name.
      for problem in error.problems where !problem.isPlaced && problem.values["step"] == nil {
        throw Fault(what: "a problem without place: \(problem.code)", text: text)
      }
      return
    }
    scored += 1
    guard case .success(let alone)? = (try? scorer.results(of: [inputs]))?.first,
      alone == score.result
    else { throw Fault(what: "a crowd of one differs", text: text) }
    if dice.one(in: 8) { try check(score.derivation, text) }
  }

  private func check(_ derivation: Derivation, _ text: String) throws(Fault) {
    guard derivation.verify().isEmpty else {
      throw Fault(what: "a derivation does not verify", text: text)
    }
    for language in [Language.indonesian, .english] where derivation.text(in: language).isEmpty {
      throw Fault(what: "a derivation without words", text: text)
    }
    let written = derivation.json.canonicalBytes
    guard let again = try? JSONDocument(written).read(Derivation.self), again == derivation else {
      throw Fault(what: "a derivation does not read back", text: text)
    }
  }
}

extension Diagnostic {
  /// Whether it says where it is: a line, or a path into the definition.
  var isPlaced: Bool { place.line != nil || !place.path.components.isEmpty }
}

extension Rule {
  /// Inputs of all kinds, some of them missing, some wrong.
  func inputs(_ dice: inout Dice) -> RuleInputs {
    var inputs = RuleInputs()
    for input in self.inputs where !dice.one(in: 6) { inputs[input.id] = value(of: input, &dice) }
    for list in lists where !dice.one(in: 10) {
      inputs[list: list.id] = (0..<dice.integer(in: 0...4)).map { _ in
        var record: RuleRecord = [:]
        for field in list.fields where !dice.one(in: 10) {
          record[field.id] = value(of: field, &dice)
        }
        return record
      }
    }
    return inputs
  }

  private func value(of input: RuleInput, _ dice: inout Dice) -> RuleValue {
    if dice.one(in: 200) { return true }
    switch input.type {
    case .flag: return .flag(dice.one(in: 2))
    case .category(let scale):
      let categories = self.scale(scale)?.categories ?? []
      return categories.isEmpty ? .missing(.notGiven) : .category(dice.pick(categories).id)
    case .number:
      let texts = [
        "0", "1", "-1", "100", "23.99", "24", "24.01", "1/3", "999999999999999999", "0.000001",
        "\(dice.integer(in: -1000...1000))",
      ]
      return (try? Ratio(dice.pick(texts), .point)).map { .number($0) } ?? 0
    }
  }
}
