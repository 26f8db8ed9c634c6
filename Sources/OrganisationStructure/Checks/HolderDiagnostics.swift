package import KinerjaCore

// Who holds which post, and who has which posts.
extension OrganisationDiagnostics {
  static let holders: [DiagnosticKind] = [
    .vacantPost, .twoHolders, .actingBesideHolder, .samePostTwice, .twoPosts, .twoEmployments,
  ]
}

extension DiagnosticKind {
  package static let vacantPost = DiagnosticKind(
    "organisation.vacant-post", .warning,
    message: LocalizedText(
      id: "jabatan pimpinan \"{post}\" tidak terisi ({days})",
      en: "nobody is in charge of the leading post \"{post}\" ({days})"),
    mend: LocalizedText(
      id: "tambahkan pejabat definitif atau Plt. untuk hari-hari itu",
      en: "add a definitive holder or an acting officer (Plt.) for those days"))

  package static let twoHolders = DiagnosticKind(
    "organisation.two-holders",
    message: LocalizedText(
      id: "jabatan pimpinan \"{post}\" mempunyai dua {standing} ({days})",
      en: "the leading post \"{post}\" has two holders as {standing} ({days})"),
    mend: LocalizedText(
      id: "akhiri yang lama sebelum yang baru mulai, atau nyatakan salah satunya Plh.",
      en: "end the older before the newer begins, or make one of them a daily acting officer (Plh.)"
    ))

  package static let actingBesideHolder = DiagnosticKind(
    "organisation.acting-beside-holder", .warning,
    message: LocalizedText(
      id: "jabatan \"{post}\" mempunyai Plt. di samping pejabat definitif ({days})",
      en: "the post \"{post}\" has an acting officer (Plt.) beside its holder ({days})"),
    mend: LocalizedText(
      id: "akhiri pejabat definitif, atau nyatakan Plh. jika ia hanya berhalangan sementara",
      en: "end the holder's days, or write Plh. if the holder is only away"))

  package static let samePostTwice = DiagnosticKind(
    "organisation.same-post-twice",
    message: LocalizedText(
      id: "pegawai \"{person}\" dua kali dalam jabatan \"{post}\" ({days})",
      en: "the person \"{person}\" is in the post \"{post}\" twice ({days})"),
    mend: LocalizedText(
      id: "akhiri baris yang lama sebelum yang baru mulai",
      en: "end the older row before the newer begins"))

  package static let twoPosts = DiagnosticKind(
    "organisation.two-posts", .warning,
    message: LocalizedText(
      id:
        "pegawai \"{person}\" menjadi pejabat definitif pada \"{other}\" dan \"{post}\" ({days})",
      en: "the person \"{person}\" is definitive holder of \"{other}\" and \"{post}\" ({days})"),
    mend: LocalizedText(
      id: "akhiri jabatan yang lama, atau nyatakan salah satunya Plt. atau Plh.",
      en: "end the older post, or make one of them Plt. or Plh."))

  package static let twoEmployments = DiagnosticKind(
    "organisation.two-employments",
    message: LocalizedText(
      id: "pegawai \"{person}\" dinyatakan PNS sekaligus PPPK ({days})",
      en: "the person \"{person}\" is given as PNS and as PPPK ({days})"),
    mend: LocalizedText(
      id: "perbaiki jenis kepegawaian salah satu baris",
      en: "correct the kind of employment in one of the rows"))
}
