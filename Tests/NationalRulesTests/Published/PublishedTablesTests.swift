import IndicatorDefinitions
import KinerjaCore
import NationalRules
import RuleLanguage
import Testing
import WeightedScoring

/// Figures that Indonesian agencies printed: those that follow from what stands beside them come out,
/// those that do not are not bent to.
@Suite struct PublishedTablesTests {
  static let tables = PublishedPage.tables

  @Test(arguments: tables)
  func `what follows comes out as printed, and what does not is not reproduced`(
    table: PublishedPage.Table
  ) throws {
    let rows = try table.rows()
    #expect(rows.count == table.count)
    for row in rows where row.verdict != .unknown {
      #expect(row.isAsPrinted == (row.verdict == .yes), "\(row.row): \(row.ours)")
    }
    for row in rows where row.verdict == .no { #expect(!row.note.isEmpty, "\(row.row)") }
    let documents = try PublishedFiles.documents()
    #expect(rows.allSatisfy { documents[$0.document] != nil })
  }

  @Test func `the formula, the cap and the rounding of every attainment are found out`() throws {
    for cells in try PublishedFiles.rows(
      "achievement", "row", "doc", "indicator", "target", "realised", "printed", "formula", "cap",
      "rounding", "consistent", "note")
    {
      let figure = try PublishedFigure(
        cells["printed"] ?? "", target: cells["target"] ?? "", realised: cells["realised"] ?? "")
      let found = figure.explanations
      guard cells["consistent"] == "yes" else {
        #expect(found == [], "\(cells["row"] ?? "")")
        continue
      }
      let own = found.first { $0.form == PublishedTables.form(cells["formula"] ?? "") }
      #expect(own?.rounding.rawValue == cells["rounding"], "\(cells["row"] ?? "")")
      // The cap that a document declares is found where it took effect.
      if let cap = own?.cap { #expect("\(cap)" == cells["cap"]) }
      if cells["printed"] == "120" { #expect(own?.cap == 120) }
    }
  }

  @Test func `the rounding of every mean is found out`() throws {
    for cells in try PublishedFiles.rows(
      "group_means", "row", "doc", "group", "members", "printed", "rounding", "consistent", "note")
    {
      let printed = cells["printed"] ?? ""
      let figure = try PublishedFigure(
        printed, parts: PublishedFiles.parts(cells["members"] ?? ""), printed.convention)
      #expect(
        figure.explanations.map(\.rounding.rawValue) == [cells["rounding"]], "\(cells["row"] ?? "")"
      )
    }
  }

  // Forty-nine sheets of Kabupaten Sekadau, of which no published result was visible. Sums by hand.
  @Test func `respondents are summed up`() throws {
    let survey = try PublishedTables.respondents()
    #expect(survey.answered.allSatisfy { $0 == 49 })
    let score = try ScoringRule.permenPANRB14Of2017.compiled(on: "2019-06-30").score(survey.inputs)
    let total = Ratio(survey.totals.reduce(0, +))
    #expect(score.derivation["index"]?.result.number == (try total / 49 / 9))
    #expect(score.category == "b")
  }

  @Test func `the page of the documentation is made from the tables`() throws {
    let page = try PublishedPage.text()
    let recorded = try NationalFiles.recorded(
      page, in: "Documentation/Kinerja.docc/PublishedTables.md")
    // The first line that differs, so that a failure does not show the whole page twice.
    let lines = zip(recorded.split(separator: "\n"), page.split(separator: "\n"))
    let difference = lines.first { $0 != $1 }
    #expect(difference?.0 == difference?.1)
    #expect(recorded.count == page.count)
  }
}
