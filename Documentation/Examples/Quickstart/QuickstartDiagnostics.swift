import Kinerja

// What only the files of this example can have wrong with each other.
extension DiagnosticKind {
  static let unknownPerson = DiagnosticKind(
    "quickstart.unknown-person",
    message: LocalizedText(
      id: "\"{person}\" tidak ada di antara pegawai", en: "\"{person}\" is not among the staff"),
    mend: LocalizedText(
      id: "perbaiki kodenya, atau tambahkan pegawai itu ke incumbents.csv dan plans.csv",
      en: "correct the code, or add the person to incumbents.csv and plans.csv"))

  static let noRows = DiagnosticKind(
    "quickstart.no-rows",
    message: LocalizedText(
      id: "berkas hanya memuat baris judul", en: "the file has a header and no rows"),
    mend: LocalizedText(
      id: "periksa apakah ekspornya lengkap", en: "check whether the export was complete"))

  static let noSuperior = DiagnosticKind(
    "quickstart.no-superior",
    message: LocalizedText(
      id: "\"{person}\" tidak mempunyai atasan pada akhir periode",
      en: "\"{person}\" has no superior at the end of the period"),
    mend: LocalizedText(
      id: "tambahkan pegawai itu dan atasannya ke incumbents.csv",
      en: "add the person and the superior to incumbents.csv"))

  static let unknownItem = DiagnosticKind(
    "quickstart.unknown-item",
    message: LocalizedText(
      id: "\"{item}\" tidak dinilai dalam process.json",
      en: "\"{item}\" is not rated by process.json"),
    mend: LocalizedText(
      id: "pakai aspek atau butir yang ada di sana", en: "use an aspect or an item from there"))

  static let unknownRole = DiagnosticKind(
    "quickstart.unknown-role",
    message: LocalizedText(
      id: "peran \"{role}\" tidak ada dalam process.json",
      en: "the role \"{role}\" is not in process.json"),
    mend: LocalizedText(id: "pakai supervisor atau peer", en: "use supervisor or peer"))

  static let offScale = DiagnosticKind(
    "quickstart.off-scale",
    message: LocalizedText(
      id: "{value} bukan tingkat pada skalanya", en: "{value} is no level of its scale"),
    mend: LocalizedText(id: "pakai salah satu dari {values}", en: "use one of {values}"))

  static let ratedTwice = DiagnosticKind(
    "quickstart.rated-twice",
    message: LocalizedText(
      id: "penilai ini sudah menilai butir ini pada baris {line}",
      en: "this rater has rated this item already on line {line}"),
    mend: LocalizedText(id: "hapus salah satunya", en: "remove one of the two"))
}

// What can stand in the way of the output.
extension DiagnosticKind {
  static let outputIsFile = DiagnosticKind(
    "quickstart.output-is-file",
    message: LocalizedText(
      id: "ini berkas, bukan folder", en: "this is a file, not a folder"),
    mend: .otherOutput)

  static let outputUnwritable = DiagnosticKind(
    "quickstart.output-unwritable",
    message: LocalizedText(id: "tidak dapat ditulisi", en: "this cannot be written to"),
    mend: LocalizedText(
      id: "periksa izin tulis dan ruang simpan, atau sebut folder lain dengan --output",
      en: "check the permission to write and the room left, or name another folder with --output"))

  static let outputForeign = DiagnosticKind(
    "quickstart.output-foreign",
    message: LocalizedText(
      id: "isinya bukan tulisan quickstart, sehingga tidak disentuh",
      en: "the quick start did not write this, and leaves it alone"),
    mend: LocalizedText(
      id: "pindahkan, atau sebut folder lain dengan --output",
      en: "move it away, or name another folder with --output"))

  static let outputInUse = DiagnosticKind(
    "quickstart.output-in-use",
    message: LocalizedText(
      id: "sedang dipakai proses lain", en: "another process has this open"),
    mend: LocalizedText(
      id: "tunggu sampai selesai, atau sebut folder lain dengan --output",
      en: "wait until it ends, or name another folder with --output"))
}

extension LocalizedText {
  fileprivate static let otherOutput = LocalizedText(
    id: "sebut folder lain dengan --output", en: "name another folder with --output")
}
