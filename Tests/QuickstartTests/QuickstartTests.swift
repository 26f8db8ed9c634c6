import Foundation
import Testing

@testable import Quickstart

@Suite struct QuickstartTests {
  @Test func `the cycle runs from files to a report and recomputes to the same digits`()
    async throws
  {
    let folder = try ExampleFolder()
    let run = await folder.run("--language", "id")
    #expect(run.problems == "")
    #expect(run.status == 0)
    #expect(run.output.contains("30  pegawai dinilai"))
    // The printed score of the worked spreadsheet K01 is 85,50.
    let words = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("(100 + 90 + 76 + 76) / 4 = 85,5"))
    #expect(run.output.contains("Penilai p-04"))
    #expect(run.output.contains("60 nilai dihitung ulang: setiap angka sama"))
    let html = try String(
      contentsOf: URL(fileURLWithPath: "\(folder.output)/report.html"), encoding: .utf8)
    #expect(html.contains("<html lang=\"id\">"))
    #expect(html.hasSuffix("</html>\n"))
  }

  @Test func `files as a spreadsheet saves them in Indonesia give the same report`() async throws {
    let folder = try ExampleFolder()
    #expect(await folder.run().status == 0)
    let report = try folder.placed("output/report.html")
    for file in ["plans.csv", "progress.csv"] {
      let text = try folder.text(of: file)
      try folder.write(
        text.replacing(",", with: ";").replacing(/(\d)\.(\d)/) { "\($0.1),\($0.2)" }
          .replacing("\n", with: "\r\n"), to: file)
    }
    #expect(await folder.run().status == 0)
    #expect(try folder.placed("output/report.html") == report)
  }

  @Test func `the ratings are those of the seed`() async throws {
    let folder = try ExampleFolder()
    let drawn = try folder.text(of: "ratings.csv")
    try folder.remove("ratings.csv")
    #expect(await folder.run("--draw-ratings").status == 0)
    #expect(try folder.text(of: "ratings.csv") == drawn)
    #expect(!folder.hasOutput)
  }

  @Test(arguments: [["--langage", "id"], ["--language", "fr"], ["--data"]])
  func `wrong arguments are explained`(arguments: [String]) async throws {
    let status = await QuickstartCommand.run(arguments) { text, isProblem in
      #expect(isProblem && text.contains("usage: swift run quickstart"))
    }
    #expect(status == 64)
    let indonesian = await QuickstartCommand.run(["--language", "id", "--oops"]) { text, _ in
      #expect(text.hasPrefix("\"--oops\" tidak dikenal\n\npemakaian: "))
    }
    #expect(indonesian == 64)
  }
}
