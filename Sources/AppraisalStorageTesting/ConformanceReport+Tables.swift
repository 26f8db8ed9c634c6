public import KinerjaCore

/// The report as the documentation of a store shows it.
extension ConformanceReport {
  /// What the store declares, as a Markdown table; empty if no store could be made.
  ///
  /// - Parameter language: The language of the table.
  public func capabilityTable(in language: Language = .english) -> String {
    guard let declared else { return "" }
    let head = LocalizedText(id: "kemampuan", en: "capability")[language]
    let value = LocalizedText(id: "nilai", en: "value")[language]
    return Self.table(
      [head, value], declared.rows.map { [$0.name[language], $0.value[language]] })
  }

  /// The rules with their outcomes, as a Markdown table.
  ///
  /// - Parameter language: The language of the promises.
  public func ruleTable(in language: Language = .english) -> String {
    let head = [
      LocalizedText(id: "aturan", en: "rule"), LocalizedText(id: "jenis", en: "kind"),
      LocalizedText(id: "janji", en: "promise"), LocalizedText(id: "hasil", en: "outcome"),
    ]
    return Self.table(
      head.map { $0[language] },
      results.map { result in
        [
          result.rule.code, result.rule.kind.rawValue, result.rule.promise[language],
          result.outcome.label[language],
        ]
      })
  }

  private static func table(_ head: [String], _ rows: [[String]]) -> String {
    func line(_ cells: [String]) -> String {
      "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }
    return ([line(head), line(head.map { _ in "---" })] + rows.map(line)).joined(separator: "\n")
  }
}

extension ConformanceResult.Outcome {
  fileprivate var label: LocalizedText {
    switch self {
    case .passed: LocalizedText(id: "ditepati", en: "passed")
    case .failed(let detail): LocalizedText(id: "GAGAL: \(detail)", en: "FAILED: \(detail)")
    case .skipped(let reason): LocalizedText(id: "dilewati: \(reason)", en: "skipped: \(reason)")
    }
  }
}
