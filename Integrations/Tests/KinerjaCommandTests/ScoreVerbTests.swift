import Foundation
import Testing

@Suite struct ScoreVerbTests {
  static let rule = ["--rule", "id.permenpanrb.6-2022", "--on", "2026-12-31"]
  static let staff = """
    nama,result,behaviour
    A,above,as-expected
    B,below,below
    C,above,

    """

  @Test func `people of a CSV file are scored`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Self.staff, to: "staff.csv")
    let run = try CommandRun(["score"] + Self.rule + ["--id", "nama", file])
    #expect(run.errors == "")
    #expect(run.status == 0)
    #expect(
      run.output.replacing("\r\n", with: "\n") == """
        nama,score,shown,category,measuredShare,missing
        A,,,good,1,
        B,,,very-poor,1,
        C,,,,0,behaviour is missing

        """)
  }

  @Test func `standard input and JSON lines work alike, in both languages`() throws {
    let input = """
      {"nama": "A", "result": "above", "behaviour": "above"}
      {"nama": "C", "result": "above"}

      """
    let run = try CommandRun(
      ["score"] + Self.rule + ["--id", "nama", "--lang", "id"], input: input)
    #expect(run.status == 0)
    #expect(
      run.output == """
        {"category":"very-good","measuredShare":1,"nama":"A"}
        {"measuredShare":0,"missing":"behaviour tidak tersedia","nama":"C"}

        """)
    let table = try CommandRun(
      ["score"] + Self.rule + ["--to", "csv", "--id", "nama"], input: input)
    #expect(
      table.output.hasPrefix(
        "nama,score,shown,category,measuredShare,missing\r\nA,,,very-good,1,"))
  }

  @Test func `lists come by JSON lines, and scores are exact`() throws {
    let input = """
      {"additionalTasks": 0, "creativity": "none", "behaviourValue": 80, "tasks": \
      [{"target.quantity": 1, "realised.quantity": 1, "target.quality": 100, \
      "realised.quality": 90, "target.time": 12, "realised.time": 10}]}

      """
    let rule = ["--rule", "id.pp.46-2011", "--on", "2020-12-31"]
    let run = try CommandRun(["score"] + rule, input: input)
    // 0.6 · 848/9 + 0.4 · 80.
    #expect(
      run.output
        == #"{"category":"good","measuredShare":1,"score":"1328/15","shown":"88.53"}"# + "\n")
    let rows = try CommandRun(["score"] + rule + ["--from", "csv"], input: "creativity\nnone\n")
    #expect(rows.status == 65)
    #expect(rows.errors.contains("the list tasks has no place in a file of one row a person"))
  }

  @Test func `everything wrong is named at once with its line, and no file appears`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "nama,result,behaviour\nA,above,above\nB,abov,above\nC,below,high\n", to: "staff.csv")
    let output = folder.path("scores.csv")
    let run = try CommandRun(["score"] + Self.rule + ["--id", "nama", file, "--output", output])
    #expect(run.status == 65)
    #expect(run.output == "")
    let lines = run.errors.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("\(file):3:3") == true)
    #expect(lines.last?.hasPrefix("\(file):4:") == true)
    #expect(lines.first?.contains("above") == true)
    #expect(!FileManager.default.fileExists(atPath: output))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["staff.csv"])
  }

  // Several pieces: what is wrong in the last one has the line of the whole file.
  @Test func `a long file is read in pieces, and its lines are counted throughout`() throws {
    let folder = try TemporaryFolder()
    let count = 60_000
    var text = "nama,result,behaviour\n"
    for person in 0..<count { text += "person-\(person),above,above\n" }
    let good = try folder.write(text, to: "good.csv")
    let output = folder.path("scores.csv")
    let run = try CommandRun(["score"] + Self.rule + ["--id", "nama", good, "-o", output])
    #expect(run.status == 0)
    let scores = try String(contentsOfFile: output, encoding: .utf8).split(
      whereSeparator: \.isNewline)
    #expect(scores.count == count + 1)
    #expect(scores.last == "person-\(count - 1),,,very-good,1,")
    #expect(scores.count { $0.hasPrefix("nama") } == 1)

    let bad = try folder.write(text + "last,above,abov\n", to: "bad.csv")
    let failed = try CommandRun(["score"] + Self.rule + ["--id", "nama", bad])
    #expect(failed.status == 65)
    #expect(failed.errors.hasPrefix("\(bad):\(count + 2):"))
  }

  @Test func `a wrong header is told once, however long the file`() throws {
    let folder = try TemporaryFolder()
    let rows = String(repeating: "person,above,above\n", count: 120_000)
    let file = try folder.write("nama,result,nilai\n" + rows, to: "staff.csv")
    let run = try CommandRun(["score"] + Self.rule + ["--id", "nama", file])
    #expect(run.status == 65)
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(run.errors.hasPrefix("\(file):1:"))
  }

  @Test func `an empty file is no file of people`() throws {
    let run = try CommandRun(["score"] + Self.rule)
    #expect(run.status == 65)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("stdin:"))
    #expect(try CommandRun(["score"] + Self.rule + ["--from", "jsonl"]).status == 0)
  }

  @Test func `a broken line does not hide what is wrong with the others`() throws {
    let input = """
      {"result": "above", "behaviour": "above"
      {"result": "abov", "behaviour": "above"}
      {"resutl": "above", "behaviour": "above"}

      """
    let run = try CommandRun(["score"] + Self.rule, input: input)
    #expect(run.status == 65)
    for line in 1...3 { #expect(run.errors.contains("stdin:\(line):")) }
  }

  struct Wrong: Sendable {
    let arguments: [String]
    let status: Int32
    let message: String
  }

  @Test(arguments: [
    Wrong(arguments: ["score"], status: 64, message: "--rule"),
    Wrong(arguments: ["scroe"], status: 64, message: "scroe"),
    Wrong(
      arguments: ["score", "--rule", "id.pp.46-2011", "--on", "2020-13-01"], status: 64,
      message: "2020-13-01"),
    Wrong(
      arguments: ["score", "--rule", "id.pp.46-2011", "--on", "2026-01-01"], status: 66,
      message: "does not hold on 2026-01-01"),
    Wrong(
      arguments: ["score", "--rule", "id.pp.47-2011", "--on", "2020-01-01"], status: 66,
      message: "id.permenpanrb.6-2022"),
    Wrong(
      arguments: ["score", "--rule", "nowhere/rule.json", "--on", "2020-01-01"], status: 66,
      message: "nowhere/rule.json"),
    Wrong(
      arguments: ["score"] + rule + ["nowhere.csv"], status: 66, message: "nowhere.csv"),
    Wrong(
      arguments: ["score"] + rule + ["-o", "/nowhere/scores.csv"], status: 73,
      message: "/nowhere/scores.csv"),
    Wrong(
      arguments: ["explain"] + rule + ["--person", "A"], status: 64, message: "--id"),
  ])
  func `what is wrong with a call has its own status`(example: Wrong) throws {
    let run = try CommandRun(example.arguments, input: "result,behaviour\nabove,above\n")
    #expect(run.status == example.status)
    #expect(run.errors.contains(example.message))
    #expect(run.output == "")
  }

  @Test func `a reader that has had enough is no error message`() throws {
    let folder = try TemporaryFolder()
    let text = "result,behaviour\n" + String(repeating: "above,above\n", count: 100_000)
    let file = try folder.write(text, to: "staff.csv")
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    let arguments = (["score"] + Self.rule + [file]).joined(separator: " ")
    shell.arguments = [
      "-c",
      "\(CommandRun.executable.path) \(arguments) 2> \(folder.path("errors")) | head -n 1 > /dev/null",
    ]
    try shell.run()
    shell.waitUntilExit()
    #expect(try String(contentsOfFile: folder.path("errors"), encoding: .utf8) == "")
  }
}

@Suite struct InterruptionTests {
  // It waits for input that does not come, and its output has begun.
  @Test func `an interrupted run leaves nothing behind`() throws {
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = CommandRun.executable
    process.arguments =
      ["score"] + ScoreVerbTests.rule + ["--from", "csv", "-o", folder.path("scores.csv")]
    process.standardInput = Pipe()
    process.standardError = FileHandle(forWritingAtPath: "/dev/null")
    try process.run()
    var waited = 0
    while try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty,
      waited < 500
    {
      Thread.sleep(forTimeInterval: 0.01)
      waited += 1
    }
    #expect(waited < 500)
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == [])
  }
}
