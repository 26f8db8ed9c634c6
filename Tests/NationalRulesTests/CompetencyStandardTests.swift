import CompetencyFrameworks
import KinerjaCore
import NationalRules
import Testing

@Suite struct CompetencyStandardTests {
  @Test(arguments: [CompetencyFramework.permenPANRB38Of2017, .permendagri108Of2017])
  func `a framework of national law keeps what a framework must keep`(
    framework: CompetencyFramework
  ) throws {
    // Reading checks everything that making it from a file would.
    #expect(try JSONDocument(framework.json.prettyText).read(CompetencyFramework.self) == framework)
    #expect(framework.sources.allSatisfy { $0.standing == .assumed })
    let names =
      [framework.name] + framework.competencies.map(\.name) + framework.levels.map(\.name)
    #expect(names.allSatisfy { !$0.isIncomplete })
  }

  @Test func `eight managerial competencies, a socio-cultural one, five levels, seven to govern`() {
    let standard = CompetencyFramework.permenPANRB38Of2017
    #expect(standard.competencies.count { $0.domain == .managerial } == 8)
    #expect(standard.competencies.count { $0.domain == .socioCultural } == 1)
    #expect(standard.competencies.count == 9)
    #expect(standard.levels.map(\.value) == [1, 2, 3, 4, 5])
    let governmental = CompetencyFramework.permendagri108Of2017.competencies
    #expect(governmental.count == 7 && governmental.allSatisfy { $0.domain == .governmental })
  }

  // As remembered: highest and middle leadership 5, then one less a tier.
  @Test func `the level asked by each tier`() throws {
    let standard = CompetencyStandard.permenPANRB38Of2017
    #expect(PostTier.allCases.map(standard.level) == [5, 5, 4, 3, 2, 1, 1, 1, 2, 3, 2, 3, 4, 5])
    #expect(Set(PostTier.allCases).count == 14)
    #expect(PostTier.allCases.allSatisfy { !$0.label.isIncomplete })
    #expect(standard.source.standing == .assumed)
    for tier in PostTier.allCases {
      let profile = try standard.profile(of: "post", at: tier)
      #expect(profile.problems(in: standard.framework).isEmpty)
      #expect(profile.requirements.map(\.competency) == standard.framework.competencies.map(\.id))
      #expect(profile.requirements.allSatisfy { $0.level == standard.level(of: tier) })
    }
  }

  @Test func `an agency may ask another level of a tier, within the framework`() throws {
    let own = LegalSource("Peraturan Bupati", standing: .region)
    let standard = CompetencyStandard.permenPANRB38Of2017
      .setting(3, for: .supervisor, source: own)
    #expect(standard.level(of: .supervisor) == 3 && standard.level(of: .administrator) == 3)
    #expect(standard.source == own)
    let error = #expect(throws: InvalidInput.self) {
      try standard.setting(6, for: .implementer, source: own)
        .profile(of: "post", at: .implementer)
    }
    #expect(error?.problems.map(\.code).first == "competencies.unknown-level")
  }

  // A public screen shows 138,89 per cent, which is 25 of 18: nine competencies at level 2.
  @Test func `the match on a public screen is that of a supervisor's post`() throws {
    let standard = CompetencyStandard.permenPANRB38Of2017
    let post = try standard.profile(of: "post", at: .supervisor)
    let levels: [Ratio] = [3, 3, 3, 3, 3, 3, 3, 2, 2]
    let person = try PersonProfile(
      person: "p", framework: standard.framework.id, day: "2024-03-01",
      observations: zip(standard.framework.competencies, levels).map { .init($0.id, level: $1) })
    let match = JobPersonMatchRule.perBKN26of2019
      .match(person, against: post, in: standard.framework)
    #expect(match.percent?.decimalText(places: 2, .halfUp, .comma) == "138,89")
    #expect(match.band?.id == "MS" && match.developmentNeeds.isEmpty && match.strengths.count == 7)
  }
}
