import KinerjaCore
import RuleLanguage

// What can differ in a table that formulas look up.
extension RuleFacts {

  func table(_ table: RuleTable) -> Subject {
    let paragraph = writer.paragraph(on: table)
    var facts = [
      titleFact(table.title),
      fact("way", .way, nil, .array(way(of: table)), governs: "cell.", words: paragraph.text),
    ]
    if let shown = paragraph.table {
      for row in shown.rows {
        guard let name = row.first else { continue }
        for (column, cell) in zip(shown.columns, row).dropFirst() {
          let label =
            shown.columns.count == 2
            ? name
            : LocalizedText(
              id: "\(name.indonesian) × \(column.indonesian)",
              en: "\(name.english) × \(column.english)")
          facts.append(
            fact("cell.\(label.english)", .cell, label, cell.english.json, words: cell))
        }
      }
    }
    if let source = sourceFact(table.source) { facts.append(source) }
    return Subject(
      key: "tables.\(table.id)", title: table.title,
      summary: side(paragraph.text, table.json, table.source), facts: facts)
  }

  private func way(of table: RuleTable) -> [JSONValue] {
    let kind: [JSONValue] =
      switch table.body {
      case .points(_, let outside): ["points", outside.rawValue.json]
      case .pieces: ["pieces"]
      case .marginalRates: ["marginalRates"]
      case .averageRates: ["averageRates"]
      case .rows(let scale, _): ["rows", scale?.json ?? .null]
      case .grid(let rows, let columns, _, _):
        ["grid", rows?.json ?? .null, columns?.json ?? .null]
      }
    return kind + [table.scale?.json ?? .null, table.unit?.json ?? .null]
  }
}
