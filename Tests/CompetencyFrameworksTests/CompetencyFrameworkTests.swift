import CompetencyFrameworks
import Foundation
import KinerjaCore
import Testing

@Suite struct CompetencyFrameworkTests {
  @Test func `a framework file loads, and is written in one way`() throws {
    let framework = try AssumedFramework.framework()
    #expect(framework.competencies.count == 9 && framework.levels.count == 5)
    #expect(framework["unity"]?.domain == .socioCultural)
    #expect(framework["integrity"]?.behaviours.map(\.level) == [1, 2])
    #expect(framework.level(4)?.name.indonesian == "Mumpuni")
    #expect(framework.sources[0].standing == .assumed)
    let again = try JSONDocument(framework.json.prettyText).read(CompetencyFramework.self)
    #expect(again == framework && again.json.canonicalBytes == framework.json.canonicalBytes)
    let data = try JSONEncoder().encode(framework)
    #expect(try JSONDecoder().decode(CompetencyFramework.self, from: data) == framework)
  }

  @Test func `everything wrong with a framework is named where it stands`() {
    let text = """
      {
        "id": "f", "name": {"id": "F", "en": "F"},
        "levels": [{"value": 2, "name": {"id": "D", "en": "B"}},
                   {"value": 1, "name": {"id": "P", "en": "U"}}],
        "competencies": [
          {"id": "a", "name": {"id": "A", "en": "A"}, "domain": "managerial",
           "behaviours": [{"text": {"id": "x", "en": "x"}, "level": 3}]},
          {"id": "a", "name": {"id": "A", "en": "A"}, "domain": "technical"}
        ]
      }
      """
    let error = #expect(throws: InvalidInput.self) {
      try JSONDocument(text, file: "f.json").read(CompetencyFramework.self)
    }
    #expect(
      error?.description == """
        f.json:4:24: levels[1].value: the level 1 follows the level 2; put the levels in ascending \
        order, each once
        f.json:7:63: competencies[0].behaviours[0].level: the framework has no level 3; use one of: \
        2, 1
        f.json:8:12: competencies[1].id: the competency "a" already stands at index 0; remove one of \
        the two
        """)
    let domain = #expect(throws: InvalidInput.self) {
      try JSONDocument(#"{"id": "a", "name": {"id": "A", "en": "A"}, "domain": "managarial"}"#)
        .read(Competency.self)
    }
    #expect(domain?.description.contains("did you mean \"managerial\"?") == true)
  }

  @Test func `profiles are held against the framework`() throws {
    let framework = try AssumedFramework.framework()
    let post = try PostProfile(
      post: "x", framework: framework.id,
      requirements: [
        .init("integrity", level: 3), .init("integrty", level: 3), .init("unity", level: 6),
      ])
    #expect(
      InvalidInput(post.problems(in: framework)).description == """
        requirements[1].competency: the framework "permenpanrb-38-2017" has no competency \
        "integrty"; did you mean "integrity"?
        requirements[2].level: the framework has no level 6; use one of: 1, 2, 3, 4, 5
        """)
    let person = try AssumedFramework.person([6, 5])
    #expect(
      person.problems(in: framework).all.map { "\($0.place.path) \($0.code)" }
        == ["observations[0].level competencies.level-too-high"])
    #expect(try AssumedFramework.post(2).problems(in: framework).isEmpty)
  }

  @Test func `profiles have one written form and refuse contradictions`() throws {
    let post = try AssumedFramework.post(2)
    #expect(try JSONDocument(post.json.prettyText).read(PostProfile.self) == post)
    let person = try AssumedFramework.person([2, "2.5", nil, 4])
    #expect(try JSONDocument(person.json.prettyText).read(PersonProfile.self) == person)
    #expect(person["communication"] == nil && person["cooperation"]?.raterCount == 3)
    let asked = #expect(throws: InvalidInput.self) {
      try PostProfile(
        post: "x", framework: "f", requirements: [.init("a", level: 0), .init("a", level: 1)])
    }
    #expect(
      asked?.problems.map { "\($0.place.path) \($0.code)" } == [
        "requirements[0].level competencies.level-not-positive",
        "requirements[1].competency competencies.competency-named-twice",
      ])
    let seen = #expect(throws: InvalidInput.self) {
      try JSONDocument(
        """
        {"person": "p", "framework": "f", "day": "2026-01-01",
         "observations": [{"competency": "a", "level": -1, "raters": 0}]}
        """
      ).read(PersonProfile.self)
    }
    #expect(
      seen?.problems.map { "\($0.place) \($0.code)" } == [
        "line 2:48: observations[0].level competencies.negative-level",
        "line 2:62: observations[0].raters competencies.no-rater",
      ])
  }

  @Test func `every kind of problem is worded in both languages`() {
    #expect(CompetencyDiagnostics.all.flatMap(\.faults) == [])
    #expect(Set(CompetencyDiagnostics.all.map(\.code)).count == CompetencyDiagnostics.all.count)
  }
}
