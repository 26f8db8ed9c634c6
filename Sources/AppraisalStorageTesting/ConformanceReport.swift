public import AppraisalStorage
import KinerjaCore

/// How a store did on one rule.
public struct ConformanceResult: Sendable {
  /// What came of a rule.
  public enum Outcome: Sendable, Hashable {
    case passed
    /// What was seen instead of what was promised.
    case failed(String)
    /// Why the rule could not be tried.
    case skipped(String)
  }

  /// The rule.
  public let rule: ConformanceRule
  /// What came of it.
  public let outcome: Outcome
  /// How long it took by the clock on the wall.
  public let duration: Duration
}

/// How a store did on all rules.
public struct ConformanceReport: Sendable {
  /// The promises that it was held to.
  enum Contract: String, Sendable {
    case appraisals = "AppraisalStore"
    case evidence = "EvidenceStore"

    var revision: Int {
      switch self {
      case .appraisals: AppraisalStoreContract.revision
      case .evidence: EvidenceStoreContract.revision
      }
    }
  }

  let contract: Contract
  /// The seed of the stochastic rules; running the kit with it again varies them the same way.
  public let seed: UInt64
  let declared: DeclaredCapabilities?
  /// One result a rule, in the order in which they were run.
  public let results: [ConformanceResult]

  /// What the store declares; nil if none could be made, or it is one of evidence.
  public var capabilities: StoreCapabilities? {
    if case .appraisals(let capabilities)? = declared { capabilities } else { nil }
  }

  /// What the store of evidence declares; nil if none could be made, or it is none.
  public var evidenceCapabilities: EvidenceCapabilities? {
    if case .evidence(let capabilities)? = declared { capabilities } else { nil }
  }

  /// The results of the rules that were not kept.
  public var failures: [ConformanceResult] {
    results.filter { if case .failed = $0.outcome { true } else { false } }
  }
}

extension ConformanceReport: CustomStringConvertible {
  /// One line a rule and a line of counts.
  public var description: String {
    var lines = [
      "conformance with \(contract.rawValue), contract revision \(contract.revision), "
        + "seed \(seed)"
    ]
    lines += results.map(\.description)
    let skipped = results.count { if case .skipped = $0.outcome { true } else { false } }
    let failed = failures.count
    lines.append(
      "\(results.count - failed - skipped) passed, \(failed) failed, \(skipped) skipped")
    return lines.joined(separator: "\n")
  }
}

extension ConformanceResult: CustomStringConvertible {
  public var description: String {
    let (word, detail) =
      switch outcome {
      case .passed: ("passed", "")
      case .failed(let detail): ("FAILED", ": \(detail)")
      case .skipped(let reason): ("skipped", ": \(reason)")
      }
    return "\(rule.code.padded(to: 3)) \(rule.kind.rawValue.padded(to: 10)) "
      + "\(word.padded(to: 7)) \(rule.promise[.english])\(detail)"
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
