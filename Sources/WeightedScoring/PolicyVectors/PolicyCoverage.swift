public import KinerjaCore
import RuleLanguage

/// Which ways of a rule the cases of some vectors take, and which none does.
///
/// Ways are bands, cells of matrices, answers to conditions, operands that decide a `min`, `max` or
/// `clamp`, missing values where a step does something about them, and dated values of parameters.
/// A way that no case takes may be wrong without any case failing.
public struct PolicyCoverage: Sendable, Hashable {
  /// How many ways the rule has.
  public let total: Int
  /// The ways that no case takes, in words, in the order in which the steps run.
  public let untaken: [LocalizedText]

  /// How many ways some case takes.
  public var taken: Int { total - untaken.count }

  /// The coverage as text: a line with the counts, and one for each way that no case takes.
  public func text(in language: Language) -> String {
    let summary = LocalizedText(
      id: "\(taken) dari \(total) jalan aturan diuji", en: "\(taken) of \(total) ways are tested")
    return ([summary] + untaken).map { $0[language] }.joined(separator: "\n  ") + "\n"
  }
}

extension PolicyVectors {
  /// Tells which ways of a rule the cases take.
  ///
  /// Cases of populations and properties do not count, for they say little about any one way; of a
  /// case that changes the rule first, the ways that the rule has too.
  ///
  /// - Throws: Everything wrong with the rule on a day of the cases.
  public func coverage(of rule: ScoringRule) throws(InvalidInput) -> PolicyCoverage {
    var days: Set<Day> = []
    var all: [RuleWay] = []
    var words: [RuleWay: LocalizedText] = [:]
    var taken: Set<RuleWay> = []
    for item in cases {
      guard case .person(let expectation) = item.check, expectation.failure == nil else { continue }
      let day = day(of: item)
      let plain = try CompiledRule(rule.rule, on: day)
      if days.insert(day).inserted { all += plain.newWays(&words) }
      let compiled =
        item.reform.isEmpty
        ? plain
        : try CompiledRule(rule.rule.applying(Reform(whatIf: item.reform)), on: day)
      taken.formUnion(compiled.ways(for: defaults.inputs.overlaid(with: item.inputs)))
    }
    if days.isEmpty {
      all += try CompiledRule(rule.rule, on: rule.effective.from).newWays(&words)
    }
    var untaken = all.filter { !taken.contains($0) }.compactMap { words[$0] }
    var datedCount = 0
    for parameter in rule.rule.parameters {
      datedCount += parameter.values.count
      for value in parameter.values where !days.contains(where: value.effective.contains) {
        untaken.append(
          LocalizedText(
            id: "\(parameter.id): nilai \(value.effective.text(in: .indonesian))",
            en: "\(parameter.id): value \(value.effective.text(in: .english))"))
      }
    }
    return PolicyCoverage(total: all.count + datedCount, untaken: untaken)
  }
}

extension CompiledRule {
  /// The ways that are not known yet, in order; their words are added to those known.
  fileprivate func newWays(_ words: inout [RuleWay: LocalizedText]) -> [RuleWay] {
    program.ways.filter { way in
      guard words[way] == nil else { return false }
      words[way] = way.text(in: program)
      return true
    }
  }
}
