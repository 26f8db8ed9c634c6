import Foundation
import Testing

@Suite struct RulesAndAnnexVerbTests {
  @Test func `the rules of a day are listed, and one comes as a file that scores alike`() throws {
    let list = try CommandRun(["rules", "--on", "2026-12-31"])
    #expect(list.status == 0)
    let lines = list.output.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("id.permenpanrb.6-2022\t2022-01-01/..\t") })
    #expect(!lines.contains { $0.hasPrefix("id.pp.46-2011\t") })

    let folder = try TemporaryFolder()
    let json = try CommandRun(["rules", "id.permenpanrb.6-2022"])
    let file = try folder.write(json.output, to: "rule.json")
    let ways = try ["id.permenpanrb.6-2022", file].map { rule in
      try CommandRun(
        ["score", "--rule", rule, "--on", "2026-12-31"],
        input: #"{"result": "above", "behaviour": "above"}"#)
    }
    #expect(ways[0].output == ways[1].output)
    #expect(ways[0].output.contains("very-good"))
  }

  @Test func `a rule that is not there is named with those that are`() throws {
    let run = try CommandRun(["rules", "id.pp.99-1999"])
    #expect(run.status == 66)
    #expect(run.errors.contains("id.pp.46-2011"))
  }

  @Test func `an annex comes as text and as a page that appears whole`() throws {
    let text = try CommandRun(["annex", "id.permenpanrb.6-2022", "--lang", "id"])
    #expect(text.status == 0)
    #expect(text.output.contains("Pasal 1"))
    let folder = try TemporaryFolder()
    let page = folder.path("annex.html")
    let run = try CommandRun(["annex", "id.permenpanrb.6-2022", "--html", "--output", page])
    #expect(run.status == 0)
    let html = try String(contentsOfFile: page, encoding: .utf8)
    #expect(html.contains("<table"))
    #expect(html.hasSuffix("</html>\n"))
  }

  @Test func `columns of another purpose are refused, and passed over on request`() throws {
    let rule = ["score", "--rule", "id.permenpanrb.6-2022", "--on", "2026-12-31"]
    let file = "result,behaviour,address\nabove,above,Jalan Melati 1\n"
    #expect(try CommandRun(rule, input: file).status == 65)
    let run = try CommandRun(rule + ["--ignore-other-columns"], input: file)
    #expect(run.status == 0)
    #expect(run.output.contains("very-good"))
  }
}
