import KinerjaCore
import RuleLanguage
import WeightedScoring

/// The page of the documentation that lists what each instrument of appraisal prints, and what is
/// assumed.
enum NationalFigures {
  static func page(of rules: [ScoringRule]) -> String {
    let head = """
      # What is confirmed and what is assumed

      The figures of each instrument of appraisal: those that were read, and those that were recalled, inferred or chosen.

      ## Overview

      The page is made from the rules' own parameters. What is *assumed* was not read in the sources at hand; each is a named
      parameter, so that an agency that has the text sets its own value by a ``WeightedScoring/Reform`` within the bounds
      shown. Steps with an assumed source are listed below each table.

      """
    let sections = rules.sorted { $0.effective < $1.effective }.map(section)
    return head + sections.joined()
  }

  private static func section(of rule: ScoringRule) -> String {
    let parameters = rule.rule.parameters
    var text = "\n## \(rule.title[.english])\n\n"
    text += "In use \(rule.effective.text(in: .english)).\n"
    if !parameters.isEmpty {
      text += "\n| figure | value | standing | open within |\n| --- | --- | --- | --- |\n"
    }
    for parameter in parameters {
      for value in parameter.values {
        let cells = [
          parameter.title[.english], words(value.value, rule),
          value.source.standing.label[.english],
          parameter.bounds?.text(in: .english, of: rule.rule) ?? "–",
        ]
        text += "| " + cells.joined(separator: " | ") + " |\n"
      }
    }
    let steps = (rule.rule.lists.flatMap(\.steps) + rule.rule.steps)
      .filter { $0.source?.standing == .assumed }.map { $0.title[.english] }
    if !steps.isEmpty { text += "\nAssumed steps: " + steps.joined(separator: "; ") + ".\n" }
    return text
  }

  private static func words(_ value: RuleValue, _ rule: ScoringRule) -> String {
    switch value {
    case .number(let number): number.text(.point)
    case .flag(let flag): flag ? "yes" : "no"
    case .category(let category):
      rule.rule.scales.first { $0.rank(of: category) != nil }?.label(of: category)[.english]
        ?? category.text
    case .missing: "–"
    }
  }
}
