import AppraisalStorage
import KinerjaReports
import Testing

/// What stands in the folder of the output before a run, and what must stand there after it.
@Suite struct OutputFolderTests {
  struct Foreign: Sendable, CustomTestStringConvertible {
    let file: String
    let named: String
    var testDescription: String { file }
  }

  @Test(arguments: [
    Foreign(file: "output", named: "output: ini berkas, bukan folder"),
    Foreign(file: "output/journal", named: "output/journal: isinya bukan"),
    Foreign(file: "output/journal/notes.txt", named: "output/journal: isinya bukan"),
    Foreign(file: "output/journal.unfinished/notes.txt", named: "journal.unfinished: isinya bukan"),
    Foreign(file: "output/report.html", named: "output/report.html: isinya bukan"),
    Foreign(file: "output/report.html/notes.txt", named: "output/report.html: isinya bukan"),
  ])
  func `what somebody else wrote is left alone, and the run says so`(
    foreign: Foreign
  ) async throws {
    let folder = try ExampleFolder()
    try folder.place("mine", at: foreign.file)
    let run = await folder.run("--language", "id")
    #expect(run.status == 74)
    #expect(run.output == "")
    #expect(run.problems.contains(foreign.named), "\(run.problems)")
    #expect(run.problems.contains("; "))
    #expect(try folder.placed(foreign.file) == "mine")
    #expect(folder.outputNames.count <= 1)
  }

  @Test func `a journal that somebody has open is left alone`() async throws {
    let folder = try ExampleFolder()
    try folder.place("", at: "output/journal/lock")
    let store = try FolderStore(at: "\(folder.output)/journal")
    let run = await folder.run()
    #expect(run.status == 74)
    #expect(run.problems.contains("output/journal: another process has this open; "))
    #expect(folder.outputNames == ["journal"])
    await store.shutdown()
  }

  @Test func `an output that cannot be made is told in words`() async throws {
    let folder = try ExampleFolder()
    try folder.place("mine", at: "file")
    let run = await folder.run("--output", "\(folder.root)/file/below")
    #expect(run.status == 74)
    #expect(run.problems.contains("file/below: this cannot be written to; "))
  }

  @Test func `a run replaces an earlier one only once it has succeeded`() async throws {
    let folder = try ExampleFolder()
    // What a run that was killed leaves, besides a file of somebody's.
    try folder.place("half a header", at: "output/journal.unfinished/0000000001.journal")
    try folder.place("mine", at: "output/notes.txt")
    #expect(await folder.run().status == 0)
    #expect(folder.outputNames == ["journal", "notes.txt", "report.html"])
    let report = try folder.placed("output/report.html")
    #expect(report.contains(Report.generatorTag))

    // The process refuses a person on whom nothing was reported, in the middle of the run.
    let lines = try folder.text(of: "progress.csv").split(separator: "\n")
    try folder.write(
      lines.filter { !$0.hasPrefix("p-07,t1,") }.joined(separator: "\n"), to: "progress.csv")
    let refused = await folder.run("--language", "id")
    #expect(refused.status == 65)
    #expect(refused.problems.contains("p-07: "))
    #expect(refused.problems.contains("tidak ada yang ditulis"))
    #expect(folder.outputNames == ["journal", "notes.txt", "report.html"])
    #expect(try folder.placed("output/report.html") == report)
  }
}
