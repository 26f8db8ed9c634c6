import KinerjaCore
import RuleLanguage

// The tables that formulas look up.
extension AnnexWriter {

  var lookups: LegalAnnex.Chapter {
    mutating get {
      LegalAnnex.Chapter(
        heading: LocalizedText(id: "Tabel", en: "Tables"),
        articles: rule.tables.map { table in
          article(table.title, [paragraph(on: table), note(on: table)].compactMap(\.self))
        })
    }
  }

  func paragraph(on table: RuleTable) -> Paragraph {
    let number = LocalizedText(id: "Angka", en: "Number")
    let value = LocalizedText(id: "Nilai", en: "Value")
    switch table.body {
    case .points(let points, _):
      return Paragraph(
        LocalizedText(
          id: "Di antara dua titik, nilainya mengikuti garis lurus:",
          en: "Between two points, the value follows a straight line:"),
        table: Table(
          columns: [number, value],
          rows: points.map { [cell($0.number), cell($0.value, of: table)] }))
    case .pieces(let pieces):
      return Paragraph(
        LocalizedText(
          id: "Nilainya menurut rentang angka:", en: "The value by the range of the number:"),
        table: Table(
          columns: [LocalizedText(id: "Rentang", en: "Range"), value],
          rows: pieces.map { piece in
            [
              both { limits(piece.lower, piece.upper, $0) },
              both { words in
                let start = text(of: piece.value, in: table, words)
                return piece.end.map { end in
                  let end = text(of: end, in: table, words)
                  return words.word(
                    "garis lurus dari \(start) ke \(end)", "a straight line from \(start) to \(end)"
                  )
                } ?? start
              },
            ]
          }))
    case .marginalRates(let brackets):
      return Paragraph(
        LocalizedText(
          id: "Setiap bagian angka dikalikan tarif lapisannya:",
          en: "Each part of the number at the rate of its own bracket:"),
        table: rates(brackets))
    case .averageRates(let brackets):
      return Paragraph(
        LocalizedText(
          id: "Seluruh angka dikalikan satu tarif, yang mengikuti garis lurus dari lapisan ke "
            + "lapisan:",
          en: "The whole number at one rate, which runs in straight lines from one bracket to the "
            + "next:"), table: rates(brackets))
    case .rows(let scale, let rows):
      return Paragraph(
        LocalizedText(id: "Nilainya menurut baris:", en: "The value by row:"),
        table: Table(
          columns: [heading(of: scale), value],
          rows: rows.map { [cell($0.key, on: scale), cell($0.value, of: table)] }))
    case .grid(let rowScale, let columnScale, let columns, let rows):
      return Paragraph(
        LocalizedText(id: "Nilainya menurut baris dan kolom:", en: "The value by row and column:"),
        table: Table(
          columns: [heading(of: rowScale)] + columns.map { cell($0, on: columnScale) },
          rows: rows.map { row in
            [cell(row.key, on: rowScale)] + row.cells.map { cell($0, of: table) }
          }))
    }
  }

  private func rates(_ brackets: [RuleTable.Bracket]) -> Table {
    Table(
      columns: [
        LocalizedText(id: "Mulai dari", en: "From"), LocalizedText(id: "Tarif", en: "Rate"),
      ], rows: brackets.map { [cell($0.from), cell($0.rate)] })
  }

  private func heading(of scale: ScaleID?) -> LocalizedText {
    scale.flatMap(rule.scale)?.title ?? LocalizedText(id: "Angka", en: "Number")
  }

  private func cell(_ formula: FormulaText, of table: RuleTable) -> LocalizedText {
    both { text(of: formula, in: table, $0) }
  }

  private func cell(_ formula: FormulaText, on scale: ScaleID? = nil) -> LocalizedText {
    both { text(of: formula, on: scale, $0) }
  }

  private func text(of formula: FormulaText, in table: RuleTable, _ words: ValueWords) -> String {
    let text = text(of: formula, on: table.scale, words)
    guard table.scale == nil, let unit = table.unit else { return text }
    return unit.text(behind: text, in: words.language)
  }

  /// A cell; in a table of categories it is the identifier of one.
  private func text(
    of formula: FormulaText, on scale: ScaleID?, _ words: ValueWords
  ) -> String {
    guard let scale else { return constant(formula, words) }
    return (try? CategoryID(formula.text)).map { words.text(.category($0), on: scale) }
      ?? formula.text
  }

  private func note(on table: RuleTable) -> Paragraph? {
    let outside: LocalizedText? =
      switch table.body {
      case .points(_, .clamp):
        LocalizedText(
          id: "Di luar kedua ujung berlaku nilai ujung terdekat.",
          en: "Beyond the ends, the value at the nearer end holds.")
      case .points(_, .extend):
        LocalizedText(
          id: "Di luar kedua ujung, garis terluar diteruskan.",
          en: "Beyond the ends, the outermost line goes on.")
      case .points(_, .missing):
        LocalizedText(
          id: "Di luar kedua ujung tidak ada nilai.", en: "Beyond the ends, there is no value.")
      case .pieces, .marginalRates, .averageRates, .rows, .grid: nil
      }
    guard outside != nil || table.source != nil else { return nil }
    return Paragraph(
      both { words in
        let source = table.source.map { source in
          words.word("Dasar: \(words.text(source)).", "Basis: \(words.text(source)).")
        }
        return [outside?[words.language], source].compactMap(\.self).joined(separator: " ")
      })
  }
}
