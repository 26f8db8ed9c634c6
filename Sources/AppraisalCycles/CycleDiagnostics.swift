package import KinerjaCore

/// The catalogue of problems that this room can find.
package enum CycleDiagnostics {
  package static let all: [DiagnosticKind] = refusals + processes + [.subjectOfTwo, .factsErased]

  static let refusals: [DiagnosticKind] = [
    .notEnrolled, .alreadyEnrolled, .otherProcess, .otherAppraisal, .commandNotAllowed,
    .stageNotOpen, .notAssigned, .roleNotAssignable, .unfitAssignment, .planNotAgreed, .unfitPlan,
    .notReported, .notRated, .noCurrentScore, .notDecided, .adjustmentsOpen, .noQuorum, .noReason,
    .ownResult,
    .unfitReport, .reportNameTaken, .unknownSubject, .unknownLevel, .ratingMoved,
    .adjustmentChangesNothing, .adjustmentNameTaken, .adjustmentNotOpen, .commandNameTaken,
  ]
}

extension DiagnosticKind {
  private static func cycle(
    _ code: String, id: String, en: String, mendID: String, mendEN: String
  ) -> DiagnosticKind {
    DiagnosticKind(
      "cycle.\(code)", message: LocalizedText(id: id, en: en),
      mend: LocalizedText(id: mendID, en: mendEN))
  }

  package static let factsErased = cycle(
    "facts-erased",
    id: "isi {count} fakta penilaian ini sudah dihapus",
    en: "what {count} of the facts of this appraisal said was erased",
    mendID: "pakai hasil yang sudah dicatat; penilaian ini tidak dapat dilanjutkan",
    mendEN: "use the results that were recorded; this appraisal cannot go on")

  package static let notEnrolled = cycle(
    "not-enrolled",
    id: "penilaian ini belum dimulai", en: "this appraisal has not begun",
    mendID: "daftarkan pegawai ke siklus lebih dahulu", mendEN: "enrol the person first")

  package static let alreadyEnrolled = cycle(
    "already-enrolled",
    id: "pegawai sudah terdaftar dalam siklus ini",
    en: "the person is enrolled in this cycle already",
    mendID: "lanjutkan penilaian yang ada", mendEN: "go on with the appraisal that exists")

  package static let otherProcess = cycle(
    "other-process",
    id: "penilaian ini berjalan menurut proses {process} versi {version}",
    en: "this appraisal runs under process {process}, version {version}",
    mendID: "pakai proses dan versi itu sampai selesai",
    mendEN: "use that process and version to the end")

  package static let otherAppraisal = cycle(
    "other-appraisal",
    id: "perintah menyebut pegawai atau siklus lain daripada tujuannya",
    en: "the command names another person or cycle than it is sent to",
    mendID: "samakan keduanya", mendEN: "make both the same")

  package static let commandNotAllowed = cycle(
    "command-not-allowed",
    id: "peran \"{role}\" tidak boleh {command} pada tahap \"{stage}\"",
    en: "{command} is not for the role \"{role}\" in the stage \"{stage}\"",
    mendID: "yang boleh: {allowed}", mendEN: "who may: {allowed}")

  package static let stageNotOpen = cycle(
    "stage-not-open",
    id: "tahap \"{stage}\" tidak dibuka pada {day}",
    en: "the stage \"{stage}\" is not open on {day}",
    mendID: "tahap itu dibuka pada {days}", mendEN: "it is open on {days}")

  package static let notAssigned = cycle(
    "not-assigned",
    id: "pelaku tidak bertugas sebagai \"{role}\" untuk pegawai ini",
    en: "the actor does not act as \"{role}\" for this person",
    mendID: "minta yang bertugas untuk melakukannya", mendEN: "ask somebody who does")

  package static let roleNotAssignable = cycle(
    "role-not-assignable",
    id: "peran \"{role}\" tidak ditetapkan per pegawai dalam proses ini",
    en: "the role \"{role}\" is not assigned for each person in this process",
    mendID: "hapus dari pendaftaran", mendEN: "remove it from the enrolment")

  package static let unfitAssignment = cycle(
    "unfit-assignment",
    id: "belum ada, atau pegawai itu sendiri, yang bertugas sebagai \"{role}\"",
    en: "nobody, or the person himself, is to act as \"{role}\"",
    mendID: "sebutkan paling sedikit satu orang lain",
    mendEN: "name at least one other person")

  package static let planNotAgreed = cycle(
    "plan-not-agreed",
    id: "rencana kerja belum disepakati oleh {roles}", en: "the plan is not agreed to by {roles}",
    mendID: "sepakati rencana kerja, atau catat pembebasan dengan alasannya",
    mendEN: "agree to the plan, or record an exemption with its reason")

  package static let unfitPlan = cycle(
    "unfit-plan",
    id: "rencana kerja kosong, milik pegawai lain, atau tidak mencakup periode siklus",
    en: "the plan is empty, another person's, or does not cover the cycle's period",
    mendID: "kirim rencana kerja pegawai ini untuk periode itu",
    mendEN: "send this person's plan for that period")

