package import KinerjaCore

extension StorageDiagnostics {
  /// What can be wrong with an audit chain.
  package static let audit: [DiagnosticKind] = [
    .auditAltered, .auditMissing, .auditMoved, .auditRepeated, .auditRewritten, .auditOpening,
    .auditContent,
  ]
}

extension DiagnosticKind {
  package static let auditAltered = DiagnosticKind(
    "storage.audit-altered",
    message: LocalizedText(
      id: "catatan audit {position} telah diubah", en: "audit entry {position} was altered"),
    mend: LocalizedText(
      id: "bandingkan dengan salinan yang tersimpan di tempat lain",
      en: "compare it with a copy held elsewhere"))

  package static let auditMissing = DiagnosticKind(
    "storage.audit-missing",
    message: LocalizedText(
      id: "catatan audit {position} sampai {last} hilang",
      en: "audit entries {position} to {last} are missing"),
    mend: LocalizedText(
      id: "pulihkan dari salinan yang tersimpan di tempat lain",
      en: "restore them from a copy held elsewhere"))

  package static let auditMoved = DiagnosticKind(
    "storage.audit-moved",
    message: LocalizedText(
      id: "catatan audit {position} berada di tempat {place}",
      en: "audit entry {position} stands at place {place}"),
    mend: LocalizedText(
      id: "bandingkan urutannya dengan salinan yang tersimpan di tempat lain",
      en: "compare the order with a copy held elsewhere"))

  package static let auditRepeated = DiagnosticKind(
    "storage.audit-repeated",
    message: LocalizedText(
      id: "catatan audit {position} terulang di tempat {place}",
      en: "audit entry {position} stands a second time at place {place}"),
    mend: LocalizedText(
      id: "bandingkan dengan salinan yang tersimpan di tempat lain",
      en: "compare with a copy held elsewhere"))

  package static let auditRewritten = DiagnosticKind(
    "storage.audit-rewritten",
    message: LocalizedText(
      id: "rantai audit sebelum catatan {position} bukan rantai yang dicatat titik periksa",
      en: "the audit chain before entry {position} is not the one the checkpoint was taken of"),
    mend: LocalizedText(
      id: "bandingkan dengan salinan dari waktu titik periksa itu dibuat",
      en: "compare it with a copy from when the checkpoint was taken"))

  package static let auditOpening = DiagnosticKind(
    "storage.audit-opening",
    message: LocalizedText(
      id: "pembuka catatan audit {position} tidak cocok dengannya",
      en: "what opens audit entry {position} does not fit it"),
    mend: LocalizedText(
      id: "pulihkan pembuka itu dari salinan", en: "restore that opening from a copy"))

  package static let auditContent = DiagnosticKind(
    "storage.audit-content",
    message: LocalizedText(
      id: "isi koleksi \"{collection}\" bukan yang ditulis pada catatan audit {position}",
      en: "the content of collection \"{collection}\" is not what audit entry {position} wrote"),
    mend: LocalizedText(
      id: "bandingkan dengan salinan; ada yang mengubahnya di luar rantai",
      en: "compare it with a copy; somebody changed it past the chain"))
}
