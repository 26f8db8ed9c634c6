package import KinerjaCore

// Who reports to whom.
extension OrganisationDiagnostics {
  static let lines: [DiagnosticKind] = [
    .unitCycle, .postCycle, .severalHeads, .supervisionCycle, .noSuperior, .leftWithoutSuperior,
    .twoSuperiors,
  ]
}

extension DiagnosticKind {
  package static let unitCycle = DiagnosticKind(
    "organisation.unit-cycle",
    message: LocalizedText(
      id: "unit-unit saling membawahi ({days}): {cycle}",
      en: "units lie below each other ({days}): {cycle}"),
    mend: LocalizedText(
      id: "ubah atau kosongkan induk salah satunya",
      en: "change the parent of one of them or leave it empty"))

  package static let postCycle = DiagnosticKind(
    "organisation.post-cycle",
    message: LocalizedText(
      id: "jabatan-jabatan saling melapor ({days}): {cycle}",
      en: "posts report to each other ({days}): {cycle}"),
    mend: LocalizedText(
      id: "ubah reports_to salah satunya", en: "change reports_to of one of them"))

  package static let severalHeads = DiagnosticKind(
    "organisation.several-heads",
    message: LocalizedText(
      id: "jabatan \"{post}\" melapor kepada pimpinan unit \"{unit}\", yang lebih dari satu ("
        + "{days}): {heads}",
      en: "the post \"{post}\" reports to the head of the unit \"{unit}\", which has several ("
        + "{days}): {heads}"),
    mend: LocalizedText(
      id: "isi reports_to, atau sisakan satu jabatan pimpinan di unit itu",
      en: "fill reports_to, or leave one leading post in the unit"))

  package static let supervisionCycle = DiagnosticKind(
    "organisation.supervision-cycle",
    message: LocalizedText(
      id: "pegawai saling membawahi ({days}): {cycle}",
      en: "persons supervise each other ({days}): {cycle}"),
    mend: LocalizedText(
      id: "tunjuk atasan lain bagi salah satunya dengan pengecualian supervisi",
      en: "name another superior for one of them with a supervision override"))

  package static let noSuperior = DiagnosticKind(
    "organisation.no-superior", .warning,
    message: LocalizedText(
      id: "pegawai \"{person}\" tidak mempunyai atasan ({days})",
      en: "the person \"{person}\" has no superior ({days})"),
    mend: LocalizedText(
      id: "isi reports_to jabatannya, atau beri unitnya jabatan pimpinan",
      en: "fill reports_to of the post, or give its unit a leading post"))

  package static let leftWithoutSuperior = DiagnosticKind(
    "organisation.left-without-superior", .warning,
    message: LocalizedText(
      id:
        "{count} pegawai tidak mempunyai atasan ({days}) karena jabatan \"{post}\" tidak terisi",
      en: "{count} persons have no superior ({days}) because nobody is in charge of \"{post}\""),
    mend: LocalizedText(
      id: "tambahkan pejabat definitif, Plt., atau Plh.",
      en: "add a definitive holder or an acting officer (Plt., Plh.)"))

  package static let twoSuperiors = DiagnosticKind(
    "organisation.two-superiors",
    message: LocalizedText(
      id: "pegawai \"{person}\" mempunyai lebih dari satu atasan ({days}): {superiors}",
      en: "the person \"{person}\" has more than one superior ({days}): {superiors}"),
    mend: LocalizedText(
      id: "akhiri salah satu jabatan, atau pilih atasan dengan pengecualian supervisi",
      en: "end one of the posts, or choose the superior with a supervision override"))
}
