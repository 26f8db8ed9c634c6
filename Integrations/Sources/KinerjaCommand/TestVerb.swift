import ArgumentParser
import KinerjaCore
import NationalRules
import WeightedScoring

/// `kinerja test`: policy vectors against a rule.
struct TestVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run policy vectors against a rule.",
    discussion: """
      The rule is the national one that each file names, unless --rule gives another. The status \
      is 1 if a case does not pass.
      """)

  @Argument(help: "Files of policy vectors.")
  var files: [String]
  @Option(help: "Identifier of a national rule, or path of a JSON file.")
  var rule: String?
  @Flag(help: "Say which ways of the rule no case takes.")
  var coverage = false
  @Flag(help: "Write vectors with cases on both sides of every edge, made from those of the file.")
  var generateEdges = false
  @OptionGroup var languageOptions: LanguageOptions

  func validate() throws {
    if files.isEmpty { throw ValidationError("name a file of policy vectors") }
    if generateEdges, files.count > 1 {
      throw ValidationError("--generate-edges takes one file")
    }
  }

  func run() throws {
    let language = languageOptions.language
    let output = try OutputFile(path: nil, in: language)
    var isSatisfied = true
    var unreadable: [Stop] = []
    for file in files {
      do throws(Stop) {
        isSatisfied = try test(file, output, language) && isSatisfied
      } catch {
        guard error.status == Stop.dataError || error.status == Stop.noInput else { throw error }
        unreadable.append(error)
      }
    }
    if let first = unreadable.first { throw Stop(first.status, unreadable.flatMap(\.lines)) }
    if !isSatisfied { throw Stop(1) }
  }

  private func test(
    _ file: String, _ output: OutputFile, _ language: Language
  ) throws(Stop) -> Bool {
    let vectors = try stopping(in: language) { () throws(InvalidInput) in
      try PolicyVectors(contentsOf: file)
    }
    let rule = try RuleOptions.rule(
      named: self.rule ?? vectors.rule.id.text, on: vectors.defaults.day, in: language)
    if generateEdges {
      let edges = try stopping(in: language) { () throws(InvalidInput) in
        try vectors.edges(of: rule)
      }
      try output.write(Array(edges.json.prettyText.utf8))
      return true
    }
    let report = vectors.run(rule)
    var text = report.text(in: language)
    if coverage {
      let coverage = try stopping(in: language) { () throws(InvalidInput) in
        try vectors.coverage(of: rule)
      }
      text += coverage.text(in: language)
    }
    try output.write(Array(text.utf8))
    return report.isSatisfied
  }
}
