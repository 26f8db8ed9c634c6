package import KinerjaCore

/// The catalogue of problems that this room can find.
package enum OrganisationDiagnostics {
  package static let all: [DiagnosticKind] = rows + holders + lines
}

// What a row says by itself and of the rows it names.
extension OrganisationDiagnostics {
  static let rows: [DiagnosticKind] = [
    .rankText, .unknownID, .misspeltID, .rowsOfOneDay, .outsideOfTarget, .twoMinimumRanks,
    .rankOfOtherEmployment, .lowRank, .ownSuperior,
  ]
}

extension DiagnosticKind {
  package static let rankText = DiagnosticKind(
    "organisation.rank-text",
    message: LocalizedText(id: "ini bukan golongan", en: "this is no rank"),
    mend: LocalizedText(
      id: "tulis I/a sampai IV/e untuk PNS, atau I sampai XVII untuk PPPK",
      en: "write I/a to IV/e for a PNS, or I to XVII for a PPPK"))

  package static let unknownID = DiagnosticKind(
    "organisation.unknown-id",
    message: LocalizedText(
      id: "tidak ada {kind} \"{id}\"", en: "there is no {kind} \"{id}\""),
    mend: LocalizedText(
      id: "tambahkan barisnya atau perbaiki pengenalnya",
      en: "add a row for it or correct the identifier"))

  package static let misspeltID = DiagnosticKind(
    "organisation.misspelt-id",
    message: LocalizedText(
      id: "tidak ada {kind} \"{id}\"", en: "there is no {kind} \"{id}\""),
    mend: LocalizedText(
      id: "mungkin maksudnya \"{nearest}\"", en: "perhaps \"{nearest}\" is meant"))

  package static let rowsOfOneDay = DiagnosticKind(
    "organisation.rows-of-one-day",
    message: LocalizedText(
      id: "dua baris menerangkan {kind} \"{id}\" ({days})",
      en: "two rows describe the {kind} \"{id}\" ({days})"),
    mend: LocalizedText(
      id: "akhiri baris yang lama sebelum yang baru mulai, atau hapus salah satunya",
      en: "end the older row before the newer begins, or delete one of them"))

  package static let outsideOfTarget = DiagnosticKind(
    "organisation.outside-of-target",
    message: LocalizedText(
      id: "{ownerKind} \"{owner}\" merujuk {kind} \"{id}\" yang tidak ada ({days})",
      en: "the {ownerKind} \"{owner}\" names the {kind} \"{id}\", which does not exist ({days})"),
    mend: LocalizedText(
      id: "persempit rentang baris ini atau perluas rentang yang dirujuk",
      en: "narrow the days of this row or widen those of what it names"))

  package static let twoMinimumRanks = DiagnosticKind(
    "organisation.two-minimum-ranks",
    message: LocalizedText(
      id: "jabatan \"{post}\" meminta dua golongan terendah untuk satu jenis kepegawaian",
      en: "the post \"{post}\" asks two lowest ranks of one kind of employment"),
    mend: LocalizedText(
      id: "beri satu untuk PNS dan satu untuk PPPK", en: "give one for PNS and one for PPPK"))

  package static let rankOfOtherEmployment = DiagnosticKind(
    "organisation.rank-of-other-employment",
    message: LocalizedText(
      id: "{rank} bukan golongan {employment}", en: "{rank} is no rank of a {employment}"),
    mend: LocalizedText(
      id: "PNS bergolongan I/a sampai IV/e, PPPK I sampai XVII",
      en: "a PNS has I/a to IV/e, a PPPK I to XVII"))

  package static let lowRank = DiagnosticKind(
    "organisation.low-rank", .warning,
    message: LocalizedText(
      id: "golongan {rank} di bawah {minimum} yang diminta jabatan \"{post}\"",
      en: "the rank {rank} is below {minimum}, which the post \"{post}\" asks"),
    mend: LocalizedText(
      id: "periksa golongan, atau persyaratan jabatannya",
      en: "check the rank, or what the post asks"))

  package static let ownSuperior = DiagnosticKind(
    "organisation.own-superior",
    message: LocalizedText(
      id: "pegawai \"{person}\" dinyatakan sebagai atasannya sendiri",
      en: "the person \"{person}\" is named as his or her own superior"),
    mend: LocalizedText(id: "sebutkan atasan lain", en: "name another superior"))
}
