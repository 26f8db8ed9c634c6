import KinerjaCore
import RuleLanguage

// How far an indicator was achieved, and what that is worth to a high leader.
extension PermenPANRB8Of2021 {
  static let indicators = RuleList(
    "indicators", LocalizedText(id: "Indikator kinerja individu", en: "Individual indicator")
  ) {
    RuleInput(
      "basis", LocalizedText(id: "Dasar kinerja utama", en: "Basis of main performance"),
      .category(of: "basis"), isRequired: true)
    fields(of: "", LocalizedText(id: "", en: ""))
    RuleInput(
      "isHighest",
      LocalizedText(
        id: "Target 100% adalah capaian tertinggi yang mungkin",
        en: "A target of 100% is the highest attainable"), .flag)
  } steps: {
    achievement(of: "", LocalizedText(id: "", en: ""), isSpecial: "special")
    RuleStep(
      "value", LocalizedText(id: "Nilai indikator", en: "Value of the indicator"),
      formula: """
        if achievement > 110 then value.most
        else if achievement > 100
        then leader.low + (leader.high - leader.low) / (110 - 101) * (achievement - 101)
        else if achievement = 100 then (if isHighest then value.most else 109)
        else if achievement >= 80 then 70 + (89 - 70) / (99 - 80) * (achievement - 80)
        else if achievement >= 60 then 50 + (69 - 50) / (79 - 60) * (achievement - 60)
        else achievement / 59 * 49
        """, source: leaders)
    RuleStep(
      "category", LocalizedText(id: "Kategori indikator", en: "Category of the indicator"),
      formula: """
        if achievement > 100 then "very-good"
        else if achievement = 100 then (if isHighest then "very-good" else "good")
        else if achievement >= 80 then "fair"
        else if achievement >= 60 then "poor"
        else "very-poor"
        """, giving: "predikat", source: leaders)
  }

  /// What is asked of an indicator; `suffix` is `.time` for the time of a plan.
  @ListBuilder<RuleInput> static func fields(
    of suffix: String, _ aspect: LocalizedText
  ) -> [RuleInput] {
    let amounts: ClosedRange<Ratio> = 0...1_000_000_000_000_000
    RuleInput(
      StepID(stringLiteral: "target\(suffix)"), aspect.following(id: "Target", en: "Target"),
      within: amounts)
    RuleInput(
      StepID(stringLiteral: "target\(suffix).other"),
      aspect.following(id: "Ujung lain rentang target", en: "Other end of the target range"),
      within: amounts)
    RuleInput(
      StepID(stringLiteral: "realised\(suffix)"),
      aspect.following(id: "Realisasi", en: "Realised"), within: amounts)
    RuleInput(
      StepID(stringLiteral: "special\(suffix == "" ? "" : "Condition\(suffix)")"),
      aspect.following(id: "Kondisi khusus", en: "Less is better:"), .flag)
  }

  /// The achievement in whole per cent; a realisation within a range is measured at itself.
  @ListBuilder<RuleStep> static func achievement(
    of suffix: String, _ aspect: LocalizedText, isSpecial: String
  ) -> [RuleStep] {
    let (target, other) = ("target\(suffix)", "target\(suffix).other")
    let (realised, used) = ("realised\(suffix)", "used\(suffix)")
    RuleStep(
      StepID(stringLiteral: used),
      aspect.following(id: "Target yang dipakai", en: "Target that counts"),
      formula: FormulaText(
        """
        if isMissing(\(other)) then \(target)
        else clamp(\(realised), min(\(target), \(other)), max(\(target), \(other)))
        """), source: officials)
    RuleStep(
      StepID(stringLiteral: "achievement\(suffix)"),
      aspect.following(id: "Capaian (%)", en: "Achievement (%)"),
      formula: FormulaText(
        """
        if not isMissing(\(other)) and \(used) = \(realised) then range.inside
        else max(achievement.least,
          if \(isSpecial) then (1 + (1 - \(realised) / \(used))) * 100
          else \(realised) / \(used) * 100)
        """), rounded: DecimalRounding(places: 0, .halfUp), source: rounding)
  }
}

extension LocalizedText {
  /// This name behind what is said of it.
  func following(id indonesian: String, en english: String) -> LocalizedText {
    LocalizedText(
      id: self.indonesian.isEmpty ? indonesian : "\(indonesian) \(self.indonesian)",
      en: self.english.isEmpty ? english : "\(english) \(self.english)")
  }
}
