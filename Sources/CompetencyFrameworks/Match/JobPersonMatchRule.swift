public import KinerjaCore
import RuleLanguage

/// How a person's competencies are held against those of a post (*job person match*, JPM).
public struct JobPersonMatchRule: Hashable, Sendable {
  /// The verdicts from the highest to the lowest, which alone has no lower bound.
  public let bands: [MatchBand]
  /// Whether a level above the standard counts as the standard only, so that strength in one
  /// competency does not hide weakness in another.
  public let capPerCompetencyAtStandard: Bool
  /// What happens when a competency was not observed.
  public let unobserved: UnobservedPolicy
  /// Domains matched apart and then averaged by weight; none to match all at once.
  public let groups: [MatchGroup]
  /// Where the rule comes from.
  public let sources: [LegalSource]

  /// What happens when a competency was not observed.
  public enum UnobservedPolicy: Hashable, Sendable {
    /// There is no match.
    case withhold
    /// It is left out of both sums, if what was observed makes up at least this share, from 0 to
    /// 1, of the standard's sum; else there is no match.
    case leaveOut(minimumShare: Ratio)
  }

  /// Creates a rule.
  ///
  /// - Throws: `InvalidInput` with *all* problems: bands without order or without a lowest one, a
  ///   domain in two groups, a weight that is not above nought, a minimum share outside 0 to 1.
  public init(
    bands: [MatchBand], capPerCompetencyAtStandard: Bool = false,
    unobserved: UnobservedPolicy = .withhold, groups: [MatchGroup] = [],
    sources: [LegalSource] = []
  ) throws(InvalidInput) {
    self.init(
      checked: bands, capPerCompetencyAtStandard: capPerCompetencyAtStandard,
      unobserved: unobserved, groups: groups, sources: sources)
    try problems.throwIfAny()
  }

  /// Creates a rule from parts that a test holds to the same conditions.
  package init(
    checked bands: [MatchBand], capPerCompetencyAtStandard: Bool = false,
    unobserved: UnobservedPolicy = .withhold, groups: [MatchGroup] = [], sources: [LegalSource]
  ) {
    self.bands = bands
    self.capPerCompetencyAtStandard = capPerCompetencyAtStandard
    self.unobserved = unobserved
    self.groups = groups
    self.sources = sources
  }

  /// The verdict on a per cent; an edge belongs to the higher band.
  public func band(of percent: Ratio) -> MatchBand {
    bands.first { band in band.from.map { percent >= $0 } ?? true } ?? bands[bands.count - 1]
  }

  private var problems: Diagnostics {
    var problems = Diagnostics()
    let lowest = bands.firstIndex { $0.from == nil }
    if lowest == nil || lowest != bands.count - 1 { problems.add(.noMatchBand, at: .key("bands")) }
    for (index, pair) in zip(bands, bands.dropFirst()).enumerated() {
      guard let before = pair.0.from, let from = pair.1.from, from >= before else { continue }
      problems.add(
        .matchBandsNotDescending, ["from": .number(from), "before": .number(before)],
        at: SourcePlace(path: [.key("bands"), .index(index + 1), .key("from")]))
    }
    if case .leaveOut(let share) = unobserved, !(0...1).contains(share) {
      problems.add(.minimumShare, ["share": .number(share)], at: .key("unobserved"))
    }
    var seen: Set<CompetencyDomain> = []
    for (index, group) in groups.enumerated() {
      let path: DefinitionPath = [.key("groups"), .index(index)]
      for domain in group.domains where !seen.insert(domain).inserted {
        problems.add(
          .groupDomainTwice, ["domain": .localized(domain.label)],
          at: SourcePlace(path: path.appending(.key("domains"))))
      }
      if group.weight <= 0 {
        problems.add(
          .groupWeight, ["weight": .number(group.weight)],
          at: SourcePlace(path: path.appending(.key("weight"))))
      }
    }
    return problems
  }
}

extension JobPersonMatchRule: Definition {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let bands = object.required("bands", [MatchBand].self)
    let cap = object.optional("capPerCompetencyAtStandard", default: false)
    let unobserved = object.optional("unobserved", default: UnobservedPolicy.withhold)
    let groups = object.optional("groups", default: [MatchGroup]())
    let sources = object.optional("sources", default: [LegalSource]())
    object.finish()
    guard let bands, let cap, let unobserved, let groups, let sources else { return nil }
    do throws(InvalidInput) {
      try self.init(
        bands: bands, capPerCompetencyAtStandard: cap, unobserved: unobserved, groups: groups,
        sources: sources)
    } catch {
      reader.report(error, at: node)
      return nil
    }
  }

  public var json: JSONValue {
    .object(of: [
      "bands": bands.json, "capPerCompetencyAtStandard": capPerCompetencyAtStandard.json,
      "unobserved": unobserved.json, "groups": groups.isEmpty ? nil : groups.json,
      "sources": sources.isEmpty ? nil : sources.json,
    ])
  }
}

extension JobPersonMatchRule.UnobservedPolicy: DefinitionValue {
  private enum Word: String, CaseIterable, DefinitionValue { case withhold }

  /// Reads `"withhold"`, or `{"minimumShare": "3/4"}` to leave out.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard node.kind == .object, let object = reader.object(node) else {
      guard Word(node, reader) != nil else { return nil }
      self = .withhold
      return
    }
    let share = object.required("minimumShare", Ratio.self)
    object.finish()
    guard let share else { return nil }
    self = .leaveOut(minimumShare: share)
  }

  public var json: JSONValue {
    switch self {
    case .withhold: Word.withhold.json
    case .leaveOut(let share): ["minimumShare": share.json]
    }
  }
}
