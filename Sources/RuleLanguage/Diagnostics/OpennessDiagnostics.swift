package import KinerjaCore

// What can be wrong with what a rule leaves to regions.
extension DiagnosticKind {
  package static let boundsShape = DiagnosticKind(
    "rules.bounds-shape",
    message: LocalizedText(
      id: "pilihan daerah bukan rentang angka dan bukan daftar nilai",
      en: "what a region may choose is neither a range of numbers nor a list of values"),
    mend: LocalizedText(
      id: "tulis salah satu, yang kecil lebih dahulu: {example}",
      en: "write one of these, the smaller first: {example}"))

  package static let boundsEmpty = DiagnosticKind(
    "rules.bounds-empty",
    message: LocalizedText(
      id: "parameter {parameter} terbuka bagi daerah tanpa satu pun pilihan",
      en: "the parameter {parameter} is open to regions without anything to choose"),
    mend: LocalizedText(
      id: "sebutkan pilihannya, atau tutup parameter itu",
      en: "name the choices, or close the parameter"))

  package static let valueOutsideBounds = DiagnosticKind(
    "rules.value-outside-bounds", .warning,
    message: LocalizedText(
      id: "nilai parameter {parameter}, {value}, di luar pilihan daerah {bounds}",
      en: "the value of the parameter {parameter}, {value}, is outside what regions may choose, "
        + "{bounds}"),
    mend: LocalizedText(
      id: "perluas pilihannya, atau perbaiki nilainya",
      en: "widen the bounds, or correct the value"))
}

extension LocalizedText {
  /// A value as people read it.
  package static func value(_ value: RuleValue, of rule: Rule) -> LocalizedText {
    LocalizedText(
      id: ValueWords(rule, .indonesian).exactText(value),
      en: ValueWords(rule, .english).exactText(value))
  }

  /// Bounds as people read them.
  package static func bounds(_ bounds: ParameterBounds, of rule: Rule) -> LocalizedText {
    LocalizedText(
      id: bounds.text(in: .indonesian, of: rule), en: bounds.text(in: .english, of: rule))
  }
}
