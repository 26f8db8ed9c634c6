package import KinerjaCore

// What can be wrong with a work plan and what follows it.

extension DiagnosticKind {
  package static let emptyPlan = DiagnosticKind(
    "indicators.empty-plan",
    message: LocalizedText(id: "rencana ini tidak mempunyai butir", en: "the plan has no items"),
    mend: LocalizedText(id: "tambahkan paling sedikit satu", en: "add at least one"))

  package static let itemNamedTwice = DiagnosticKind(
    "indicators.item-named-twice",
    message: LocalizedText(
      id: "butir \"{item}\" sudah ada pada nomor urut {other} (dari 0)",
      en: "the item \"{item}\" already stands at index {other}"),
    mend: LocalizedText(id: "beri pengenal lain", en: "give it another identifier"))

  package static let aspectTwice = DiagnosticKind(
    "indicators.aspect-twice",
    message: LocalizedText(
      id: "butir \"{item}\" mengukur {aspect} tugas \"{task}\", yang sudah diukur butir lain",
      en: "the item \"{item}\" measures the {aspect} of the task \"{task}\", which another does"),
    mend: LocalizedText(
      id: "ukur tiap aspek satu kali, atau pisahkan tugasnya",
      en: "measure each aspect once, or make it a task of its own"))

  package static let missingTarget = DiagnosticKind(
    "indicators.missing-target",
    message: LocalizedText(
      id: "butir \"{item}\" belum mempunyai target", en: "the item \"{item}\" has no target"),
    mend: LocalizedText(
      id: "tetapkan angka atau rentang yang terukur", en: "set a figure or a range to be measured"))

  package static let targetNotRange = DiagnosticKind(
    "indicators.target-not-range",
    message: LocalizedText(
      id: "butir \"{item}\" memakai indikator rentang \"{indicator}\" tetapi targetnya satu angka",
      en: "the item \"{item}\" has one figure as target of the range indicator \"{indicator}\""),
    mend: LocalizedText(
      id: "tulis batas bawah dan batas atas", en: "write a lower and an upper bound"))

  package static let zeroTarget = DiagnosticKind(
    "indicators.zero-target", .warning,
    message: LocalizedText(
      id: "target butir \"{item}\" nol, dan aturan indikator \"{indicator}\" tidak menjawabnya",
      en: "the target of \"{item}\" is zero, which the rule of \"{indicator}\" does not answer"),
    mend: LocalizedText(
      id: "tulis \"zeroTarget\" pada aturan capaian indikator itu, atau ubah targetnya",
      en: "write \"zeroTarget\" into the indicator's attainment rule, or change the target"))

  package static let unknownIndicator = DiagnosticKind(
    "indicators.unknown-indicator",
    message: LocalizedText(
      id: "indikator \"{indicator}\" tidak ada", en: "there is no indicator \"{indicator}\""),
    mend: LocalizedText(
      id: "tambahkan ke katalog, atau sebutkan indikator yang ada",
      en: "add it to the catalogue, or name one that exists"))

  package static let misspeltIndicator = DiagnosticKind(
    "indicators.misspelt-indicator",
    message: LocalizedText(
      id: "indikator \"{indicator}\" tidak ada", en: "there is no indicator \"{indicator}\""),
    mend: LocalizedText(
      id: "mungkin maksudnya \"{nearest}\"", en: "did you mean \"{nearest}\"?"))

  package static let indicatorNotEffective = DiagnosticKind(
    "indicators.indicator-not-effective",
    message: LocalizedText(
      id: "tidak ada versi indikator \"{indicator}\" yang berlaku sepanjang {period}",
      en: "no version of the indicator \"{indicator}\" holds throughout {period}"),
    mend: LocalizedText(
      id: "pilih indikator yang berlaku, atau perpanjang masa berlakunya",
      en: "choose one that holds, or extend its effective days"))

  package static let negativeWeight = DiagnosticKind(
    "indicators.negative-weight",
    message: LocalizedText(
      id: "bobot {weight} untuk butir \"{item}\" negatif",
      en: "the weight {weight} of the item \"{item}\" is negative"),
    mend: LocalizedText(
      id: "untuk mengabaikan butir itu, beri bobot 0", en: "to leave the item out, give it weight 0"
    ))

  package static let missingWeight = DiagnosticKind(
    "indicators.missing-weight",
    message: LocalizedText(
      id: "butir \"{item}\" tidak mempunyai bobot", en: "the item \"{item}\" has no weight"),
    mend: LocalizedText(
      id: "beri bobot, atau hapus \"weightTotal\" jika rencana tidak berbobot",
      en: "give it a weight, or remove \"weightTotal\" if the plan has no weights"))

  package static let undeclaredWeightTotal = DiagnosticKind(
    "indicators.undeclared-weight-total",
    message: LocalizedText(
      id: "rencana memakai bobot tanpa menyatakan jumlahnya",
      en: "the plan has weights but does not say what they add up to"),
    mend: LocalizedText(
      id: "tulis \"weightTotal\", misalnya 100", en: "write \"weightTotal\", such as 100"))

  package static let weightTotal = DiagnosticKind(
    "indicators.weight-total",
    message: LocalizedText(
      id: "jumlah bobot {sum}, seharusnya {total}", en: "the weights add up to {sum}, not {total}"),
    mend: LocalizedText(
      id: "perbaiki bobot sehingga jumlahnya {total}", en: "correct them so that they make {total}")
  )

  package static let itemWithoutGoal = DiagnosticKind(
    "indicators.item-without-goal", .warning,
    message: LocalizedText(
      id: "butir \"{item}\" tidak mendukung sasaran mana pun",
      en: "the item \"{item}\" serves no goal"),
    mend: LocalizedText(
      id: "tulis sasaran unit pada \"contributesTo\"",
      en: "name a goal of the unit in \"contributesTo\""))

  package static let missingLowerBound = DiagnosticKind(
    "indicators.missing-lower-bound",
    message: LocalizedText(
      id: "target mempunyai batas atas tetapi tidak mempunyai batas bawah",
      en: "the target has an upper bound and no lower one"),
    mend: LocalizedText(
      id: "isi \"target\" dengan batas bawah, atau kosongkan \"target_high\"",
      en: "put the lower bound into \"target\", or leave \"target_high\" empty"))

  package static let reportWithoutItem = DiagnosticKind(
    "indicators.report-without-item",
    message: LocalizedText(
      id: "laporan ini atas butir \"{item}\", yang tidak ada dalam rencana \"{person}\"",
      en: "this reports on the item \"{item}\", which the plan of \"{person}\" does not have"),
    mend: LocalizedText(
      id: "perbaiki nama butir atau pegawai, atau tambahkan butir itu ke rencana",
      en: "correct the name of item or person, or add the item to the plan"))

  package static let eventWithOtherContent = DiagnosticKind(
    "indicators.event-with-other-content",
    message: LocalizedText(
      id: "laporan \"{event}\" sudah diterima dengan isi lain",
      en: "the report \"{event}\" was already received with other content"),
    mend: LocalizedText(
      id: "kirim perbaikan sebagai laporan baru dengan pengenal baru",
      en: "send a correction as a new report with a new identifier"))

  package static let incompleteFeedback = DiagnosticKind(
    "indicators.incomplete-feedback", .warning,
    message: LocalizedText(
      id: "umpan balik tidak memuat {part}", en: "the feedback has no {part}"),
    mend: LocalizedText(
      id: "tulis apa yang diamati, dampaknya, dan saran perbaikannya",
      en: "write what was observed, its effect, and what to do"))
}
