package import KinerjaCore

// What can be wrong with a reform.
extension DiagnosticKind {
  package static let reformWithoutEnd = DiagnosticKind(
    "scoring.reform-without-end",
    message: LocalizedText(
      id: "perubahan ini tidak menyebut sampai kapan berlaku",
      en: "the change does not say until when it holds"),
    mend: LocalizedText(
      id: "tulis \"to\": \"2026-12-31\", atau \"to\": \"..\" bila tanpa akhir",
      en: "write \"to\": \"2026-12-31\", or \"to\": \"..\" for no end"))

  package static let reformVerb = DiagnosticKind(
    "scoring.reform-verb",
    message: LocalizedText(
      id: "perubahan perlu tepat satu dari {known}; ada: {found}",
      en: "a change needs exactly one of {known}; there are: {found}"),
    mend: LocalizedText(
      id: "sisakan satu",
      en: "keep one"))

  package static let reformPosition = DiagnosticKind(
    "scoring.reform-position",
    message: LocalizedText(
      id: "langkah baru tidak menyebut satu tempat",
      en: "the new step does not say one place where it stands"),
    mend: LocalizedText(
      id: "tulis before atau after dengan nama sebuah langkah",
      en: "write before or after with the name of a step"))

  package static let reformUnknownParameter = DiagnosticKind(
    "scoring.reform-unknown-parameter",
    message: LocalizedText(
      id: "aturan {rule} tidak memiliki parameter {parameter}",
      en: "the rule {rule} has no parameter {parameter}"),
    mend: LocalizedText(
      id: "{cure}",
      en: "{cure}"))

  package static let reformUnknownStep = DiagnosticKind(
    "scoring.reform-unknown-step",
    message: LocalizedText(
      id: "aturan {rule} tidak memiliki langkah {step}",
      en: "the rule {rule} has no step {step}"),
    mend: LocalizedText(
      id: "{cure}",
      en: "{cure}"))

  package static let reformUnknownTable = DiagnosticKind(
    "scoring.reform-unknown-table",
    message: LocalizedText(
      id: "aturan {rule} tidak memiliki tabel {table}",
      en: "the rule {rule} has no table {table}"),
    mend: LocalizedText(
      id: "{cure}",
      en: "{cure}"))

  package static let reformValueType = DiagnosticKind(
    "scoring.reform-value-type",
    message: LocalizedText(
      id: "{name} diberi {found}, seharusnya {expected}",
      en: "{name} is given a {found}, expected a {expected}"),
    mend: LocalizedText(
      id: "berikan {expected}",
      en: "give a {expected}"))

  package static let reformTwice = DiagnosticKind(
    "scoring.reform-twice",
    message: LocalizedText(
      id: "{name} sudah diubah oleh {earlier} untuk hari yang sama",
      en: "{name} is changed by {earlier} for the same days already"),
    mend: LocalizedText(
      id: "pisahkan harinya, atau buat dua perubahan aturan berurutan",
      en: "part the days, or make two reforms one after another"))

  package static let reformDaysApart = DiagnosticKind(
    "scoring.reform-days-apart",
    message: LocalizedText(
      id: "perubahan langkah berlaku pada hari yang terpisah, {one} dan {other}",
      en: "the changes of steps hold on separate days, {one} and {other}"),
    mend: LocalizedText(
      id: "buat satu perubahan aturan untuk setiap masa",
      en: "make one reform for each span of days"))

  package static let reformStepName = DiagnosticKind(
    "scoring.reform-step-name",
    message: LocalizedText(
      id: "langkah pengganti bernama {found}, seharusnya {expected}",
      en: "the replacing step is named {found}, expected {expected}"),
    mend: LocalizedText(
      id: "pertahankan nama lama, karena langkah lain memakainya",
      en: "keep the old name, which other steps use"))

