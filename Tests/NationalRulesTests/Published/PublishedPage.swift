import KinerjaCore
import Testing

/// The page `PublishedTables.md`, written from the tables.
enum PublishedPage {
  struct Table: Sendable, CustomTestStringConvertible {
    let title: String
    let about: String
    let count: Int
    let rows: @Sendable () throws -> [PublishedRow]
    var testDescription: String { title }
  }

  static let tables = [
    Table(
      title: "Attainments",
      about:
        "Target, realisation and printed per cent. `r/t`, `(2t-r)/t` and `t/r` are the formulas.",
      count: 30, rows: PublishedTables.achievement),
    Table(
      title: "Means of attainments", about: "From the members as printed.", count: 6,
      rows: PublishedTables.means),
    Table(
      title: "Coverage of health centres",
      about: """
        A row is as printed if the population aimed at, the coverage and the score all follow; the score
        is shown. Its target is not rounded on the way.
        """, count: 31, rows: PublishedTables.coverage),
    Table(
      title: "Totals", about: "Weighted sums and penalties.", count: 7,
      rows: PublishedTables.totals),
    Table(
      title: "Public satisfaction", about: "By PermenPANRB 14/2017 with the exact ninth.", count: 6,
      rows: PublishedTables.satisfaction),
    Table(
      title: "Appraisal by PP 46/2011", about: "One task with four aspects.", count: 1,
      rows: PublishedTables.appraisals),
    Table(
      title: "Indicators of a high leader",
      about: "By PermenPANRB 8/2021: the attainment in whole per cent, its category and its value.",
      count: 9, rows: PublishedTables.conversions),
    Table(
      title: "Credit points", about: "By PermenPANRB 1/2023, with two decimals as in the deck.",
      count: 8, rows: PublishedTables.creditPoints),
    Table(
      title: "Professionalism index", about: "From the four dimensions as printed.", count: 3,
      rows: PublishedTables.professionalism),
    Table(
      title: "Integrity zone", about: "Means of answers, and their weighted mean.", count: 5,
      rows: PublishedTables.weightedTree),
    Table(
      title: "Grades of all employees", about: "Shares in per cent.", count: 2,
      rows: PublishedTables.distributions),
    Table(
      title: "Basic allowance by job class",
      about: """
        Two years that differ by one factor. Both were rounded to rupiah, so the printed amount of 2022
        times the factor may miss that of 2023 by a rupiah; a factor was found that lies within the
        roundings of all rows.
        """, count: 15, rows: { try PublishedTables.basicAllowances().rows }),
  ]

  static func text() throws -> String {
    let documents = try PublishedFiles.documents()
    var lines: [String] = []
    var used: [String] = []
    var (followed, near, refused) = (0, 0, 0)
    for table in tables {
      lines += ["", "### \(table.title)", "", table.about, ""]
      lines += [
        "| row | document | what | formula | printed | ours | verdict |",
        "| --- | --- | --- | --- | --- | --- | --- |",
      ]
      for row in try table.rows() {
        if !used.contains(row.document) { used.append(row.document) }
        let number = (used.firstIndex(of: row.document) ?? 0) + 1
        let verdict =
          switch row.verdict {
          case .yes: row.isAsPrinted ? row.agreement ?? "as printed" : "**differs from ours**"
          case .no: "**not as printed**: \(row.note)"
          case .unknown: "not judged: \(row.note)"
          }
        if row.verdict == .yes { followed += 1 }
        if row.agreement != nil { near += 1 }
        if row.verdict == .no { refused += 1 }
        let cells = [
          row.row, "\(number)", row.what, row.formula, row.printed, row.ours, verdict,
        ]
        lines.append("| " + cells.map(cell).joined(separator: " | ") + " |")
      }
    }
    lines += ["", "### Documents", ""]
    for (index, key) in used.enumerated() {
      let document = documents[key]
      lines.append("\(index + 1). \(document?.title ?? key), <\(firstAddress(document?.address))>")
    }
    return ([head(followed, near, refused)] + lines).joined(separator: "\n") + "\n"
  }

  private static func head(_ followed: Int, _ near: Int, _ refused: Int) -> String {
    """
    # Published tables

    Figures that Indonesian agencies printed, and what the library makes of them.

    ## Overview

    Nothing here was made up. Every figure was printed by the document named, with its own marks and decimals; a test computes
    each row anew and writes this page. Of the rows that can be judged, \(followed) follow from the figures printed beside them
    and come out as printed, \(near) of these within the roundings of two printed amounts. The other \(refused) do not follow, each
    for the reason given: the library does not reproduce them, and no formula is bent to one.

    To try a figure of your own:

    ```swift
    import Kinerja

    let figure = try PublishedFigure("184,75", target: "32", realised: "4,88")
    for found in figure.explanations { print(found.text(in: .indonesian)) }
    // (2 − r / t) × 100 = (2 − 4,88 / 32) × 100 = 184,75% (tepat)

    let slip = try PublishedFigure("105.2", target: "4.38", realised: "4.6")
    print(slip.explanations.isEmpty)  // true: 105.02 was meant

    let mean = try PublishedFigure("85,38", parts: ["87,10", "96,54", "72,52"])
    print(mean.explanations[0].text(in: .english))  // mean = 85.3866… (cut off)
    ```
    """
  }

  private static func cell(_ text: String) -> String {
    text.split(separator: "|").joined(separator: "/")
  }

  private static func firstAddress(_ text: String?) -> String {
    text?.split(separator: " ").first.map(String.init) ?? ""
  }
}
