import KinerjaCore
import RuleLanguage
import Testing
import WeightedScoring

/// F05: aspects are data, arranged in a tree with weights per level.
///
/// The aspects are those that the regions publish; their weights are assumed, and say so.
@Suite struct F05AspectTests {
  struct Scheme: Sendable, CustomTestStringConvertible {
    let name: String
    let file: String
    let inputs: String
    let score: Ratio
    var testDescription: String { name }
  }

  /// An aspect of a file: its own inputs, or aspects below it, each with a weight.
  private static func step(_ id: String, _ title: (String, String), _ parts: [(String, Ratio)])
    -> JSONValue
  {
    [
      "id": .string(id), "title": ["id": .string(title.0), "en": .string(title.1)],
      "weightedMean": .array(parts.map { ["of": .string($0.0), "weight": $0.1.json] }),
      "weightsTotal": 1,
    ]
  }

  private static func file(_ id: String, inputs: [String], steps: [JSONValue]) -> String {
    let rule: JSONValue = [
      "id": .string(id), "version": "1", "title": ["id": .string(id), "en": .string(id)],
      "effective": ["from": "2026-01-01"],
      "sources": [["instrument": .string("\(id), bobot diandaikan"), "standing": "assumed"]],
      "inputs": .array(
        inputs.map {
          [
            "id": .string($0), "title": ["id": .string($0), "en": .string($0)], "type": "number",
            "from": 0, "through": 100,
          ]
        }),
      "steps": .array(steps),
    ]
    return JSONValue.object(["rule": rule, "score": "total"]).prettyText
  }

  /// Kepahiang: discipline, competence, contribution to the organisation's goals.
  static let kepahiang = Scheme(
    name: "Kepahiang",
    file: file(
      "kepahiang", inputs: ["attendance", "punctuality", "competence", "contribution"],
      steps: [
        step(
          "discipline", ("Disiplin", "Discipline"), [("attendance", "0.7"), ("punctuality", "0.3")]),
        step(
          "total", ("Nilai", "Score"),
          [("discipline", "0.3"), ("competence", "0.3"), ("contribution", "0.4")]),
      ]),
    inputs: #"{"attendance": 100, "punctuality": 80, "competence": 75, "contribution": 90}"#,
    // Discipline 94; 28.2 + 22.5 + 36.
    score: "86.7")

  /// Pariaman: discipline, quality of work, service, competence, contribution.
  static let pariaman = Scheme(
    name: "Pariaman",
    file: file(
      "pariaman",
      inputs: [
        "discipline", "accuracy", "timeliness", "speed", "courtesy", "competence", "contribution",
      ],
      steps: [
        step(
          "quality", ("Mutu kerja", "Quality of work"),
          [("accuracy", "0.5"), ("timeliness", "0.5")]),
        step("service", ("Pelayanan", "Service"), [("speed", "1/3"), ("courtesy", "2/3")]),
        step(
          "total", ("Nilai", "Score"),
          [
            ("discipline", "0.2"), ("quality", "0.25"), ("service", "0.25"),
            ("competence", "0.15"), ("contribution", "0.15"),
          ]),
      ]),
    inputs: """
      {"discipline": 90, "accuracy": 80, "timeliness": 100, "speed": 70, "courtesy": 85,
       "competence": 60, "contribution": 95}
      """,
    // Quality 90, service 80; 18 + 22.5 + 20 + 9 + 14.25.
    score: "83.75")

  @Test(arguments: [kepahiang, pariaman])
  func `F05: a scheme of 3 aspects and one of 5 score by the same engine`(
    _ scheme: Scheme
  ) throws {
    let rule = try JSONDocument(scheme.file).read(ScoringRule.self)
    let inputs = try JSONDocument(scheme.inputs).read(RuleInputs.self)
    #expect(rule.check(on: "2026-06-30").isEmpty)
    let score = try rule.compiled(on: "2026-06-30").score(inputs)
    #expect(score.number == scheme.score)
    #expect(score.measuredShare == 1)
    #expect(score.derivation.verify() == [])
  }

  // Without punctuality 0.7 of discipline is measured, hence 0.7 · 0.3 + 0.7 = 0.91 of the whole.
  @Test func `what is measured of a branch counts on every level`() throws {
    let text = Self.kepahiang.file.replacing(
      #""weightsTotal": 1"#, with: #""weightsTotal": 1, "whenMissing": {"dropAndRescale": "0.7"}"#)
    let rule = try JSONDocument(text).read(ScoringRule.self)
    let score = try rule.compiled(on: "2026-06-30").score([
      "attendance": 100, "competence": 75, "contribution": 90,
    ])
    #expect(score.number == "88.5" && score.measuredShare == "0.91")
  }
}
