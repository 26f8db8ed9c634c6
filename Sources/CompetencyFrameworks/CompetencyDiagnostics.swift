package import KinerjaCore

/// The catalogue of problems that this room can find.
package enum CompetencyDiagnostics {
  package static let all: [DiagnosticKind] = [
    .levelsNotAscending, .noCompetency, .competencyNamedTwice, .unknownLevel, .unknownCompetency,
    .misspeltCompetency, .noRequirement, .levelNotPositive, .negativeLevel, .noRater,
    .levelTooHigh, .noMatchBand, .matchBandsNotDescending, .groupDomainTwice, .groupWeight,
  ]
}

extension Diagnostic {
  static func unknown(
    _ competency: CompetencyID, in framework: CompetencyFramework, at path: DefinitionPath
  ) -> Diagnostic {
    var values: [String: DiagnosticValue] = [
      "competency": .text(competency.text), "framework": .text(framework.id.text),
    ]
    let place = SourcePlace(path: path)
    let known = framework.competencies.map(\.id.text)
    guard let nearest = Spelling.nearest(to: competency.text, among: known) else {
      return Diagnostic(.unknownCompetency, values, at: place)
    }
    values["nearest"] = .text(nearest)
    return Diagnostic(.misspeltCompetency, values, at: place)
  }
}

// MARK: - Frameworks

extension DiagnosticKind {
  package static let levelsNotAscending = DiagnosticKind(
    "competencies.levels-not-ascending",
    message: LocalizedText(
      id: "level {level} mengikuti level {before}",
      en: "the level {level} follows the level {before}"),
    mend: LocalizedText(
      id: "urutkan level dari yang terendah, masing-masing satu kali",
      en: "put the levels in ascending order, each once"))

  package static let noCompetency = DiagnosticKind(
    "competencies.no-competency",
    message: LocalizedText(
      id: "kerangka ini tidak memuat kompetensi", en: "the framework has no competency"),
    mend: LocalizedText(id: "tambahkan paling sedikit satu", en: "add at least one"))

  package static let competencyNamedTwice = DiagnosticKind(
    "competencies.competency-named-twice",
    message: LocalizedText(
      id: "kompetensi \"{competency}\" sudah ada pada nomor urut {other} (dari 0)",
      en: "the competency \"{competency}\" already stands at index {other}"),
    mend: LocalizedText(id: "hapus salah satunya", en: "remove one of the two"))

  package static let unknownLevel = DiagnosticKind(
    "competencies.unknown-level",
    message: LocalizedText(
      id: "kerangka ini tidak mempunyai level {level}", en: "the framework has no level {level}"),
    mend: LocalizedText(
      id: "pakai salah satu dari: {levels}", en: "use one of: {levels}"))

  package static let unknownCompetency = DiagnosticKind(
    "competencies.unknown-competency",
    message: LocalizedText(
      id: "kerangka \"{framework}\" tidak memuat kompetensi \"{competency}\"",
      en: "the framework \"{framework}\" has no competency \"{competency}\""),
    mend: LocalizedText(
      id: "sebutkan kompetensi dari kerangka itu", en: "name one that the framework has"))

  package static let misspeltCompetency = DiagnosticKind(
    "competencies.misspelt-competency",
    message: LocalizedText(
      id: "kerangka \"{framework}\" tidak memuat kompetensi \"{competency}\"",
      en: "the framework \"{framework}\" has no competency \"{competency}\""),
    mend: LocalizedText(
      id: "mungkin maksudnya \"{nearest}\"", en: "did you mean \"{nearest}\"?"))
}

// MARK: - Profiles

extension DiagnosticKind {
  package static let noRequirement = DiagnosticKind(
    "competencies.no-requirement",
    message: LocalizedText(
      id: "profil jabatan ini tidak mensyaratkan kompetensi", en: "the post asks for no competency"),
    mend: LocalizedText(id: "tambahkan paling sedikit satu", en: "add at least one"))

  package static let levelNotPositive = DiagnosticKind(
    "competencies.level-not-positive",
    message: LocalizedText(
      id: "level {level} yang disyaratkan untuk \"{competency}\" tidak di atas nol",
      en: "the level {level} asked of \"{competency}\" is not above zero"),
    mend: LocalizedText(
      id: "tulis level dari kerangka, atau hapus syarat itu",
      en: "write a level of the framework, or remove the requirement"))

  package static let negativeLevel = DiagnosticKind(
    "competencies.negative-level",
    message: LocalizedText(
      id: "level hasil pengamatan \"{competency}\" negatif",
      en: "the level observed of \"{competency}\" is negative"),
    mend: LocalizedText(
      id: "tulis level dari kerangka; hapus pengamatan yang tidak ada",
      en: "write a level of the framework; leave out what was not observed"))

  package static let noRater = DiagnosticKind(
    "competencies.no-rater",
    message: LocalizedText(
      id: "pengamatan \"{competency}\" tidak mempunyai penilai",
      en: "the observation of \"{competency}\" has no rater"),
    mend: LocalizedText(
      id: "tulis jumlah penilai, paling sedikit 1",
      en: "write how many raters there were, at least 1"))

  package static let levelTooHigh = DiagnosticKind(
    "competencies.level-too-high",
    message: LocalizedText(
      id: "level hasil pengamatan \"{competency}\" di atas level tertinggi {highest}",
      en: "the level observed of \"{competency}\" is above the highest, {highest}"),
    mend: LocalizedText(
      id: "periksa skala yang dipakai penilai", en: "check which scale the raters used"))

  package static let noMatchBand = DiagnosticKind(
    "competencies.no-match-band",
    message: LocalizedText(
      id: "rentang terakhir harus tanpa batas bawah, dan rentang lain mempunyainya",
      en: "the last band, and only it, has no lower bound"),
    mend: LocalizedText(
      id: "tulis \"from\" pada setiap rentang kecuali yang terakhir",
      en: "write \"from\" in every band but the last"))

  package static let matchBandsNotDescending = DiagnosticKind(
    "competencies.match-bands-not-descending",
    message: LocalizedText(
      id: "batas {from} tidak di bawah batas sebelumnya, {before}",
      en: "the bound {from} is not below the one before it, {before}"),
    mend: LocalizedText(
      id: "urutkan rentang dari yang tertinggi", en: "put the bands in descending order"))

  package static let groupDomainTwice = DiagnosticKind(
    "competencies.group-domain-twice",
    message: LocalizedText(
      id: "jenis \"{domain}\" ada dalam dua kelompok",
      en: "the domain \"{domain}\" is in two groups"),
    mend: LocalizedText(
      id: "tulis setiap jenis dalam satu kelompok saja", en: "put each domain into one group only"))

  package static let groupWeight = DiagnosticKind(
    "competencies.group-weight",
    message: LocalizedText(
      id: "bobot kelompok {weight} tidak di atas nol",
      en: "the group's weight {weight} is not above zero"),
    mend: LocalizedText(
      id: "tulis bobot positif, atau hapus kelompok itu",
      en: "write a positive weight, or remove the group"))
}
