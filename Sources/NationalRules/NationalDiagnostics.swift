package import KinerjaCore

/// The catalogue of problems that this room can find.
package enum NationalDiagnostics {
  package static let all: [DiagnosticKind] = [
    .surveyWidth, .surveyMark, .surveyCount, .surveyTotal, .samplePopulation, .sampleSettings,
  ]
}

// MARK: - Surveys

extension DiagnosticKind {
  package static let surveyWidth = DiagnosticKind(
    "national.survey-width",
    message: LocalizedText(
      id: "ada {found} angka, seharusnya {expected}",
      en: "there are {found} figures where {expected} belong"),
    mend: LocalizedText(
      id: "isi setiap unsur, kosongkan (nil) yang tidak dijawab",
      en: "give one for each, nil where nothing was answered"))

  package static let surveyMark = DiagnosticKind(
    "national.survey-mark",
    message: LocalizedText(
      id: "nilai {mark} di luar skala 1 sampai 4", en: "the mark {mark} is outside the scale 1 to 4"
    ),
    mend: LocalizedText(
      id: "perbaiki nilainya, atau kosongkan (nil) bila tidak dijawab",
      en: "correct it, or give nil where nothing was answered"))

  package static let surveyCount = DiagnosticKind(
    "national.survey-count",
    message: LocalizedText(
      id: "{count} bukan jumlah responden", en: "{count} is no number of respondents"),
    mend: LocalizedText(
      id: "tulis bilangan bulat dari 0 sampai satu triliun",
      en: "give a whole number from 0 to 10¹²"))

  package static let surveyTotal = DiagnosticKind(
    "national.survey-total",
    message: LocalizedText(
      id: "{respondents} responden tidak dapat memberi jumlah nilai {total}",
      en: "{respondents} respondents cannot give marks that add up to {total}"),
    mend: LocalizedText(
      id: "jumlahnya antara {least} dan {most}; bila ada yang tidak menjawab, pakai counts",
      en: "it lies between {least} and {most}; if some left it blank, use counts"))
}

// MARK: - Samples

extension DiagnosticKind {
  package static let samplePopulation = DiagnosticKind(
    "national.sample-population",
    message: LocalizedText(
      id: "populasi {population} bukan jumlah orang yang dapat dihitung",
      en: "a population of {population} cannot be counted"),
    mend: LocalizedText(
      id: "tulis bilangan bulat dari 0 sampai satu triliun",
      en: "give a whole number from 0 to 10¹²"))

  package static let sampleSettings = DiagnosticKind(
    "national.sample-settings",
    message: LocalizedText(
      id: "kai kuadrat {chiSquare}, proporsi {proportion} dan galat {margin} tidak memberi sampel",
      en: "chi-square {chiSquare}, proportion {proportion} and margin {margin} give no sample"),
    mend: LocalizedText(
      id: "kai kuadrat di atas 0; proporsi dan galat di antara 0 dan 1",
      en: "chi-square above 0; proportion and margin between 0 and 1"))
}
