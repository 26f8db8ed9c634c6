import ArgumentParser
import KinerjaCore
import KinerjaReports
import WeightedScoring

/// `kinerja annex`: a rule as the annex of a regulation.
struct AnnexVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annex",
    abstract: "Print a rule as the annex of a regulation, in chapters, articles and tables.")

  @Argument(help: "Identifier of a national rule, or path of a JSON file.")
  var rule: String
  @Option(name: .customLong("on"), help: "Day whose values hold; the newest version if left out.")
  var day: Day?
  @Flag(help: "Write one HTML page.")
  var html = false
  @Option(name: .shortAndLong, help: "The file to write; standard output if it is left out.")
  var output: String?
  @OptionGroup var languageOptions: LanguageOptions

  func run() throws {
    let language = languageOptions.language
    let annex = try RuleOptions.rule(named: rule, on: day, in: language).annex
    let text = html ? Report(annex).html(in: language) : annex.text(in: language)
    let file = try OutputFile(path: output, in: language)
    do {
      try file.write(Array(text.utf8))
      try file.finish()
    } catch {
      file.discard()
      throw error
    }
  }
}
