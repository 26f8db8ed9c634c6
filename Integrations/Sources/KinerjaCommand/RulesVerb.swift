import ArgumentParser
import KinerjaCore
import NationalRules
import WeightedScoring

/// `kinerja rules`: the rules of national law, or one of them as a file.
struct RulesVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the rules of national law, or write one as JSON.",
    discussion: """
      Without a name, one rule a line: identifier, days on which it holds, title. With one, the rule \
      as a JSON file, to start another from.
      """)

  @Argument(help: "The rule to write as JSON; all are listed if it is left out.")
  var rule: String?
  @Option(name: .customLong("on"), help: "Only the rules that hold on this day.")
  var day: Day?
  @OptionGroup var languageOptions: LanguageOptions

  func run() throws {
    let language = languageOptions.language
    let text: String
    if let rule {
      text = try RuleOptions.rule(named: rule, on: day, in: language).json.prettyText
    } else {
      let rules = day.map { RuleBook.national.inForce(on: $0) } ?? RuleBook.national.rules
      text = rules.map { "\($0.id)\t\($0.effective)\t\($0.title[language])\n" }.joined()
    }
    try OutputFile(path: nil, in: language).write(Array(text.utf8))
  }
}
