import Foundation
import Testing

@Suite struct ExplainVerbTests {
  static let rule = ["--rule", "id.permenpanrb.6-2022", "--on", "2026-12-31"]
  static let staff = "nama,result,behaviour\nA,above,as-expected\nB,below,below\n"

  @Test func `one person's derivation is printed`() throws {
    let run = try CommandRun(
      ["explain"] + Self.rule + ["--id", "nama", "--person", "B", "--lang", "id"],
      input: Self.staff)
    #expect(run.status == 0)
    #expect(run.output.contains("Predikat kinerja: "))
    #expect(run.output.contains("→ Sangat Kurang"))
  }

  @Test func `what would have given another grade is said`() throws {
    let run = try CommandRun(
      ["explain"] + Self.rule + ["--not", "very-good", "--id", "nama"], input: Self.staff)
    #expect(run.status == 0)
    #expect(run.output.contains("above expectation"))
  }

  @Test func `the derivation is written as JSON`() throws {
    let run = try CommandRun(
      ["explain"] + Self.rule + ["--json", "--id", "nama"], input: Self.staff)
    #expect(run.output.hasPrefix("{"))
    #expect(run.output.contains("\"ruleDigest\""))
  }

  @Test func `a person who is not there is named as such`() throws {
    let run = try CommandRun(
      ["explain"] + Self.rule + ["--id", "nama", "--person", "Z"], input: Self.staff)
    #expect(run.status == 65)
    #expect(run.errors.contains("--person"))
  }
}

@Suite struct TestVerbTests {
  static let vectors = """
    { "format": "kinerja-policy-tests/1", "rule": { "id": "id.permenpanrb.6-2022", "version": "1" },
      "defaults": { "on": "2026-12-31" },
      "cases": [ { "name": "both above", "input": { "result": "above", "behaviour": "above" },
          "expect": { "category": "CATEGORY" } } ] }
    """

  @Test func `vectors that pass leave status 0`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      Self.vectors.replacing("CATEGORY", with: "very-good"), to: "vectors.json")
    let run = try CommandRun(["test", file])
    #expect(run.status == 0)
    #expect(run.output == "id.permenpanrb.6-2022 1: 1 of 1 cases pass\n")
    let covered = try CommandRun(["test", file, "--coverage"])
    #expect(covered.output.contains("ways are tested"))
    #expect(covered.output.contains("predikat: row below, column below"))
    let edges = try CommandRun(["test", file, "--generate-edges"])
    #expect(edges.status == 0)
    let again = try folder.write(edges.output, to: "edges.json")
    #expect(try CommandRun(["test", again]).output.hasSuffix(" cases pass\n"))
  }

  @Test func `vectors that fail leave status 1 and their derivation`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      Self.vectors.replacing("CATEGORY", with: "good"), to: "vectors.json")
    let run = try CommandRun(["test", file])
    #expect(run.status == 1)
    #expect(run.output.contains("expected good, found very-good"))
    #expect(run.output.contains("  >   "))
    #expect(run.errors == "")
  }

  @Test func `a broken file is named with line and column`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      Self.vectors.replacing("\"expect\"", with: "\"expects\""), to: "vectors.json")
    let run = try CommandRun(["test", file, folder.path("none.json")])
    #expect(run.status == 65)
    #expect(run.errors.contains("\(file):4:"))
    #expect(run.errors.contains("none.json"))
  }
}

@Suite struct LintAndDiffVerbTests {
  @Test func `findings come with people who show them`() throws {
    let run = try CommandRun(["lint", "--rule", "id.pp.46-2011", "--on", "2020-12-31"])
    #expect(run.status == 1)
    #expect(run.output.contains("warning: "))
    #expect(run.output.contains("  {\""))
    let clean = try CommandRun(["lint", "--rule", "id.permenpanrb.6-2022", "--on", "2026-12-31"])
    #expect(clean.errors == "id.permenpanrb.6-2022: nothing found\n")
    #expect(clean.status == 0)
  }

  @Test func `a reform is told in words`() throws {
    let folder = try TemporaryFolder()
    let reform = try folder.write(
      """
      { "id": "perwali", "title": { "id": "Bobot", "en": "Weights" },
        "source": { "instrument": "Rancangan", "standing": "assumed" },
        "changes": [
          { "set": "weight.skp", "value": "0.7", "from": "2020-01-01", "to": ".." },
          { "set": "weight.behaviour", "value": "0.3", "from": "2020-01-01", "to": ".." } ] }
      """, to: "reform.json")
    let run = try CommandRun(
      ["diff", "id.pp.46-2011", "--reform", reform, "--on", "2020-12-31"])
    #expect(run.errors == "")
    #expect(run.status == 1)
    #expect(run.output.contains("0.6"))
    #expect(run.output.contains("0.7"))
    let same = try CommandRun(["diff", "id.pp.46-2011", "id.pp.46-2011", "--on", "2020-12-31"])
    #expect(same.status == 0)
    #expect(same.output.contains("no difference"))
    #expect(try CommandRun(["diff", "id.pp.46-2011"]).status == 64)
  }
}
