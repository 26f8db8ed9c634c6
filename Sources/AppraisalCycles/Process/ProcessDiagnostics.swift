package import KinerjaCore

extension CycleDiagnostics {
  static let processes: [DiagnosticKind] = [
    .processWithoutStages, .processNameTwice, .processUnknownRole, .processUnknownStage,
    .processUnknownAspectItem, .permissionTwice, .permissionForNobody, .stageClosesFirst,
    .processWithoutEmployee, .stageUnreachable, .stageDeadEnd, .quorumOfNobody,
    .advanceNowhere,
  ]
}

extension DiagnosticKind {
  private static func process(
    _ code: String, _ severity: DiagnosticSeverity = .error, id: String, en: String,
    mendID: String, mendEN: String
  ) -> DiagnosticKind {
    DiagnosticKind(
      "process.\(code)", severity, message: LocalizedText(id: id, en: en),
      mend: LocalizedText(id: mendID, en: mendEN))
  }

  package static let processWithoutStages = process(
    "no-stages",
    id: "proses ini tidak mempunyai tahap", en: "the process has no stage",
    mendID: "tulis paling sedikit satu", mendEN: "write at least one")

  package static let processNameTwice = process(
    "name-twice",
    id: "pengenal \"{name}\" dipakai dua kali", en: "the name \"{name}\" stands twice",
    mendID: "beri nama lain", mendEN: "give one of them another name")

  package static let processUnknownRole = process(
    "unknown-role",
    id: "peran \"{role}\" tidak ada dalam proses", en: "the process has no role \"{role}\"",
    mendID: "{cure}", mendEN: "{cure}")

  package static let processUnknownStage = process(
    "unknown-stage",
    id: "tahap \"{stage}\" tidak ada dalam proses", en: "the process has no stage \"{stage}\"",
    mendID: "{cure}", mendEN: "{cure}")

  package static let processUnknownAspectItem = process(
    "no-items",
    id: "aspek \"{aspect}\" tidak mempunyai butir", en: "the aspect \"{aspect}\" has no item",
    mendID: "tulis butirnya, atau \"whole\"", mendEN: "write its items, or \"whole\"")

  package static let permissionTwice = process(
    "permission-twice",
    id: "peran \"{role}\" dua kali diberi izin \"{command}\" pada tahap ini",
    en: "the role \"{role}\" is given leave for \"{command}\" twice in this stage",
    mendID: "gabungkan keduanya", mendEN: "make one of the two")

  package static let permissionForNobody = process(
    "permission-for-nobody",
    id: "izin ini tidak diberikan kepada siapa pun", en: "this leave is given to nobody",
    mendID: "sebutkan paling sedikit satu peran", mendEN: "name at least one role")

  package static let stageClosesFirst = process(
    "stage-closes-first",
    id: "tahap \"{stage}\" ditutup sebelum dibuka",
    en: "the stage \"{stage}\" closes before it opens",
    mendID: "perbaiki salah satu harinya", mendEN: "mend one of the two days")

  package static let processWithoutEmployee = process(
    "no-employee",
    id: "peran \"employee\" tidak ada; setiap proses menilai seorang pegawai",
    en: "the role \"employee\" is missing; every process appraises one",
    mendID: "tambahkan peran itu", mendEN: "add the role")

  package static let stageUnreachable = process(
    "stage-unreachable", .warning,
    id: "tidak ada jalan ke tahap \"{stage}\"", en: "no way leads to the stage \"{stage}\"",
    mendID: "hapus, atau beri izin yang menuju ke sana",
    mendEN: "remove it, or give leave for a command that leads there")

  package static let stageDeadEnd = process(
    "stage-dead-end", .warning,
    id: "tidak ada jalan keluar dari tahap \"{stage}\"",
    en: "no way leads out of the stage \"{stage}\"",
    mendID: "beri izin yang menuju tahap berikutnya, atau letakkan tahap ini terakhir",
    mendEN: "give leave for a command that leads on, or put the stage last")

  package static let quorumOfNobody = process(
    "quorum-of-nobody",
    id: "kuorum {quorum} kurang dari satu", en: "a quorum of {quorum} is less than one",
    mendID: "tulis 1 atau lebih", mendEN: "write 1 or more")

  package static let advanceNowhere = process(
    "advance-nowhere",
    id: "\"advance\" tanpa tujuan", en: "\"advance\" leads nowhere",
    mendID: "tulis tahap tujuan pada \"to\"", mendEN: "name the stage under \"to\"")
}
