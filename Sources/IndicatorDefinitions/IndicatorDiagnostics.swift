package import KinerjaCore

/// The catalogue of problems that this room can find.
package enum IndicatorDiagnostics {
  package static let all: [DiagnosticKind] = [
    .targetRange, .floorAboveCap, .polarityAndForm, .overlappingVersions,
    .goalNamedTwice, .unknownGoal, .misspeltGoal, .goalCircle, .emptyPlan, .itemNamedTwice,
    .aspectTwice,
    .missingTarget, .targetNotRange, .zeroTarget, .unknownIndicator, .misspeltIndicator,
    .indicatorNotEffective, .negativeWeight, .missingWeight, .undeclaredWeightTotal, .weightTotal,
    .itemWithoutGoal, .missingLowerBound, .reportWithoutItem, .eventWithOtherContent,
    .incompleteFeedback, .printedAmbiguous, .printedZeroTarget, .printedParts,
  ]
}

// MARK: - Indicators

extension DiagnosticKind {
  package static let targetRange = DiagnosticKind(
    "indicators.target-range",
    message: LocalizedText(
      id: "batas bawah {lower} tidak di bawah batas atas {upper}",
      en: "the lower bound {lower} is not below the upper bound {upper}"),
    mend: LocalizedText(
      id: "tukar keduanya, atau tulis satu angka jika target tidak berupa rentang",
      en: "swap the two, or write a single figure if the target is no range"))

  package static let floorAboveCap = DiagnosticKind(
    "indicators.floor-above-cap",
    message: LocalizedText(
      id: "batas terendah {floor} di atas batas tertinggi {cap}",
      en: "the floor {floor} is above the cap {cap}"),
    mend: LocalizedText(id: "perbaiki salah satunya", en: "correct one of the two"))

  package static let polarityAndForm = DiagnosticKind(
    "indicators.polarity-and-form",
    message: LocalizedText(
      id: "rumus \"{form}\" bertentangan dengan polaritas \"{polarity}\"",
      en: "the form \"{form}\" contradicts the polarity \"{polarity}\""),
    mend: LocalizedText(
      id: "pakai {forms}, atau ubah polaritasnya", en: "use {forms}, or change the polarity"))

  package static let overlappingVersions = DiagnosticKind(
    "indicators.overlapping-versions",
    message: LocalizedText(
      id:
        "indikator \"{indicator}\" sudah berlaku pada {day} menurut versi nomor urut {other} (dari 0)",
      en: "the indicator \"{indicator}\" already holds on {day} by the version at index {other}"),
    mend: LocalizedText(
      id: "akhiri versi yang satu sebelum versi yang lain dimulai",
      en: "end one version before the other begins"))
}

// MARK: - Goals

extension DiagnosticKind {
  package static let goalNamedTwice = DiagnosticKind(
    "indicators.goal-named-twice",
    message: LocalizedText(
      id: "sasaran \"{goal}\" sudah ada pada nomor urut {other} (dari 0)",
      en: "the goal \"{goal}\" already stands at index {other}"),
    mend: LocalizedText(id: "beri pengenal lain", en: "give it another identifier"))

  package static let unknownGoal = DiagnosticKind(
    "indicators.unknown-goal",
    message: LocalizedText(
      id: "sasaran \"{goal}\" tidak ada", en: "there is no goal \"{goal}\""),
    mend: LocalizedText(
      id: "tambahkan sasaran itu, atau sebutkan sasaran yang ada",
      en: "add the goal, or name one that exists"))

  package static let misspeltGoal = DiagnosticKind(
    "indicators.misspelt-goal",
    message: LocalizedText(
      id: "sasaran \"{goal}\" tidak ada", en: "there is no goal \"{goal}\""),
    mend: LocalizedText(
      id: "mungkin maksudnya \"{nearest}\"", en: "did you mean \"{nearest}\"?"))

  package static let goalCircle = DiagnosticKind(
    "indicators.goal-circle",
    message: LocalizedText(
      id: "sasaran saling mendukung dalam lingkaran: {circle}",
      en: "goals contribute to one another in a circle: {circle}"),
    mend: LocalizedText(
      id: "hapus \"contributesTo\" pada sasaran yang paling atas",
      en: "remove \"contributesTo\" from the goal that is the topmost"))
}
