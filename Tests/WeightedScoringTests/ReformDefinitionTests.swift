import Foundation
import KinerjaCore
import RuleLanguage
import Testing
import WeightedScoring

@Suite struct ReformDefinitionTests {
  private static let text = """
    {
      "id": "city.2027", "title": {"id": "Kota", "en": "City"},
      "source": {"instrument": "Perwali 5/2027", "standing": "region"},
      "changes": [
        {"set": "weight.work", "from": "2027-01-01", "to": "..", "value": "0.7"},
        {"set": "lenient", "from": "2027-01-01", "to": "2027-12-31", "value": true,
         "source": {"instrument": "Perwali 6/2027", "standing": "region"}},
        {"neutralise": "extra", "from": "2027-01-01", "to": "..", "value": 0},
        {"replace": "total", "from": "2027-01-01", "to": "..",
         "with": {"id": "total", "title": {"id": "T", "en": "T"}, "formula": "mean", "open": true}},
        {"replaceTable": "conversion", "from": "2027-01-01", "to": "..",
         "with": {"id": "conversion", "title": {"id": "K", "en": "C"}, "outside": "clamp",
                  "points": [{"at": 0, "value": 0}, {"at": 100, "value": 90}]}},
        {"insert": {"id": "new", "title": {"id": "N", "en": "N"}, "formula": "1"},
         "after": "tasks.value", "from": "2027-01-01", "to": ".."},
        {"limit": "weight.work", "from": "2027-01-01", "to": "..",
         "open": {"from": "0.6", "through": "0.7"}},
        {"limit": "lenient", "from": "2027-01-01", "to": "..", "open": false}
      ]
    }
    """

  @Test func `every change is read and written, through files and coders`() throws {
    let reform = try JSONDocument(Self.text).read(Reform.self)
    #expect(reform.changes.count == 8)
    #expect(
      reform.changes[0] == .set("weight.work", .number("0.7"), during: "2027-01-01/.."))
    #expect(reform.changes[1].days == "2027-01-01/2027-12-31")
    #expect(reform.changes[7].action == .limit("lenient", within: nil))
    let again = try JSONDocument(reform.json.prettyText).read(Reform.self)
    #expect(again == reform)
    #expect(try JSONDecoder().decode(Reform.self, from: JSONEncoder().encode(reform)) == reform)
  }

  @Test(arguments: [
    (#"{"set": "a", "value": 1, "from": "2027-01-01"}"#, [":scoring.reform-without-end"]),
    (
      #"{"set": "a", "value": 1, "from": "2027-01-01", "to": null}"#,
      [":scoring.reform-without-end"]
    ),
    (
      #"{"set": "a", "value": 1, "from": "2027-01-02", "to": "2027-01-01"}"#,
      [":core.day-range-reversed"]
    ),
    (#"{"value": 1, "from": "2027-01-01", "to": ".."}"#, [":scoring.reform-verb"]),
    (
      #"{"set": "a", "neutralise": "b", "value": 1, "from": "2027-01-01", "to": ".."}"#,
      [":scoring.reform-verb"]
    ),
    (
      #"{"set": "a", "value": 1, "vlaue": 2, "from": "2027-01-01", "to": ".."}"#,
      ["vlaue:definition.unknown-key"]
    ),
    (
      #"{"set": "a", "from": "2027-01-01", "to": "..", "with": 1}"#,
      [":definition.missing-key", "with:definition.unknown-key"]
    ),
    (
      #"{"insert": {"id": "n", "title": {"id": "n", "en": "n"}, "formula": "1"}, "before": "a","#
        + #""after": "b", "from": "2027-01-01", "to": ".."}"#, [":scoring.reform-position"]
    ),
    (
      #"{"limit": "a", "from": "2027-01-01", "to": "..", "open": true}"#, ["open:definition.kind"]
    ),
  ])
  func `what cannot be meant is refused where it stands`(text: String, expected: [String]) {
    let error = #expect(throws: InvalidInput.self) {
      try JSONDocument(text).read(ReformChange.self)
    }
    #expect(error?.problems.map { "\($0.place.path):\($0.code)" } == expected)
  }

  @Test func `a thought experiment is marked as assumed wherever it acts`() throws {
    let changes = try JSONDocument(
      #"[{"set": "edge", "from": "2027-01-01", "to": "..", "value": "70"}]"#
    ).read([ReformChange].self)
    let rule = try ReformTests.base.applying(Reform(whatIf: changes))
    let score = try rule.compiled(on: "2027-01-01").score(ReformTests.person)
    #expect(score.category == "high" && rule.version == "1+what-if")
    #expect(
      score.derivation.parameterLines(in: .english).contains {
        $0.hasPrefix("Edge: 70 — what-if, assumed")
      })
  }
}
