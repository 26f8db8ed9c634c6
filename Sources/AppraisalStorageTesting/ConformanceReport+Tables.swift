import AppraisalStorage
public import KinerjaCore

/// The report as the documentation of a store shows it.
extension ConformanceReport {
  /// What the store declares, as a Markdown table; empty if no store could be made.
  ///
  /// - Parameter language: The language of the table.
  public func capabilityTable(in language: Language = .english) -> String {
    guard let capabilities else { return "" }
    let window =
      capabilities.idempotencyWindow.map { "\($0)" }
      ?? LocalizedText(id: "selama datanya ada", en: "as long as the data")[language]
    let durable =
      capabilities.isDurable
      ? LocalizedText(id: "ya", en: "yes") : LocalizedText(id: "tidak", en: "no")
    let rows: [(LocalizedText, String)] = [
      (
        LocalizedText(id: "penulisan dalam satu bundel", en: "writes in a batch"),
        "\(capabilities.batchWrites)"
      ),
      (
        LocalizedText(id: "bita dalam satu bundel", en: "bytes in a batch"),
        "\(capabilities.batchBytes)"
      ),
      (
        LocalizedText(id: "bita dalam satu isi", en: "bytes in a payload"),
        "\(capabilities.payloadBytes)"
      ),
      (
        LocalizedText(id: "butir dalam satu halaman", en: "items in a page"),
        "\(capabilities.pageItems)"
      ),
      (
        LocalizedText(id: "bertahan setelah proses berakhir", en: "outlives the process"),
        durable[language]
      ),
      (LocalizedText(id: "kunci idempotensi disimpan", en: "idempotency keys kept"), window),
    ]
    let head = LocalizedText(id: "kemampuan", en: "capability")[language]
    let value = LocalizedText(id: "nilai", en: "value")[language]
    return Self.table([head, value], rows.map { [$0[language], $1] })
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
