import Foundation
import KinerjaCore
import NationalRules
import RuleLanguage
import WeightedScoring

/// The files that every rule of ``RuleBook/national`` has, by its identifier.
///
/// `Vectors/ID.json` are cases worked by hand, with their sources; `Vectors/ID.edges.json` cases
/// below, on and above every edge, which are made; `Tests/Golden/ID.DIGEST.json` is the derivation
/// of one case; `Tests/Golden/Lint/ID.txt` is what the linter says. After a change that is
/// meant, the three that are made are renewed by running the tests with `KINERJA_RENEW_GOLDEN=1`;
/// the difference is then read before it is kept.
enum NationalFiles {
  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let vectors = package.appendingPathComponent("Vectors")
  static let golden = package.appendingPathComponent("Tests/Golden")

  static var isRenewing: Bool {
    ProcessInfo.processInfo.environment["KINERJA_RENEW_GOLDEN"] == "1"
  }

  static func cases(of rule: ScoringRule) throws -> PolicyVectors {
    try PolicyVectors(contentsOf: vectors.appendingPathComponent("\(rule.id).json").path)
  }

  /// What a file says that is made from a rule; while renewing, what it says from now on.
  static func recorded(_ made: String, in path: String) throws -> String {
    let file = package.appendingPathComponent(path)
    if isRenewing {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try made.write(to: file, atomically: true, encoding: .utf8)
    }
    return try String(contentsOf: file, encoding: .utf8)
  }

  /// A person with everything that a rule asks for.
  struct Example {
    let day: Day
    let inputs: RuleInputs
    let score: Score
  }

  struct NoCompleteCase: Error { let rule: RuleID }

  /// Of the cases worked by hand that are complete the one with the most steps.
  static func example(of rule: ScoringRule) throws -> Example {
    let vectors = try cases(of: rule)
    var best: Example?
    for item in vectors.cases where item.reform.isEmpty {
      guard let day = item.day ?? vectors.defaults.day else { continue }
      let inputs = vectors.defaults.inputs.overlaid(with: item.inputs)
      guard let score = try? rule.compiled(on: day).score(inputs), score.missing == nil,
        score.derivation.steps.count > best?.score.derivation.steps.count ?? 0
      else { continue }
      best = Example(day: day, inputs: inputs, score: score)
    }
    guard let best else { throw NoCompleteCase(rule: rule.id) }
    return best
  }
}
