package import KinerjaCore

extension DiagnosticKind {
  package static let impossibleCount = DiagnosticKind(
    "bias.impossible-count",
    message: LocalizedText(
      id: "{selected} dari {total} bukan jumlah pegawai yang mungkin",
      en: "{selected} of {total} is no possible number of persons"),
    mend: LocalizedText(
      id: "tulis jumlah dari 0 sampai 1.000.000.000, yang terpilih tidak lebih dari semuanya",
      en: "write counts from 0 to 1,000,000,000, those with the outcome not more than all"))

  package static let groupTwice = DiagnosticKind(
    "bias.group-twice",
    message: LocalizedText(
      id: "kelompok \"{group}\" disebut dua kali dalam lapisan \"{stratum}\"",
      en: "the group \"{group}\" is named twice in the stratum \"{stratum}\""),
    mend: LocalizedText(
      id: "jumlahkan kedua barisnya", en: "add the two rows up"))

  package static let unknownGroup = DiagnosticKind(
    "bias.unknown-group",
    message: LocalizedText(
      id: "kelompok pembanding \"{group}\" tidak ada; yang ada: {groups}",
      en: "there is no reference group \"{group}\"; there are: {groups}"),
    mend: LocalizedText(
      id: "sebut salah satu kelompok itu", en: "name one of these groups"))
}
