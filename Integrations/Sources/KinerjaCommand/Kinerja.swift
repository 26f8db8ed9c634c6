import ArgumentParser
import Foundation

/// Scores people by a rule, explains a score, tests a rule and looks into ratings, from a terminal or
/// a script.
@main
struct Kinerja: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kinerja",
    abstract: "Score civil servants by a rule, explain a score, test a rule, look into ratings.",
    discussion: """
      A rule is named by its identifier in national law, such as id.permenpanrb.6-2022, or by the \
      path of a JSON file. Errors go to standard error, all at once, each with file, line and \
      column, and how to mend it.

      Status: 0 done, 1 a rule fails its vectors, has warnings or differs, 64 wrong usage, 65 wrong data, 66 no such file, \
      73 output cannot be created, 74 output cannot be written, 130 interrupted.
      """,
    subcommands: [
      RulesVerb.self, ScoreVerb.self, ExplainVerb.self, LintVerb.self, DiffVerb.self, TestVerb.self,
      AnnexVerb.self, AgreementVerb.self, DesignVerb.self, FacetsVerb.self, AuditVerb.self,
      ImpactVerb.self, CheckVerb.self,
    ])

  static func main() {
    withExtendedLifetime(Interruption()) {
      do {
        var command = try parseAsRoot()
        try command.run()
      } catch let stop as Stop {
        for line in stop.lines { Console.error(line) }
        exit(withError: ExitCode(stop.status))
      } catch {
        exit(withError: error)
      }
    }
  }
}
