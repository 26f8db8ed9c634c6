import ArgumentParser
import Foundation
import KinerjaCore
import RuleLanguage
import WeightedScoring

/// `kinerja diff`: what differs between two rules, in words.
struct DiffVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say in words what differs between two rules, or before and after a reform.",
    discussion: """
      A rule is the identifier of a national one or the path of a JSON file. The status is 0 if \
      nothing differs and 1 if something does.
      """)

  @Argument(help: "The rule that is compared.")
  var old: String
  @Argument(help: "The rule that it is compared with; left out with --reform.")
  var new: String?
  @Option(help: "A JSON file of a reform, which is laid over the first rule.")
  var reform: String?
  @Option(name: .customLong("on"), help: "Day whose values are compared; all days if left out.")
  var day: Day?
  @Flag(help: "Write the differences as JSON.")
  var json = false
  @OptionGroup var languageOptions: LanguageOptions

  func validate() throws {
    if (new == nil) == (reform == nil) {
      throw ValidationError("name a second rule, or a reform by --reform")
    }
  }

  func run() throws {
    let language = languageOptions.language
    let first = try RuleOptions.rule(named: old, on: day, in: language)
    let second: ScoringRule
    if let new {
      second = try RuleOptions.rule(named: new, on: day, in: language)
    } else {
      let path = reform ?? ""
      second = try stopping(in: language) { () throws(InvalidInput) in
        try first.applying(try JSONDocument(contentsOf: path).read(Reform.self))
      }
    }
    let diff = RuleDiff(from: first, to: second, on: day)
    let text = json ? diff.json.prettyText : diff.text(in: language)
    try OutputFile(path: nil, in: language).write(Array(text.utf8))
    if !diff.isEmpty { throw Stop(1) }
  }
}
