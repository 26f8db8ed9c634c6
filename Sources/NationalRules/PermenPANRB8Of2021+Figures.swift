import KinerjaCore
import RuleLanguage

// The categories and figures of PermenPANRB 8/2021, apart from its steps.
extension PermenPANRB8Of2021 {
  // MARK: - Categories

  static let basis = CategoryScale(
    "basis", LocalizedText(id: "Dasar kinerja utama", en: "Basis of main performance"),
    categories: [
      .init("agreement", LocalizedText(id: "Perjanjian kinerja", en: "Performance agreement")),
      .init("action-plan", LocalizedText(id: "Rencana aksi", en: "Action plan")),
    ])

  static let scope = CategoryScale(
    "scope", LocalizedText(id: "Lingkup penugasan", en: "Scope of an assignment"),
    categories: [
      .init("unit", LocalizedText(id: "Dalam unit kerja", en: "Within the unit")),
      .init("units", LocalizedText(id: "Antarunit kerja", en: "Between units")),
      .init("agencies", LocalizedText(id: "Antarinstansi", en: "Between agencies")),
    ])

  static let role = CategoryScale(
    "role", LocalizedText(id: "Pemberi pendapat", en: "Who gives an opinion"),
    categories: [
      .init("superior", LocalizedText(id: "Atasan", en: "Superior")),
      .init("peer", LocalizedText(id: "Rekan kerja setingkat", en: "Peer")),
      .init("subordinate", LocalizedText(id: "Bawahan langsung", en: "Direct subordinate")),
    ])

  /// The grades with the names that their figures have.
  private static let grades: [(category: CategoryID, name: String, label: LocalizedText)] = [
    ("very-good", "veryGood", LocalizedText(id: "Sangat Baik", en: "Very good")),
    ("good", "good", LocalizedText(id: "Baik", en: "Good")),
    ("fair", "fair", LocalizedText(id: "Cukup", en: "Fair")),
    ("poor", "poor", LocalizedText(id: "Kurang", en: "Poor")),
    ("very-poor", "veryPoor", LocalizedText(id: "Sangat Kurang", en: "Very poor")),
  ]

  // MARK: - Figures

  private static let of = Figures(inUse: inUse)

  @ListBuilder<RuleParameter> static var figures: [RuleParameter] {
    PP30Of2019.figures
    of.assumed(
      "achievement.least", id: "Capaian terendah (%)", en: "Lowest achievement (%)", 0,
      within: -100...0, recalled)
    of.assumed(
      "range.inside", id: "Capaian di dalam rentang target (%)",
      en: "Achievement within the range of a target (%)", 100, within: 100...120, recalled)

    // High leaders.
    of.assumed(
      "leader.low", id: "Nilai pada capaian 101%", en: "Value at an achievement of 101%", 110,
      within: 109...120, recalled)
    of.assumed(
      "leader.high", id: "Nilai pada capaian 110%", en: "Value at an achievement of 110%", 120,
      within: 110...120, recalled)
    of.assumed(
      "weight.agreement", id: "Bobot kinerja berdasarkan perjanjian kinerja",
      en: "Weight of performance by agreement", "0.6", within: 0...1, recalled)
    of.assumed(
      "weight.actionPlan", id: "Bobot rencana aksi atau inisiatif strategis",
      en: "Weight of action plans", "0.4", within: 0...1, recalled)

    // Officials.
    for (aspect, words, isSpecial) in aspects {
      of.choice(
        ParameterID(stringLiteral: "special.\(aspect)"),
        id: "Kondisi khusus bagi \(words.indonesian) bila tidak disebut",
        en: "Less \(words.english) is better if nothing is said", isSpecial, recalled)
    }
    for (grade, points) in zip(grades, [16, 13, 8, 3, 1] as [Ratio]) {
      of.assumed(
        ParameterID(stringLiteral: "point.\(grade.name)"),
        id: "Poin aspek \(grade.label.indonesian)",
        en: "Points of an aspect: \(grade.label.english)", points, within: 0...100, recalled)
    }
    of.choice(
      "matrix.boundary", id: "Kategori pada batas Sangat Baik (SB, B, B)",
      en: "Category at the limit of Very good (VG, G, G)", "good", of: PP30Of2019.predikat, recalled
    )
    for (grade, least) in zip(grades, [42, 34, 19, 7] as [Ratio]) {
      of.assumed(
        ParameterID(stringLiteral: "cut.\(grade.name)"),
        id: "Jumlah poin tiga aspek untuk \(grade.label.indonesian)",
        en: "Points of three aspects for \(grade.label.english)", least, within: 0...300, recalled)
    }
    of.figure(
      "plan.veryGood", id: "Nilai rencana Sangat Baik", en: "Value of a plan: Very good", 120,
      planValues)
    of.figure("plan.good", id: "Nilai rencana Baik", en: "Value of a plan: Good", 100, planValues)
    for (grade, value) in zip(grades.dropFirst(2), [80, 60, 25] as [Ratio]) {
      of.assumed(
        ParameterID(stringLiteral: "plan.\(grade.name)"),
        id: "Nilai rencana \(grade.label.indonesian)",
        en: "Value of a plan: \(grade.label.english)", value, within: 0...100, recalled)
    }
    of.choice(
      "grouping.bySuperiorPlan", id: "Rencana tak langsung dihitung bersama per rencana atasan",
      en: "Plans that serve one plan of the superior count together", true, recalled)

    // Additional work.
    for (grade, factor) in zip(grades, [100, 80, 60, 40, 20] as [Ratio]) {
      of.figure(
        ParameterID(stringLiteral: "factor.\(grade.name)"),
        id: "Faktor kinerja tambahan \(grade.label.indonesian) (%)",
        en: "Factor of additional work, \(grade.label.english) (%)", factor, extra)
    }
    of.assumed(
      "scope.unit", id: "Bobot lingkup penugasan dalam unit kerja",
      en: "Weight of assignments within the unit", 2, within: 0...10, recalled)
    of.choice(
      "additional.rounded", id: "Nilai setiap kinerja tambahan dibulatkan ke satu desimal",
      en: "Each additional work is rounded to one decimal", true, recalled)
    of.figure(
      "additional.most", id: "Nilai tertinggi kinerja tambahan",
      en: "Highest value of additional performance", 10, extra)

    // Opinions.
    of.assumed(
      "weight.superior", id: "Bobot pendapat atasan", en: "Weight of the superior's opinion",
      "0.6", within: 0...1, recalled)
    of.assumed(
      "weight.peer", id: "Bobot pendapat rekan kerja", en: "Weight of peers' opinions", "0.2",
      within: 0...1, recalled)
    of.assumed(
      "weight.subordinate", id: "Bobot pendapat bawahan", en: "Weight of subordinates' opinions",
      "0.2", within: 0...1, recalled)
  }

  @ListBuilder<RuleTable> static var tables: [RuleTable] {
    byGrade("aspectPoints", id: "Poin aspek", en: "Points of an aspect", "point", recalled)
    byGrade("planValues", id: "Nilai rencana kinerja", en: "Values of plans", "plan", planValues)
    byGrade(
      "factors", id: "Faktor kinerja tambahan", en: "Factors of additional work", "factor", extra)
  }

  private static func byGrade(
    _ id: StepID, id indonesian: String, en english: String, _ name: String, _ source: LegalSource
  ) -> RuleTable {
    RuleTable(
      id, LocalizedText(id: indonesian, en: english),
      .rows(
        by: "predikat",
        grades.map {
          RuleTable.Row(FormulaText($0.category.text), FormulaText("\(name).\($0.name)"))
        }), source: source)
  }
}
