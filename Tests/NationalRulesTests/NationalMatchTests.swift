import CompetencyFrameworks
import KinerjaCore
import KinerjaTables
import NationalRules
import RuleLanguage
import Testing
import WeightedScoring

/// A match by profiles and a match by a scoring rule are one and the same.
@Suite struct NationalMatchTests {
  static let day: Day = "2024-12-31"
  static let framework = CompetencyFramework.permenPANRB38Of2017

  static func edges(of rule: ScoringRule) throws -> [Ratio?] {
    try ["band.qualified", "band.stillQualified"].map { id in
      let parameter = try #require(rule.rule.parameters.first { $0.id.text == id })
      return parameter.value(on: day)?.value.number
    }
  }

  @Test(arguments: [ScoringRule.peraturanBKN26Of2019, .functionalPostMatch])
  func `both have one set of bands, in the words of a selection and of a mapping`(
    rule: ScoringRule
  ) throws {
    let edges = try Self.edges(of: rule) + [nil]
    #expect(edges == [80, 68, nil])
    let selection = JobPersonMatchRule.perBKN26of2019
    let mapping = JobPersonMatchRule.perBKN26of2019Mapping
    #expect(selection.bands.map(\.from) == edges && mapping.bands.map(\.from) == edges)
    #expect(
      selection.bands.map(\.name.indonesian) == [
        "Memenuhi Syarat", "Masih Memenuhi Syarat", "Kurang Memenuhi Syarat",
      ])
    #expect(mapping.bands.map(\.name.indonesian) == ["Optimal", "Cukup Optimal", "Kurang Optimal"])
    #expect(rule.categories?.categories.map(\.id) == selection.bands.reversed().map(\.id))
  }

  // They pass through a file, where everything about them is checked.
  @Test func `the rules of national law keep what a match rule must keep`() throws {
    let mixes = [FunctionalLevel.ahliPertama, .ahliMuda, .ahliMadya]
      .compactMap(JobPersonMatchRule.functionalPost)
    #expect(mixes.count == 3)
    for rule in [.perBKN26of2019, .perBKN26of2019Mapping] + mixes {
      #expect(try JSONDocument(rule.json.prettyText).read(JobPersonMatchRule.self) == rule)
      #expect(!rule.capPerCompetencyAtStandard)
    }
    #expect(JobPersonMatchRule.functionalPost(.ahliUtama) == nil)
    #expect(JobPersonMatchRule.functionalPost(.mahir) == nil)
  }

  @Test(arguments: 0..<40)
  func `profiles and scoring rule come to the same per cent, verdict and gaps`(
    seed: UInt64
  ) throws {
    var draws = RandomDraws(seed: seed)
    let standards = Self.framework.competencies.map { _ in draws.integer(in: 1...5) }
    let levels = standards.map { _ in Ratio(draws.integer(in: 0...50)) }.map { try? $0 / 10 }
    let post = try PostProfile(
      post: "post", framework: Self.framework.id,
      requirements: zip(Self.framework.competencies, standards).map { .init($0.id, level: $1) })
    let person = try PersonProfile(
      person: "p", framework: Self.framework.id, day: Self.day,
      observations: zip(Self.framework.competencies, levels).compactMap { competency, level in
        level.map { .init(competency.id, level: $0) }
      })
    let match = JobPersonMatchRule.perBKN26of2019.match(person, against: post, in: Self.framework)
    let mapped = JobPersonMatchRule.perBKN26of2019Mapping
      .match(person, against: post, in: Self.framework)

    var inputs: RuleInputs = [:]
    inputs[list: "competencies"] = zip(standards, levels).map { standard, level in
      [
        "level": level.map(RuleValue.number) ?? .missing(.notGiven),
        "standard": .number(Ratio(standard)),
      ]
    }
    let score = try ScoringRule.peraturanBKN26Of2019.compiled(on: Self.day).score(inputs)
    #expect(score.number == match.percent && score.number != nil)
    #expect(score.category == match.band?.id)
    #expect(score.derivation["mapping"]?.result.category == mapped.band?.id)
    let gaps = score.derivation.steps.filter { $0.id == "gap" }.map(\.result.number)
    #expect(gaps == match.gaps.map(\.difference))
  }

  // Technical competencies at 4 and managerial ones at 5, so that parts differ.
  @Test(arguments: [FunctionalLevel.ahliPertama, .ahliMuda, .ahliMadya], 0..<10)
  func `the mix for a functional post is the same by profiles and by rule`(
    level: FunctionalLevel, seed: UInt64
  ) throws {
    var draws = RandomDraws(seed: seed)
    let framework = try CompetencyFramework(
      "office", name: LocalizedText(same: "Office"), levels: [],
      competencies: [
        Competency("archive", name: LocalizedText(same: "Archive"), domain: .technical),
        Competency("drafting", name: LocalizedText(same: "Drafting"), domain: .technical),
        Competency("integrity", name: LocalizedText(same: "Integrity"), domain: .managerial),
        Competency("unity", name: LocalizedText(same: "Unity"), domain: .socioCultural),
      ])
    let asked = [4, 4, 5, 5]
    let seen = asked.map { _ in Ratio(draws.integer(in: 1...5)) }
    let match = try #require(JobPersonMatchRule.functionalPost(level)).match(
      PersonProfile(
        person: "p", framework: framework.id, day: Self.day,
        observations: zip(framework.competencies, seen).map { .init($0.id, level: $1) }),
      against: PostProfile(
        post: "post", framework: framework.id,
        requirements: zip(framework.competencies, asked).map { .init($0.id, level: $1) }),
      in: framework)
    let score = try ScoringRule.functionalPostMatch.compiled(on: Self.day).score([
      "jenjang": .category(level.category),
      "technical": .number(try (seen[0] + seen[1]) / 8 * 100),
      "managerial": .number(try (seen[2] + seen[3]) / 10 * 100),
    ])
    #expect(score.number == match.percent && score.number != nil)
    #expect(score.category == match.band?.id)
  }

  // The bands of one regional system, as a region would write them: an example, not national law.
  @Test func `a region's bands of potential are a rule of its own`() throws {
    let bands = try JobPersonMatchRule(
      bands: [
        MatchBand("tinggi", name: LocalizedText(id: "Tinggi", en: "High"), from: 90),
        MatchBand("menengah", name: LocalizedText(id: "Menengah", en: "Medium"), from: 78),
        MatchBand("rendah", name: LocalizedText(id: "Rendah", en: "Low"), from: nil),
      ])
    #expect(
      ([90, "89.99", 78, "77.99"] as [Ratio]).map { bands.band(of: $0).id } == [
        "tinggi", "menengah", "menengah", "rendah",
      ])
  }
}
