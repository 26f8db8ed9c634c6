import ArgumentParser
import KinerjaCore
import KinerjaReports
import KinerjaTables
import RatingBias

/// `kinerja impact`: whether groups have an outcome equally often.
struct ImpactVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "impact",
    abstract: "Compare how often groups have an outcome, in all and within strata.",
    discussion: """
      Reads CSV with the columns group and outcome, and stratum and count if there are any: one row a \
      person, or one row a count of persons. Impact ratio with interval and exact test, the verdict of \
      four fifths with what it does not mean, and the comparison within strata, such as persons of \
      the same achievement.
      """)

  @Argument(help: "A CSV file with the columns group and outcome, and on wish stratum and count.")
  var file: String
  @Option(help: "The outcome that counts, as the file has it; the first that occurs if left out.")
  var selected: [String] = []
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let language = answer.language
    let (outcomes, favourable) = try stopping(in: language) { () throws(InvalidInput) in
      let layout = CSVLayout(
        [
          .code("group"), .code("stratum", presence: .optional), .code("outcome"),
          .integer("count", in: 0...1_000_000_000, presence: .optional),
        ], otherColumns: .ignored)
      let table = try CSVReader(layout).read(path: file)
      let outcome = table.codes("outcome")
      let first = (0..<table.rowCount).lazy.compactMap { outcome[$0] }.first
      let favourable = selected.isEmpty ? first.map { [$0] } ?? [] : selected
      let has = { (name: String) in
        table.column(named: name).map { ($0.missing?.count ?? 0) < table.rowCount } ?? false
      }
      let outcomes = try GroupOutcomes(
        table, stratum: has("stratum") ? "stratum" : nil, favourable: Set(favourable),
        count: has("count") ? "count" : nil)
      return (outcomes, favourable)
    }
    let answered = try stopping(in: language) { () throws(InvalidInput) in
      try ImpactAnalysis().run(on: outcomes)
    }
    switch answered {
    case .notEnough(let lacking): throw Stop(lacking, of: file, in: language)
    case .estimate(let result):
      try answer.write(
        Manifest(
          "impact", path: file, settings: [("selected", favourable.joined(separator: ","))]),
        figures: { Figures(result) }, report: { Report(result) })
    }
  }
}
