import KinerjaCore
import NationalRules
import RuleLanguage
import Testing
import WeightedScoring

/// The examples of the page "Indices, discipline and allowance in national law".
@Suite struct NationalIndicesPageTests {
  @Test func `public satisfaction`() throws {
    let sheets = [[4, 4, 3, 4, 4, 3, 4, 4, 4], [3, 3, 3, 4, 3, 3, 4, 3, 4]]
    let survey = try SatisfactionSurvey(complete: sheets)
    let skm = try ScoringRule.permenPANRB14Of2017.compiled(on: "2023-12-31").score(survey.inputs)
    #expect(skm.number == "88.89" && skm.categoryLabel?[.indonesian] == "A (Sangat baik)")
    #expect(try SampleSize.krejcieMorgan.respondents(of: 1000) == 278)
  }

  @Test func `discipline`() throws {
    let labourDay = Holiday(
      "2024-05-01", LocalizedText(id: "Hari Buruh", en: "Labour Day"),
      source: LegalSource("SKB tiga menteri"))
    let calendar = try HolidayCalendar([labourDay], covering: "2024-01-01/2024-12-31")
    let absences = try AbsenceCount(
      of: ["2024-04-30", "2024-05-02", "2024-05-03"], in: "2024-01-01/2024-12-31", by: calendar)
    let discipline = try ScoringRule.pp94Of2021.compiled(on: "2024-12-31").score(absences.inputs)
    #expect(discipline.categoryLabel?[.indonesian] == "Teguran lisan")
  }

  @Test func `regional allowance, by the shares of two cities`() throws {
    let month: RuleInputs = [
      "base": 5_000_000, "productivity": .number("0.75"), "absentDays": 1,
      "offences": [["minutes": 45]],
    ]
    for (reform, amount) in [(Reform.allowance80To20, 3_960_000), (.allowance40To60, 4_380_000)]
      as [(Reform, Ratio)]
    {
      let rule = try ScoringRule.regionalAllowance.applying(reform)
      #expect(try rule.compiled(on: "2025-06-30").score(month).number == amount)
    }
  }

  @Test func `an indicator of the ministry`() throws {
    let iku = try ScoringRule.kmk467Of2014Index.compiled(on: "2019-12-31").score([
      "polarity": .category("minimize"), "consolidation": .category("average"),
      "periods": [["target": 10, "realised": 8], ["target": 10, "realised": 10]],
    ])
    #expect(iku.number == 110 && iku.category == "green")
  }
}
