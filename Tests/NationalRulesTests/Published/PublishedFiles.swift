import Foundation
import KinerjaCore
import KinerjaTables

/// The tables of published figures in `Tests/Published`, read as texts: a figure is kept as its
/// source printed it.
enum PublishedFiles {
  static func rows(_ name: String, _ columns: String...) throws -> [[String: String]] {
    let layout = CSVLayout(columns.map { .text($0, presence: .emptyCellsAllowed) })
    let path = NationalFiles.package.appendingPathComponent("Tests/Published/\(name).csv").path
    let table = try CSVReader(layout, dialect: CSVDialect(delimiter: .comma)).read(path: path)
    return table.rows.map { row in
      Dictionary(uniqueKeysWithValues: columns.map { ($0, row.text(ifAny: $0) ?? "") })
    }
  }

  /// The titles of the documents by their keys.
  static func documents() throws -> [String: (title: String, address: String)] {
    Dictionary(
      uniqueKeysWithValues: try rows("documents", "doc", "title", "address").map {
        ($0["doc"] ?? "", ($0["title"] ?? "", $0["address"] ?? ""))
      })
  }

  /// The parts of a cell, between which stand semicolons.
  static func parts(_ cell: String) -> [String] {
    cell.split(separator: ";").map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }
}

/// A published figure held against ours.
struct PublishedRow {
  /// What its source says of itself: whether the printed result follows from the printed figures.
  enum Verdict: String { case yes, no, unknown }

  let row: String
  let document: String
  let what: String
  let formula: String
  let printed: String
  let ours: String
  /// Whether ours is what was printed.
  let isAsPrinted: Bool
  let verdict: Verdict
  let note: String
  /// How ours and the printed figure agree, if not to the last digit.
  var agreement: String?

  init(
    _ cells: [String: String], _ what: String, _ formula: String, printed: String, ours: String?,
    isAsPrinted: Bool
  ) {
    row = cells["row"] ?? ""
    document = cells["doc"] ?? ""
    self.what = cells[what] ?? what
    self.formula = formula
    self.printed = printed
    self.ours = ours ?? "–"
    self.isAsPrinted = isAsPrinted
    verdict = Verdict(rawValue: cells["consistent"] ?? "") ?? .unknown
    note = cells["note"] ?? ""
  }
}
