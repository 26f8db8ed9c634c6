import Testing

/// Every file that the quick start reads, broken in the ways in which files are.
@Suite struct BrokenFilesTests {
  struct Damage: Sendable, CustomTestStringConvertible {
    let file: String
    /// What stands in the file, and what it is replaced by.
    let old: String
    let new: String
    /// What the problem must say, place included.
    let says: [String]

    var testDescription: String { "\(file): \(old.prefix(24)) → \(new.prefix(24))" }
  }

  static let damages = [
    // A column is misspelt.
    Damage(
      file: "units.csv", old: "unit,name", new: "unti,name",
      says: ["units.csv:1:1", "\"unti\"", "\"unit\""]),
    Damage(
      file: "posts.csv", old: "post,title", new: "post,titel", says: ["posts.csv:1:", "title"]),
    Damage(
      file: "ratings.csv", old: "ratee,rater", new: "ratee,ratter",
      says: ["ratings.csv:1:", "rater"]),
    // A number or a day is none.
    Damage(
      file: "progress.csv", old: ",4394,", new: ",43o94,",
      says: ["progress.csv:32:20", "\"o\" at position 3"]),
    Damage(
      file: "incumbents.csv", old: "p-07,penyuluh,,PNS,III/c,2024-01-01",
      new: "p-07,penyuluh,,PNS,III/c,2024-02-30", says: ["incumbents.csv:9:26", "30 February 2024"]),
    Damage(
      file: "indicators.json", old: "\"cap\": 120", new: "\"cap\": \"12O\"",
      says: ["indicators.json:6:44", "\"O\" at position 3"]),
    Damage(
      file: "ratings.csv", old: "p-01,p-00,supervisor,work-result,2",
      new: "p-01,p-00,supervisor,work-result,7", says: ["ratings.csv:2:", "1, 2, 3"]),
    // An identifier is unknown.
    Damage(
      file: "plans.csv", old: "t1,rt-dikaji,", new: "t1,rt-dikaij,",
      says: ["plans.csv:", "rt-dikaij", "rt-dikaji"]),
    Damage(
      file: "progress.csv", old: "p-07,t1,", new: "p-07,t9,", says: ["progress.csv:", "t9", "p-07"]),
    Damage(
      file: "incumbents.csv", old: "p-07,penyuluh,", new: "p-07,penyulu,",
      says: ["incumbents.csv:9:", "penyulu", "penyuluh"]),
    Damage(
      file: "ratings.csv", old: "p-01,p-00,supervisor,behaviour",
      new: "p-99,p-00,supervisor,behaviour", says: ["ratings.csv:3:", "p-99"]),
    Damage(
      file: "forum.json", old: "\"p-21\"", new: "\"p-91\"", says: ["forum.json:9:", "p-91"]),
    Damage(
      file: "process.json", old: "\"by\": [\"employee\"]}", new: "\"by\": [\"employe\"]}",
      says: ["process.json:", "employe", "employee"]),
    Damage(
      file: "post-profiles.json", old: "\"integrity\"", new: "\"integrty\"",
      says: ["post-profiles.json:5:", "integrty"]),
    Damage(
      file: "person-profiles.json", old: "\"level\": 3", new: "\"level\": 9",
      says: ["person-profiles.json:5:44", "above the highest, 5"]),
    Damage(
      file: "framework.json", old: "\"domain\": \"managerial\"", new: "\"domain\": \"manajerial\"",
      says: ["framework.json:13:84", "manajerial", "managerial"]),
    // Something stands twice.
    Damage(
      file: "units.csv", old: "puskesmas,Puskesmas,Health centre,dinas,2024-01-01,\n",
      new:
        "puskesmas,Puskesmas,Health centre,dinas,2024-01-01,\npuskesmas,Puskesmas,Health centre,dinas,2024-01-01,\n",
      says: ["units.csv:4:", "puskesmas"]),
    Damage(
      file: "plans.csv", old: "p-07,t1-mutu,", new: "p-07,t1,", says: ["plans.csv:", "\"t1\""]),
    Damage(
      file: "ratings.csv", old: "p-01,p-00,supervisor,behaviour,",
      new: "p-01,p-00,supervisor,work-result,", says: ["ratings.csv:3:", "line 2"]),
    Damage(
      file: "indicators.json", old: "\"id\": \"bersalin\"", new: "\"id\": \"antenatal\"",
      says: ["indicators.json:", "antenatal"]),
    // The weights of a plan do not add up.
    Damage(
      file: "plans.csv", old: "p-07,t1,t1,rt-dikaji,4162,30", new: "p-07,t1,t1,rt-dikaji,4162,31",
      says: ["plans.csv:", "101", "100"]),
    // A quote or a bracket is never closed.
    Damage(file: "posts.csv", old: "kepala-dinas,", new: "\"kepala-dinas,", says: ["posts.csv:2:"]),
    Damage(
      file: "forum.json", old: "\"present\": [", new: "\"present\": ", says: ["forum.json:2:"]),
  ]