  package static let notReported = cycle(
    "not-reported",
    id: "belum ada laporan kemajuan untuk {items}", en: "nothing was reported on {items}",
    mendID: "laporkan kemajuannya", mendEN: "report progress on them")

  package static let notRated = cycle(
    "not-rated",
    id: "belum dinilai oleh {role}: {subjects}", en: "not rated by {role}: {subjects}",
    mendID: "beri nilai untuk semuanya", mendEN: "rate all of them")

  package static let noCurrentScore = cycle(
    "no-current-score",
    id: "belum ada hasil perhitungan yang memuat semua nilai terakhir",
    en: "no score takes the latest ratings into account",
    mendID: "hitung kembali lalu tetapkan", mendEN: "compute and conclude it anew")

  package static let notDecided = cycle(
    "not-decided",
    id: "hasil akhir belum ditetapkan", en: "the result is not decided",
    mendID: "minta pejabat yang berwenang menetapkannya",
    mendEN: "ask the competent official to decide it")

  package static let adjustmentsOpen = cycle(
    "adjustments-open",
    id: "{count} usulan penyesuaian belum diputus", en: "{count} proposed adjustments are open",
    mendID: "putuskan dalam forum lebih dahulu", mendEN: "let the forum decide on them first")

  package static let noQuorum = cycle(
    "no-quorum",
    id: "{found} anggota forum memberi suara, diperlukan {needed}",
    en: "{found} members of the forum voted, {needed} are needed",
    mendID: "ulangi forum dengan anggota yang cukup",
    mendEN: "repeat the forum with enough members")

  package static let noReason = cycle(
    "no-reason",
    id: "alasan belum ditulis", en: "no reason is given",
    mendID: "tulis alasannya", mendEN: "write the reason")

  package static let ownResult = cycle(
    "own-result",
    id: "pelaku bertindak atas hasilnya sendiri", en: "the actor acts on his own result",
    mendID: "serahkan kepada orang lain", mendEN: "leave it to somebody else")

  package static let unfitReport = cycle(
    "unfit-report",
    id: "laporan menyebut pegawai lain atau butir di luar rencana kerja",
    en: "the report is about another person or an item that is not in the plan",
    mendID: "pakai pengenal butir dari rencana kerja pegawai ini",
    mendEN: "use an item of this person's plan")

  package static let reportNameTaken = cycle(
    "report-name-taken",
    id: "nama laporan sudah dipakai untuk isi yang lain",
    en: "the report's name was used for other content",
    mendID: "beri nama baru untuk laporan baru", mendEN: "give a new report a new name")

  package static let unknownSubject = cycle(
    "unknown-subject",
    id: "\"{subject}\" tidak dinilai dalam proses atau rencana kerja ini",
    en: "\"{subject}\" is not rated in this process or plan",
    mendID: "pakai aspek dan butir dari proses dan rencana kerja",
    mendEN: "use an aspect and an item of the process and the plan")

  package static let unknownLevel = cycle(
    "unknown-level",
    id: "tingkat {level} pada skala \"{scale}\" tidak berlaku di sini",
    en: "level {level} of the scale \"{scale}\" does not hold here",
    mendID: "pakai tingkat dari skala aspek itu", mendEN: "use a level of the aspect's scale")

  package static let ratingMoved = cycle(
    "rating-moved",
    id: "nilai \"{subject}\" tidak ada atau sudah berubah",
    en: "the rating of \"{subject}\" does not exist or has changed",
    mendID: "baca nilai terakhir lalu usulkan kembali",
    mendEN: "read the rating as it stands and propose anew")

  package static let adjustmentChangesNothing = cycle(
    "adjustment-changes-nothing",
    id: "usulan ini tidak mengubah apa pun", en: "the proposal changes nothing",
    mendID: "usulkan tingkat yang lain", mendEN: "propose another level")

  package static let adjustmentNameTaken = cycle(
    "adjustment-name-taken",
    id: "nama usulan \"{adjustment}\" sudah dipakai",
    en: "the proposal's name \"{adjustment}\" is taken",
    mendID: "beri nama baru", mendEN: "give it a new name")

  package static let adjustmentNotOpen = cycle(
    "adjustment-not-open",
    id: "usulan \"{adjustment}\" tidak ada atau sudah diputus",
    en: "the proposal \"{adjustment}\" does not exist or is decided",
    mendID: "pakai usulan yang belum diputus", mendEN: "use one that is open")

  package static let commandNameTaken = cycle(
    "command-name-taken",
    id: "nama perintah \"{name}\" sudah dipakai untuk perintah lain",
    en: "the command's name \"{name}\" was used for another command",
    mendID: "beri nama baru untuk perintah baru", mendEN: "give a new command a new name")

  package static let subjectOfTwo = cycle(
    "subject-of-two",
    id: "satu nilai menyebut butir rencana kerja dan butir aspek sekaligus",
    en: "one rating names a plan item and an item of the aspect",
    mendID: "pakai salah satu", mendEN: "use one of the two")
}
