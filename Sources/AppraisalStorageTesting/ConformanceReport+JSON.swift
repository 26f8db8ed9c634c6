public import KinerjaCore

extension ConformanceReport {
  /// The report for programs: contract, seed, capabilities and one object a rule.
  ///
  /// Details and durations differ from run to run; what is compared are codes and outcomes.
  public var json: JSONValue {
    .object(of: [
      "promises": .string(contract.rawValue), "contract": .integer(Int64(contract.revision)),
      "seed": .string(String(seed)),
      "capabilities": declared?.json,
      "results": .array(results.map(\.json)),
      "passed": .integer(Int64(results.count { $0.outcome == .passed })),
      "failed": .integer(Int64(failures.count)),
    ])
  }
}

extension ConformanceResult {
  /// `{"rule": "C1", "kind": "required", "outcome": "failed", "detail": …, "microseconds": 120}`.
  public var json: JSONValue {
    let (word, detail): (String, String?) =
      switch outcome {
      case .passed: ("passed", nil)
      case .failed(let detail): ("failed", detail)
      case .skipped(let reason): ("skipped", reason)
      }
    return .object(of: [
      "rule": .string(rule.code), "kind": .string(rule.kind.rawValue),
      "promise": rule.promise.json, "outcome": .string(word), "detail": detail.map { .string($0) },
      "microseconds": .integer(Int64(clamping: duration.microseconds)),
    ])
  }
}

extension Duration {
  fileprivate var microseconds: Int64 {
    components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
  }
}
