import KinerjaCore

// What was looked up in a table, in words.
extension FormulaWords {
  /// The table with what was looked up and the row that was taken:
  /// "Konversi (70; baris 2: 60 ≤ x ≤ 79)".
  mutating func lookup(_ arguments: [FormulaNode]) -> String {
    let node = FormulaNode(.call(.lookup, arguments), at: 0)
    let title = title(of: arguments[0].canonicalText)
    let keys = arguments.dropFirst().map { text($0) }.joined(separator: ", ")
    guard !isWhole else {
      let table = words.quoted(title)
      return words.word(
        "nilai tabel \(table) untuk (\(keys))", "value of the table \(table) for (\(keys))")
    }
    let writing = node.canonicalText
    guard let found = step.lookups.first(where: { $0.text == writing }) else {
      return "\(title) (\(keys))"
    }
    var parts = [keys]
    // A key names its row; of numbers the row that holds them is told.
    if found.lower != nil || found.upper != nil { parts.append(row(of: found)) }
    if let rate = found.rate {
      parts.append(words.word("tarif ", "rate ") + words.text(rate))
    }
    return "\(title) (\(parts.joined(separator: "; ")))"
  }

  private func row(of found: DerivationStep.Lookup) -> String {
    let low = found.lower.map { "\(words.text($0.value)) \($0.isClosed ? "≤" : "<") " } ?? ""
    let high = found.upper.map { " \($0.isClosed ? "≤" : "<") \(words.text($0.value))" } ?? ""
    let range = "\(low)x\(high)"
    guard let row = found.row else {
      return words.word("di luar ujung tabel: \(range)", "beyond the table's ends: \(range)")
    }
    return words.word("baris \(row &+ 1): \(range)", "row \(row &+ 1): \(range)")
  }
}
