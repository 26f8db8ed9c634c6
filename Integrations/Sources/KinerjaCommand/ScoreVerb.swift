import ArgumentParser
import Foundation
import KinerjaCore
import KinerjaTables
import RuleLanguage
import WeightedScoring

/// `kinerja score`: people in, scores out.
struct ScoreVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Score people by a rule.",
    discussion: """
      Reads CSV, one row a person, or JSON, one object a line, from a file or standard input, and \
      writes the exact score, the score as it is shown, the category, the share of the weight that \
      was measured, and why somebody has none. Memory does not grow with the file. After the first \
      error nothing more is written, but the rest is still checked; a file given by --output \
      appears only if everything is right.
      """)

  @OptionGroup var ruleOptions: RuleOptions
  @OptionGroup var languageOptions: LanguageOptions
  @Argument(help: "The file of people; standard input if it is left out or -.")
  var file: String = "-"
  @Option(name: .shortAndLong, help: "The file to write; standard output if it is left out.")
  var output: String?
  @Option(help: "How people are written: csv or jsonl; found out if it is left out.")
  var from: PersonFormat?
  @Option(help: "How results are written: csv or jsonl; like the people if it is left out.")
  var to: PersonFormat?
  @Option(help: "The column or key that says who somebody is; the results repeat it.")
  var id: String?
  @Flag(help: "Pass over columns of a CSV file that the rule does not ask for.")
  var ignoreOtherColumns = false

  func run() throws {
    let language = languageOptions.language
    let scorer = try ruleOptions.scorer(in: language)
    var pieces = try PieceReader(path: file, quotesCount: from != .jsonl, in: language)
    let format = from ?? PersonFormat.found(by: pieces.firstByte())
    var people = try stopping(in: language) { () throws(InvalidInput) in
      try PersonReader(
        format, of: scorer.rule.rule, file: pieces.name, idKey: id,
        otherColumns: ignoreOtherColumns ? .ignored : .refused)
    }
    let sink = try OutputFile(path: output, in: language)
    do {
      try score(scorer, &pieces, &people, ScoreWriter(scorer, to ?? format, id: id, language), sink)
      try sink.finish()
    } catch {
      sink.discard()
      throw error
    }
  }

  private func score(
    _ scorer: Scorer, _ pieces: inout PieceReader, _ people: inout PersonReader,
    _ writer: ScoreWriter, _ output: OutputFile
  ) throws(Stop) {
    var problems = Diagnostics()
    var progress = Progress(length: pieces.length)
    var isFirst = true
    while let piece = pieces.next() {
      let batch = people.people(in: piece, &problems)
      let results = try stopping(in: languageOptions.language) { () throws(InvalidInput) in
        try scorer.results(of: batch.map(\.inputs))
      }
      for (person, result) in zip(batch, results) {
        guard case .failure(let error) = result else { continue }
        problems.add(contentsOf: error.moved(to: person.line, of: pieces.name))
      }
      if problems.isEmpty {
        try output.write(writer.text(batch, results, withHeader: isFirst))
        isFirst = false
      }
      progress.tell(pieces.position)
    }
    progress.end()
    if !problems.isEmpty { throw Stop(problems, in: languageOptions.language) }
    if isFirst { try output.write(writer.text([], [], withHeader: true)) }
  }
}
