package import KinerjaCore

/// The catalogue of problems that this room can find.
package enum TableDiagnostics {
  package static let all: [DiagnosticKind] = files + headers + rows + cells + tables

  static let tables: [DiagnosticKind] = [.repeatedTableColumn, .unevenColumns]
}

extension DiagnosticKind {
  static let repeatedTableColumn = DiagnosticKind(
    "tables.repeated-table-column",
    message: LocalizedText(
      id: "kolom \"{column}\" diberikan dua kali", en: "column \"{column}\" is given twice"),
    mend: LocalizedText(
      id: "beri setiap kolom nama sendiri", en: "give each column a name of its own"))

  static let unevenColumns = DiagnosticKind(
    "tables.uneven-columns",
    message: LocalizedText(
      id: "kolom ini memuat {found} baris, kolom pertama {expected}",
      en: "the column has {found} rows, the first column {expected}"),
    mend: LocalizedText(
      id: "samakan jumlah barisnya", en: "give all columns the same number of rows"))
}
