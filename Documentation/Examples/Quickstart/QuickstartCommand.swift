import Foundation
import Kinerja

/// Runs one cycle of evaluation from files to a report; see `--help`.
@main struct QuickstartCommand {
  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let status = await run(arguments) { text, isProblem in
      (isProblem ? FileHandle.standardError : .standardOutput).write(Data(text.utf8))
    }
    exit(status)
  }

  /// Runs the command.
  ///
  /// - Parameters:
  ///   - arguments: What stands behind the command's name.
  ///   - write: Takes text for people, and whether it is about a problem.
  /// - Returns: The exit status: 0 if all went well, 64 for wrong arguments, 65 for wrong input,
  ///   74 if something cannot be written or does not recompute.
  static func run(_ arguments: [String], write: @Sendable (String, Bool) -> Void) async -> Int32 {
    let options: QuickstartOptions
    do {
      options = try QuickstartOptions(arguments)
    } catch {
      let language = QuickstartOptions.language(in: arguments)
      write("\(error.sentence[language])\n\n\(QuickstartOptions.usage[language])\n", true)
      return 64
    }
    if options.showsHelp {
      write(QuickstartOptions.usage[options.language] + "\n", false)
      return 0
    }
    let language = options.language
    do {
      if options.drawsRatings {
        let agency = try AgencyFiles(folder: options.data).read(withRatings: false)
        try RatingDraw(agency).write(to: options.data)
        return 0
      }
      let agency = try AgencyFiles(folder: options.data).read()
      let output = try await OutputFolder(at: options.output)
      let cycle: CycleRun.Outcome
      let report: AgencyReport
      do {
        cycle = try await CycleRun(agency, journal: output.unfinishedJournal).run()
        report = AgencyReport(agency, cycle)
        try output.finish(report: report.document.html(in: language))
      } catch {
        output.abandon()
        throw error
      }
      write(report.summary.text(in: language), false)
      write(LocalizedText.written(to: options.output)[language] + "\n", false)
      return cycle.recomputation.isSame ? 0 : 74
    } catch let error as InvalidInput {
      write(LocalizedText.invalid(error.problems.count)[language] + "\n", true)
      write(error.report(in: language) + "\n", true)
      return 65
    } catch let error as any DiagnosedError {
      write(error.diagnostic.sentence(in: language) + "\n", true)
      return 74
    } catch let error as JournalError {
      for problem in error.diagnostics { write(problem.sentence(in: language) + "\n", true) }
      return 74
    } catch {
      write(LocalizedText.unexpected("\(error)")[language] + "\n", true)
      return 74
    }
  }
}

extension LocalizedText {
  fileprivate static func invalid(_ count: Int) -> LocalizedText {
    LocalizedText(
      id: "Masukan tidak dapat dipakai; \(count) masalah, tidak ada yang ditulis:",
      en:
        "The input cannot be used; \(count == 1 ? "one problem" : "\(count) problems"), and nothing was written:"
    )
  }

  fileprivate static func unexpected(_ error: String) -> LocalizedText {
    LocalizedText(
      id: "Kesalahan yang tidak terduga, harap laporkan: \(error)",
      en: "An error that nobody expected; please report it: \(error)")
  }

  fileprivate static func written(to folder: String) -> LocalizedText {
    LocalizedText(
      id: "Laporan: \(folder)/report.html · jurnal: \(folder)/journal",
      en: "Report: \(folder)/report.html · journal: \(folder)/journal")
  }
}
