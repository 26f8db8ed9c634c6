import KinerjaCore
import Testing

@Suite struct JSONPlacesTests {
  @Test func `a problem known by its path alone is found in the file`() throws {
    let document = try JSONDocument(
      "{\n  \"items\": [\n    {\"weight\": 1},\n    {\"weight\": 2}\n  ]\n}", file: "plan.json")
    var problems = Diagnostics()
    let paths: [DefinitionPath] = [
      [.key("items"), .index(1), .key("weight")], [.key("items"), .index(0), .key("target")],
      [.key("items"), .index(7)], [],
    ]
    for path in paths { problems.add(.jsonEmpty, at: SourcePlace(path: path)) }
    problems.add(.jsonEmpty, at: SourcePlace(file: "other.json", line: 9, column: 9))
    #expect(
      document.placing(problems).all.map(\.place.description) == [
        "plan.json:4:16: items[1].weight", "plan.json:3:5: items[0].target",
        "plan.json:2:12: items[7]", "plan.json:1:1", "other.json:9:9",
      ])
    #expect(document.placing(problems).hasErrors)
  }

  @Test func `an element of a list is found by its identifier`() throws {
    let document = try JSONDocument(
      "{\"steps\": [\n{\"id\": \"a\"},\n{\"id\": \"b\", \"formula\": \"x\"}]}")
    var problems = Diagnostics()
    for name in ["b", "c"] {
      problems.add(
        .jsonEmpty, at: SourcePlace(path: [.key("steps"), .key(name), .key("formula")]))
    }
    #expect(
      document.placing(problems).all.map(\.place.description) == [
        "line 3:24: steps.b.formula", "line 1:11: steps.c.formula",
      ])
  }
}
