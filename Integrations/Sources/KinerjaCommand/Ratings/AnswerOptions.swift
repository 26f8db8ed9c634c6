import ArgumentParser
import KinerjaCore
import KinerjaReports

/// How an answer is written.
struct AnswerOptions: ParsableArguments {
  @Flag(help: "Write one flat object of JSON.")
  var json = false
  @Flag(help: "Write one HTML page.")
  var html = false
  @Option(name: .shortAndLong, help: "The file to write; standard output if it is left out.")
  var output: String?
  @OptionGroup var languageOptions: LanguageOptions

  var language: Language { languageOptions.language }

  func validate() throws {
    if json, html { throw ValidationError("choose one of --json and --html") }
  }

  /// Writes an answer as it was asked for.
  func write(
    _ manifest: @autoclosure () -> Manifest, figures: () -> Figures, report: () -> Report
  ) throws(Stop) {
    let text: String
    if json {
      var all = figures()
      manifest().add(to: &all)
      text = all.json
    } else {
      text = html ? report().html(in: language) : report().text(in: language)
    }
    let output = try OutputFile(path: output, in: language)
    do {
      try output.write(Array(text.utf8))
      try output.finish()
    } catch {
      output.discard()
      throw error
    }
  }
}
