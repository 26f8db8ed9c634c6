package import KinerjaCore

extension PolicyDiagnostics {
  /// In what a rule may differ from its vectors.
  static let outcomes: [DiagnosticKind] = [
    .policyNoRule, .policyOtherRule, .policyOtherBytes, .policyStopped, .policyDiffers,
    .policyNumberDiffers, .policyUnknownStep, .policyNotMonotone, .policyOutOfBounds,
    .policyNotSymmetric, .policyJump, .policyNoValue, .policyUnknownInput, .policyCancelled,
    .policyNoBase,
  ]
}

extension DiagnosticKind {
  package static let policyNoRule = DiagnosticKind(
    "policy.no-rule",
    message: LocalizedText(
      id: "tidak ada versi aturan {rule} yang berlaku pada hari itu",
      en: "no version of the rule {rule} holds on that day"),
    mend: LocalizedText(
      id: "ubah \"on\", atau beri aturan yang berlaku",
      en: "change \"on\", or give a rule that holds"))

  package static let policyOtherRule = DiagnosticKind(
    "policy.other-rule",
    message: LocalizedText(
      id: "kasus-kasus ini untuk aturan {expected}, bukan {found}",
      en: "the cases are about the rule {expected}, not {found}"),
    mend: LocalizedText(id: "beri aturan yang dimaksud", en: "give the rule that is meant"))

  package static let policyOtherBytes = DiagnosticKind(
    "policy.other-bytes",
    message: LocalizedText(
      id: "isi aturan {rule} lain daripada yang dicatat",
      en: "the rule {rule} is not the one that was recorded"),
    mend: LocalizedText(
      id: "bila perubahan itu dimaksud, catat sha256 {found}",
      en: "if the change is meant, record the sha256 {found}"))

  package static let policyStopped = DiagnosticKind(
    "policy.stopped",
    message: LocalizedText(
      id: "perhitungan berhenti: {problem}", en: "the evaluation stopped: {problem}"),
    mend: LocalizedText(
      id: "bila memang harus begitu, tulis \"error\": \"{code}\"",
      en: "if that is what must happen, write \"error\": \"{code}\""))

  package static let policyDiffers = DiagnosticKind(
    "policy.differs",
    message: LocalizedText(
      id: "{what}: seharusnya {expected}, ternyata {found}",
      en: "{what}: expected {expected}, found {found}"),
    mend: LocalizedText(
      id: "perbaiki aturan atau kasusnya", en: "correct the rule or the case"))

  package static let policyNumberDiffers = DiagnosticKind(
    "policy.number-differs",
    message: LocalizedText(
      id: "{what}: seharusnya {expected}, ternyata {found}",
      en: "{what}: expected {expected}, found {found}"),
    mend: LocalizedText(
      id: "perbaiki aturan atau kasusnya; selisihnya {difference}",
      en: "correct the rule or the case; they are {difference} apart"))

  package static let policyUnknownStep = DiagnosticKind(
    "policy.unknown-step",
    message: LocalizedText(
      id: "aturan tidak menghitung langkah {step} untuk masukan ini",
      en: "the rule computes no step {step} for these inputs"),
    mend: LocalizedText(id: "{cure}", en: "{cure}"))

  package static let policyNotMonotone = DiagnosticKind(
    "policy.not-monotone",
    message: LocalizedText(
      id: "{of}: dari {input} = {low} ke {high} berubah dari {before} ke {after}",
      en: "{of}: from {input} = {low} to {high} it goes from {before} to {after}"),
    mend: LocalizedText(
      id: "perbaiki aturan, atau persempit \"from\" dan \"to\"",
      en: "correct the rule, or narrow \"from\" and \"to\""))

  package static let policyOutOfBounds = DiagnosticKind(
    "policy.out-of-bounds",
    message: LocalizedText(
      id: "{of}: pada {input} = {low} nilainya {before}",
      en: "{of}: at {input} = {low} it is {before}"
    ),
    mend: LocalizedText(
      id: "perbaiki aturan atau batasnya", en: "correct the rule or the bounds"))

  package static let policyNotSymmetric = DiagnosticKind(
    "policy.not-symmetric",
    message: LocalizedText(
      id: "{of}: {input} = {low} dan {high} memberi {before}, bila ditukar {after}",
      en: "{of}: {input} = {low} and {high} give {before}, exchanged {after}"),
    mend: LocalizedText(
      id: "perbaiki aturan, atau hapus sifat ini", en: "correct the rule, or drop the property"))

  package static let policyJump = DiagnosticKind(
    "policy.jump",
    message: LocalizedText(
      id: "{of}: dari {input} = {low} ke {high} melompat dari {before} ke {after}",
      en: "{of}: from {input} = {low} to {high} it jumps from {before} to {after}"),
    mend: LocalizedText(
      id: "perbaiki aturan, atau sebutkan batas itu pada \"except\"",
      en: "correct the rule, or name that edge in \"except\""))

  package static let policyNoValue = DiagnosticKind(
    "policy.no-value",
    message: LocalizedText(
      id: "{of}: pada {input} = {low} tidak ada nilai: {reason}",
      en: "{of}: at {input} = {low} there is no value: {reason}"),
    mend: LocalizedText(
      id: "lengkapi \"input\", atau persempit \"from\" dan \"to\"",
      en: "complete \"input\", or narrow \"from\" and \"to\""))

  package static let policyUnknownInput = DiagnosticKind(
    "policy.unknown-input",
    message: LocalizedText(
      id: "{input} bukan angka yang diminta aturan",
      en: "{input} is no number that the rule asks for"),
    mend: LocalizedText(id: "{cure}", en: "{cure}"))

  package static let policyCancelled = DiagnosticKind(
    "policy.cancelled",
    message: LocalizedText(
      id: "pemeriksaan dihentikan", en: "the check was cancelled"),
    mend: LocalizedText(id: "jalankan kembali", en: "run it again"))

  package static let policyNoBase = DiagnosticKind(
    "policy.no-base",
    message: LocalizedText(
      id: "tidak ada kasus seorang pegawai untuk memulai",
      en: "there is no case of a person to start from"),
    mend: LocalizedText(
      id: "tulis sedikitnya satu kasus yang lengkap", en: "write at least one complete case"))
}
