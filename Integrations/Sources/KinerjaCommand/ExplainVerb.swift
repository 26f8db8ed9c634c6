import ArgumentParser
import KinerjaCore
import RuleLanguage
import WeightedScoring

/// `kinerja explain`: how one person came to a score.
struct ExplainVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say how one person came to a score, step by step.",
    discussion: """
      Takes the first person of a file, or the one with --person. With --not it also says which \
      smallest single changes would have given another category.
      """)

  @OptionGroup var ruleOptions: RuleOptions
  @OptionGroup var languageOptions: LanguageOptions
  @Argument(help: "The file of people; standard input if it is left out or -.")
  var file: String = "-"
  @Option(help: "How people are written: csv or jsonl; found out if it is left out.")
  var from: PersonFormat?
  @Option(help: "The column or key that says who somebody is.")
  var id: String?
  @Option(help: "Who is meant, as the column or key of --id has it.")
  var person: String?
  @Option(name: .customLong("not"), help: "A category: what would have given it?")
  var wanted: String?
  @Flag(help: "Write the derivation as JSON, which anybody can verify.")
  var json = false

  func validate() throws {
    if person != nil, id == nil {
      throw ValidationError("--person needs --id, the column or key that says who somebody is")
    }
  }

  func run() throws {
    let language = languageOptions.language
    let scorer = try ruleOptions.scorer(in: language)
    let found = try find(scorer.rule.rule, in: language)
    let score: Score
    do throws(InvalidInput) {
      score = try scorer.score(found.person.inputs)
    } catch {
      throw Stop(error.moved(to: found.person.line, of: found.file), in: language)
    }
    let output = try OutputFile(path: nil, in: language)
    if json {
      try output.write(Array(score.derivation.json.prettyText.utf8))
      return
    }
    try output.write(Array(score.derivation.text(in: language).utf8))
    guard let wanted else { return }
    let sentences = try stopping(in: language) { () throws(InvalidInput) -> [String] in
      let category: CategoryID
      do throws(InvalidIdentifier) {
        category = try CategoryID(wanted)
      } catch {
        throw InvalidInput(error.diagnostic)
      }
      guard let current = score.category else { return [] }
      return try score.explain(why: current, not: category).sentences(in: language)
    }
    try output.write(Array(("\n" + sentences.joined(separator: "\n") + "\n").utf8))
  }

  private func find(
    _ rule: Rule, in language: Language
  ) throws(Stop) -> (person: PersonInputs, file: String) {
    var pieces = try PieceReader(path: file, quotesCount: from != .jsonl, in: language)
    let format = from ?? PersonFormat.found(by: pieces.firstByte())
    var reader = try stopping(in: language) { () throws(InvalidInput) in
      try PersonReader(format, of: rule, file: pieces.name, idKey: id)
    }
    while let piece = pieces.next() {
      var problems = Diagnostics()
      let people = reader.people(in: piece, &problems)
      if !problems.isEmpty { throw Stop(problems, in: language) }
      for found in people where person == nil || found.id == person {
        return (found, pieces.name)
      }
    }
    let text = LocalizedText(
      id: "\(pieces.name): orang yang dimaksud tidak ada di sini; periksa --id dan --person",
      en: "\(pieces.name): nobody there is the one meant; check --id and --person")
    throw Stop(Stop.dataError, [text[language]])
  }
}

extension InvalidInput {
  /// The problems of one person, at the person's line.
  func moved(to line: Int, of file: String) -> Diagnostics {
    var result = Diagnostics()
    for problem in problems {
      var placed = problem
      placed.place.file = file
      placed.place.line = line
      result.add(placed)
    }
    return result
  }
}
