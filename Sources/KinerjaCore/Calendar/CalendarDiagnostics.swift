extension CoreDiagnostics {
  static let calendar: [DiagnosticKind] = [
    .dayText, .dayFirstText, .noSuchMonth, .noSuchDay, .dayOutOfRange, .dayRangeText,
    .dayRangeReversed, .periodText, .periodYear, .periodNumber, .openPeriod, .instantText,
    .noSuchTime, .instantOutOfRange, .uncoveredDay, .noWorkingWeekday, .endlessCount,
  ]
}

extension DiagnosticKind {
  package static let dayText = DiagnosticKind(
    "core.day-text",
    message: LocalizedText(
      id: "ini bukan tanggal: karakter ke-{position} tidak sesuai dengan bentuk YYYY-MM-DD",
      en: "this is no day: character {position} does not fit the form YYYY-MM-DD"),
    mend: LocalizedText(
      id: "tulis tahun, bulan, dan hari seperti 2026-02-28",
      en: "write year, month and day as in 2026-02-28"))

  package static let dayFirstText = DiagnosticKind(
    "core.day-first-text",
    message: LocalizedText(
      id: "ini bukan tanggal dengan urutan hari, bulan, tahun",
      en: "this is no day written day, month, year"),
    mend: LocalizedText(
      id: "tulis seperti 28/02/2026 atau 28 Februari 2026",
      en: "write it as in 28/02/2026 or 28 February 2026"))

  package static let noSuchMonth = DiagnosticKind(
    "core.no-such-month",
    message: LocalizedText(id: "tidak ada bulan {month}", en: "there is no month {month}"),
    mend: LocalizedText(id: "tulis bulan 1 sampai 12", en: "write a month from 1 to 12"))

  package static let noSuchDay = DiagnosticKind(
    "core.no-such-day",
    message: LocalizedText(
      id: "tidak ada tanggal {day} {month} {year}", en: "there is no {day} {month} {year}"),
    mend: LocalizedText(
      id: "bulan itu mempunyai {length} hari; tulis tanggal 1 sampai {length}",
      en: "that month has {length} days; write a day from 1 to {length}"))

  package static let dayOutOfRange = DiagnosticKind(
    "core.day-out-of-range",
    message: LocalizedText(
      id: "tanggal di luar tahun 1 sampai 9999", en: "the day lies outside the years 1 to 9999"),
    mend: LocalizedText(id: "periksa tahunnya", en: "check the year"))

  package static let dayRangeText = DiagnosticKind(
    "core.day-range-text",
    message: LocalizedText(
      id: "ini bukan rentang tanggal", en: "this is no range of days"),
    mend: LocalizedText(
      id: "tulis seperti 2026-01-01/2026-06-30, atau 2026-01-01/.. jika tanpa akhir",
      en: "write it as in 2026-01-01/2026-06-30, or 2026-01-01/.. without an end"))

  package static let dayRangeReversed = DiagnosticKind(
    "core.day-range-reversed",
    message: LocalizedText(
      id: "rentang berakhir pada {through}, sebelum dimulai pada {from}",
      en: "the range ends on {through}, before it begins on {from}"),
    mend: LocalizedText(
      id: "tukar kedua tanggal atau perbaiki salah satunya",
      en: "swap the two days or correct one of them"))

  package static let periodText = DiagnosticKind(
    "core.period-text",
    message: LocalizedText(id: "ini bukan periode", en: "this is no period"),
    mend: LocalizedText(
      id: "tulis seperti 2026, 2026-S1, 2026-Q3, 2026-02 atau 2026-01-15/2026-03-31",
      en: "write it as in 2026, 2026-S1, 2026-Q3, 2026-02 or 2026-01-15/2026-03-31"))

  package static let periodYear = DiagnosticKind(
    "core.period-year",
    message: LocalizedText(id: "tidak ada tahun {year}", en: "there is no year {year}"),
    mend: LocalizedText(id: "tulis tahun 1 sampai 9999", en: "write a year from 1 to 9999"))

  package static let periodNumber = DiagnosticKind(
    "core.period-number",
    message: LocalizedText(id: "tidak ada {unit} {number}", en: "there is no {unit} {number}"),
    mend: LocalizedText(id: "tulis {unit} 1 sampai {most}", en: "write a {unit} from 1 to {most}"))

  package static let openPeriod = DiagnosticKind(
    "core.open-period",
    message: LocalizedText(
      id: "periode sejak {from} tidak mempunyai tanggal akhir",
      en: "the period from {from} has no end"),
    mend: LocalizedText(id: "cantumkan tanggal akhirnya", en: "give it a last day"))

  package static let instantText = DiagnosticKind(
    "core.instant-text",
    message: LocalizedText(
      id: "ini bukan waktu dengan selisih dari UTC", en: "this is no time with an offset from UTC"),
    mend: LocalizedText(
      id: "tulis seperti 2026-12-31T23:59:59+08:00 atau 2026-12-31T15:59:59Z",
      en: "write it as in 2026-12-31T23:59:59+08:00 or 2026-12-31T15:59:59Z"))

  package static let noSuchTime = DiagnosticKind(
    "core.no-such-time",
    message: LocalizedText(
      id: "tidak ada pukul {hour}:{minute}:{second}",
      en: "there is no time {hour}:{minute}:{second}"),
    mend: LocalizedText(
      id: "tulis waktu 00:00:00 sampai 23:59:59", en: "write a time from 00:00:00 to 23:59:59"))

  package static let instantOutOfRange = DiagnosticKind(
    "core.instant-out-of-range",
    message: LocalizedText(
      id: "waktu di luar tahun 1 sampai 9999", en: "the time lies outside the years 1 to 9999"),
    mend: LocalizedText(id: "periksa tahunnya", en: "check the year"))
}
