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
  /// Tells which ways of a rule the cases take; those of populations and properties do not count,
  /// for they say little about any one way.
  ///
  /// - Throws: Everything wrong with the rule on a day of the cases.
  public func coverage(of rule: ScoringRule) throws(InvalidInput) -> PolicyCoverage {
    var programs: [Day: CompiledRule] = [:]
    var taken: Set<RuleWay> = []
    var dates: Set<String> = []
    var all: [RuleWay] = []
    for item in cases {
      guard case .person(let expectation) = item.check, item.reform.isEmpty,
        expectation.failure == nil
      else { continue }
      let day = day(of: item)
      let compiled: CompiledRule
      if let known = programs[day] {
        compiled = known
      } else {
        compiled = try CompiledRule(rule.rule, on: day)
        programs[day] = compiled
        let known = Set(all)
        all += compiled.program.ways.filter { !known.contains($0) }
        for parameter in rule.rule.parameters {
          for value in parameter.values where value.effective.contains(day) {
            dates.insert("\(parameter.id) \(value.effective)")
          }
        }
      }
      taken.formUnion(compiled.ways(for: defaults.inputs.overlaid(with: item.inputs)))
    }
    if programs.isEmpty {
      all = try CompiledRule(rule.rule, on: rule.effective.from).program.ways
    }
    var untaken: [LocalizedText] = []
    let program = programs.min { $0.key < $1.key }?.value.program
    for way in all where !taken.contains(way) {
      untaken.append(program.map { way.text(in: $0) } ?? LocalizedText(same: way.step))
    }
    var dated = 0
    for parameter in rule.rule.parameters {
      for value in parameter.values {
        dated += 1
        guard !dates.contains("\(parameter.id) \(value.effective)") else { continue }
        untaken.append(
          LocalizedText(
            id: "\(parameter.id): nilai \(value.effective.text(in: .indonesian))",
            en: "\(parameter.id): value \(value.effective.text(in: .english))"))
      }
    }
    return PolicyCoverage(total: all.count + dated, untaken: untaken)
  }
}
