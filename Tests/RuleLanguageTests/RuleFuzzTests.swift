import KinerjaCore
import KinerjaTables
import RuleLanguage
import Testing

/// A small part of what the release executable `fuzz` does.
@Suite struct RuleFuzzTests {
  static let tokens = [
    "x", "y", "weight", "grade", "agreed", "tasks", "tasks.value", "0", "1", "0.25", "(", ")", ",",
    "+", "-", "*", "/", "=", "<", ">=", "and", "or", "not", "if", "then", "else", "true", "min(",
    "clamp(", "round(", "coalesce(", "isMissing(", "sum(", "last(", "count(", "lookup(", "halfUp",
    "\"high\"", "\"", "%", "\u{301}", "\n",
  ]
  static let whole = [
    "(60 * x + 40 * y) / 100", "if grade = \"high\" then mean(tasks.value) else coalesce(x, 0)",
    "round(clamp(x, 0, weight), 2, halfEven)", "count(tasks.value > 80) / count(tasks)",
  ]

  static func formula(_ seed: Int) -> String {
    let draws = RandomStream(seed: UInt64(seed))
    var words = whole[draws.integer(in: 0...(whole.count - 1), at: 0)].split(separator: " ")
      .map(String.init)
    for change in 0..<draws.integer(in: 0...5, at: 1) {
      let place = draws.integer(in: 0...(words.count - 1), at: 2 + 3 * change)
      let token = tokens[draws.integer(in: 0...(tokens.count - 1), at: 3 + 3 * change)]
      if draws.bernoulli(0.5, at: 4 + 3 * change) {
        words.insert(token, at: place)
      } else {
        words[place] = token
      }
    }
    return words.joined(separator: " ")
  }

  @Test(arguments: 0..<10)
  func `mutated formulas read back, and every fault says where it is`(block: Int) throws {
    var scored = 0
    for seed in (block * 150)..<(block * 150 + 150) {
      let text = Self.formula(seed)
      do throws(InvalidInput) {
        let formula = try Formula(text)
        #expect(try Formula(formula.text).text == formula.text)
      } catch {
        #expect(error.problems.allSatisfy { $0.place.line != nil && $0.place.column != nil })
        continue
      }
      let step = RuleStep("answer", LocalizedText(same: "A"), formula: FormulaText(text))
      let rule = SmallRule.rule(steps: [step])
      let problems = rule.check(on: SmallRule.day)
      #expect(problems.all.allSatisfy { !$0.place.path.components.isEmpty })
      guard !problems.hasErrors else { continue }
      let derivation = try CompiledRule(rule, on: SmallRule.day).derive([
        "x": 7, "grade": .category("high"), "tasks": [["target": 4, "realised": 3]],
      ]).derivation
      #expect(derivation.verify() == [])
      scored += 1
    }
    #expect(scored > 5)
  }
}