  package static let reformNameTaken = DiagnosticKind(
    "scoring.reform-name-taken",
    message: LocalizedText(
      id: "nama {name} sudah dipakai dalam aturan",
      en: "the name {name} is used in the rule already"),
    mend: LocalizedText(
      id: "beri nama lain",
      en: "give it another name"))

  package static let reformChangesNothing = DiagnosticKind(
    "scoring.reform-changes-nothing", .warning,
    message: LocalizedText(
      id: "perubahan {reform} tidak mengubah apa pun pada aturan {rule}",
      en: "the reform {reform} changes nothing in the rule {rule}"),
    mend: LocalizedText(
      id: "periksa nama, nilai dan tanggalnya",
      en: "look at its names, values and days again"))

  package static let reformSameValue = DiagnosticKind(
    "scoring.reform-same-value", .warning,
    message: LocalizedText(
      id: "parameter {parameter} sudah bernilai {value} pada semua hari itu",
      en: "the parameter {parameter} is {value} on all those days already"),
    mend: LocalizedText(
      id: "hapus perubahan ini, atau perbaiki nilainya",
      en: "take the change out, or correct the value"))

  package static let reformSameStep = DiagnosticKind(
    "scoring.reform-same-step", .warning,
    message: LocalizedText(
      id: "langkah {step} diganti dengan langkah yang sama",
      en: "the step {step} is replaced by the same step"),
    mend: LocalizedText(
      id: "hapus perubahan ini, atau perbaiki langkahnya",
      en: "take the change out, or correct the step"))

  package static let reformSameBounds = DiagnosticKind(
    "scoring.reform-same-bounds", .warning,
    message: LocalizedText(
      id: "pilihan daerah untuk {parameter} tidak berubah",
      en: "what regions may choose for {parameter} stays as it is"),
    mend: LocalizedText(
      id: "hapus perubahan ini, atau perbaiki batasnya",
      en: "take the change out, or correct the bounds"))

  package static let reformOutsideRule = DiagnosticKind(
    "scoring.reform-outside-rule", .warning,
    message: LocalizedText(
      id: "perubahan berlaku {days}, tetapi aturan {rule} berlaku {range}",
      en: "the change holds {days}, but the rule {rule} holds {range}"),
    mend: LocalizedText(
      id: "pilih versi aturan yang berlaku pada hari itu",
      en: "choose the version of the rule that holds on those days"))

  package static let reformParameterClosed = DiagnosticKind(
    "scoring.reform-parameter-closed",
    message: LocalizedText(
      id: "parameter {parameter} tertutup bagi daerah menurut {source}",
      en: "the parameter {parameter} is closed to regions by {source}"),
    mend: LocalizedText(
      id: "biarkan nilainya; {open}",
      en: "leave its value; {open}"))

  package static let reformOutsideBounds = DiagnosticKind(
    "scoring.reform-outside-bounds",
    message: LocalizedText(
      id: "nilai {value} untuk {parameter} di luar {bounds} yang dibuka bagi daerah oleh {source}",
      en: "the value {value} of {parameter} is outside {bounds}, which {source} leaves to regions"),
    mend: LocalizedText(
      id: "pilih {bounds}",
      en: "choose {bounds}"))

  package static let reformWidens = DiagnosticKind(
    "scoring.reform-widens",
    message: LocalizedText(
      id: "pilihan {found} untuk {parameter} lebih luas daripada {bounds} menurut {source}",
      en: "the bounds {found} of {parameter} are wider than {bounds} by {source}"),
    mend: LocalizedText(
      id: "persempit ke dalam {bounds}",
      en: "narrow them to {bounds}"))

  package static let reformStepClosed = DiagnosticKind(
    "scoring.reform-step-closed",
    message: LocalizedText(
      id: "langkah {step} tertutup bagi daerah menurut {source}",
      en: "the step {step} is closed to regions by {source}"),
    mend: LocalizedText(
      id: "biarkan langkahnya; {open}",
      en: "leave the step; {open}"))
}
