package import KinerjaCore

extension DiagnosticKind {
  package static let printedAmbiguous = DiagnosticKind(
    "indicators.printed-ambiguous",
    message: LocalizedText(
      id: "\"{number}\" dapat dibaca dengan desimal atau dengan ribuan",
      en: "\"{number}\" can be read with decimals or with thousands"),
    mend: LocalizedText(
      id: "sebutkan tanda desimalnya: .comma atau .point",
      en: "say which mark stands before the decimals: .comma or .point"))

  package static let printedZeroTarget = DiagnosticKind(
    "indicators.printed-zero-target",
    message: LocalizedText(
      id: "targetnya nol, sehingga tidak ada rumus yang memberi hasil",
      en: "the target is zero, for which no formula has an answer"),
    mend: LocalizedText(
      id: "periksa dokumennya; capaian terhadap target nol ditetapkan oleh aturan, bukan rumus",
      en: "look at the document; for a target of zero a rule says what holds, not a formula"))

  package static let printedParts = DiagnosticKind(
    "indicators.printed-parts",
    message: LocalizedText(
      id: "ada {parts} bagian dan {weights} bobot",
      en: "there are {parts} parts and {weights} weights"),
    mend: LocalizedText(
      id: "berikan sedikitnya satu bagian, dan satu bobot untuk setiap bagian atau tanpa bobot",
      en: "give one part at least, and one weight a part or none at all"))
}
