import KinerjaCore
import KinerjaReports
import Testing

@Suite struct ReportTests {
  static let report = Report(
    title: LocalizedText(id: "Laporan <uji>", en: "Test <report>"),
    subtitle: LocalizedText(id: "Semester I 2026", en: "Semester I 2026"),
    sections: [
      ReportSection(
        LocalizedText(id: "Hasil", en: "Results"),
        [
          .figures([
            ReportFigure(LocalizedText(id: "pegawai", en: "employees"), .count(12_345)),
            ReportFigure(
              LocalizedText(id: "rata-rata", en: "mean"), .exact("1877222/20000", places: 2)),
          ]),
          .table(
            ReportTable(
              columns: [
                .init(LocalizedText(id: "Pegawai", en: "Employee")),
                .init(LocalizedText(id: "Nilai", en: "Score"), numeric: true),
              ],
              rows: [
                [.code("p-01"), .exact("89.3167", places: 2)],
                [.code("p-02")],
              ])),
          .details(
            summary: LocalizedText(id: "Rincian", en: "Details"),
            [.list([LocalizedText(id: "satu & dua", en: "one & two")])]),
        ])
    ])

  @Test func `text follows the conventions of the language`() {
    #expect(
      Self.report.text(in: .indonesian) == """
        Laporan <uji>
        ═════════════
        Semester I 2026

        Hasil
        ─────
        12.345  pegawai
         93,86  rata-rata
        Pegawai  Nilai
        ───────  ─────
        p-01     89,32
        p-02         –
        ▸ Rincian
            • satu & dua

        """)
    #expect(Self.report.text(in: .english).contains("12,345  employees"))
  }

  @Test func `nothing that a person wrote becomes markup`() {
    let html = Self.report.html(in: .english)
    #expect(html.contains("<h1>Test &lt;report&gt;</h1>"))
    #expect(html.contains("<li>one &amp; two</li>"))
    #expect(!html.contains("<report>"))
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
  }

  @Test(arguments: Language.allCases)
  func `the page is self-contained and its tags close`(language: Language) {
    let html = Self.report.html(in: language)
    #expect(!html.contains("<script") && !html.contains("http://") && !html.contains("src="))
    for tag in ["section", "table", "thead", "tbody", "tr", "dl", "details", "ul", "nav", "main"] {
      let opened = html.occurrences(of: "<\(tag)>") + html.occurrences(of: "<\(tag) ")
      #expect(opened == html.occurrences(of: "</\(tag)>"), "\(tag)")
    }
  }

  @Test(arguments: [
    (2.345, "2.35"), (-0.004, "-0.00"), (0.0, "0.00"), (Double.nan, "–"), (Double.infinity, "–"),
    (1e300, "–"),
  ])
  func `estimates are shown with their decimals or not at all`(value: Double, text: String) {
    let shown = ReportCell.estimate(value, places: 2).text(in: .english)
    #expect(shown == (text == "-0.00" ? "0.00" : text))
  }
}

extension String {
  func occurrences(of text: String) -> Int {
    var count = 0
    var rest = self[...]
    while let range = rest.firstRange(of: text) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
