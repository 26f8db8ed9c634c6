import ArgumentParser
import KinerjaCore
import RuleLanguage
import WeightedScoring

/// `kinerja lint`: what should be looked at in a rule though it compiles.
struct LintVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Look for what is wrong with a rule although it compiles.",
    discussion: """
      Each finding comes with people who show it, as JSON that the verb score reads. The status is \
      1 if there is a warning.
      """)

  @OptionGroup var ruleOptions: RuleOptions
  @OptionGroup var languageOptions: LanguageOptions

  func run() throws {
    let language = languageOptions.language
    let rule = try RuleOptions.rule(
      named: ruleOptions.rule, on: ruleOptions.day, in: language)
    let findings = try stopping(in: language) { () throws(InvalidInput) in
      try rule.lint(on: ruleOptions.day)
    }
    let output = try OutputFile(path: nil, in: language)
    for finding in findings {
      var text =
        "\(finding.severity.rawValue): \(finding.sentence(in: language))\n"
      for person in finding.people {
        text += "  " + String(decoding: person.json.canonicalBytes, as: UTF8.self) + "\n"
      }
      try output.write(Array(text.utf8))
    }
    if findings.isEmpty {
      let text = LocalizedText(id: "tidak ada temuan", en: "nothing found")
      Console.error("\(rule.id): \(text[language])")
    }
    if findings.contains(where: { $0.severity == .warning }) { throw Stop(1) }
  }
}
