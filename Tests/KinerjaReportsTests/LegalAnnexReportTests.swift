import KinerjaCore
import KinerjaReports
import NationalRules
import Testing
import WeightedScoring

@Suite struct LegalAnnexReportTests {
  private static let report = Report(ScoringRule.permenPANRB6Of2022.annex)

  @Test(arguments: Language.allCases)
  func `every sentence, item and cell of an annex stands in its page`(language: Language) {
    let annex = ScoringRule.permenPANRB6Of2022.annex
    let page = Self.report.html(in: language)
    for article in annex.chapters.flatMap(\.articles) {
      #expect(page.contains("<h3>\(article.name[language]) · "))
      for paragraph in article.paragraphs {
        let texts =
          [paragraph.text] + paragraph.items + (paragraph.table?.rows.flatMap(\.self) ?? [])
        for text in texts {
          #expect(
            page.contains(text[language].replacing("'", with: "&#39;"))
              || page.contains(text[language]))
        }
      }
    }
  }

  @Test func `articles are headings and items have letters`() {
    let page = Self.report.html(in: .indonesian)
    #expect(page.contains("<h2>BAB IV Perhitungan</h2>"))
    #expect(page.contains("<h3>Pasal 6 · Hasil kerja dari capaian unit</h3>"))
    #expect(
      page.contains("<ol type=\"a\">\n<li>Hasil kerja pimpinan unit yang capaiannya Istimewa, jika")
    )
    #expect(page.contains("<p>(2) Dasar: PermenPANRB 6/2022.</p>"))
    let text = Self.report.text(in: .indonesian)
    #expect(text.contains("\nPasal 8 · Predikat kinerja\n(1) “Predikat kinerja” adalah isi sel"))
    #expect(text.contains("\nb. Hasil kerja pimpinan unit yang capaiannya Baik, jika"))
  }
}