  @Test(arguments: damages)
  func `a broken file is named with line and mend, and nothing is written`(
    damage: Damage
  ) async throws {
    let folder = try ExampleFolder()
    let text = try folder.text(of: damage.file)
    let broken = text.replacingFirst(damage.old, by: damage.new)
    try #require(broken != text)
    try folder.write(broken, to: damage.file)
    let run = await folder.run()
    #expect(run.status == 65)
    #expect(run.output == "")
    #expect(!folder.hasOutput)
    let sentences = run.problems.split(separator: "\n").dropFirst()
    #expect(
      sentences.contains { sentence in damage.says.allSatisfy { sentence.contains($0) } },
      "\(run.problems)")
    #expect(sentences.allSatisfy { $0.contains("; ") })
  }

  static let files = [
    "units.csv", "posts.csv", "incumbents.csv", "indicators.json", "plans.csv", "progress.csv",
    "framework.json", "post-profiles.json", "person-profiles.json", "process.json", "ratings.csv",
    "forum.json",
  ]

  @Test(arguments: files)
  func `a missing file is named`(file: String) async throws {
    let folder = try ExampleFolder()
    try folder.remove(file)
    let run = await folder.run()
    #expect(run.status == 65)
    #expect(run.problems.contains("/\(file): "))
    #expect(!folder.hasOutput)
  }

  @Test(arguments: files)
  func `a truncated file is named`(file: String) async throws {
    let folder = try ExampleFolder()
    let text = try folder.text(of: file)
    // In the middle of a value, as a copy that was cut off ends.
    let half = text.index(text.startIndex, offsetBy: text.count / 2)
    let cut = text[..<half].lastIndex { $0 == "," || $0 == "\"" } ?? half
    try folder.write(String(text[..<cut]), to: file)
    let run = await folder.run()
    #expect(run.status == 65, "\(run.output)")
    #expect(run.problems.contains("/\(file)"))
    #expect(!folder.hasOutput)
  }

  @Test(arguments: ["units.csv", "plans.csv", "progress.csv", "ratings.csv"])
  func `a file with a header alone is named before what follows from it`(
    file: String
  ) async throws {
    let folder = try ExampleFolder()
    let text = try folder.text(of: file)
    try folder.write(String(text.prefix { $0 != "\n" }) + "\n", to: file)
    let run = await folder.run()
    #expect(run.status == 65)
    let sentences = run.problems.split(separator: "\n")
    #expect(sentences[1].contains("/\(file): the file has a header and no rows; "))
    #expect(!folder.hasOutput)
  }

  @Test func `problems of several files are told at once`() async throws {
    let folder = try ExampleFolder()
    for (file, old, new) in [
      ("progress.csv", ",4394,", ",x,"), ("forum.json", "\"to\": 2", "\"to\": 5"),
      ("indicators.json", "\"maximize\"", "\"maximise\""),
    ] {
      try folder.write(try folder.text(of: file).replacingFirst(old, by: new), to: file)
    }
    try folder.remove("framework.json")
    let run = await folder.run("--language", "id")
    for file in ["progress.csv", "forum.json", "indicators.json", "framework.json"] {
      #expect(run.problems.contains(file))
    }
    #expect(run.problems.contains("tidak ada yang ditulis"))
  }
}

extension String {
  fileprivate func replacingFirst(_ old: String, by new: String) -> String {
    guard let range = firstRange(of: old) else { return self }
    return replacingCharacters(in: range, with: new)
  }

  private func replacingCharacters(in range: Range<Index>, with new: String) -> String {
    String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
  }
}
