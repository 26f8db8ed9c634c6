/// The months in both languages.
enum MonthNames {
  private static let all = [
    LocalizedText(id: "Januari", en: "January"),
    LocalizedText(id: "Februari", en: "February"),
    LocalizedText(id: "Maret", en: "March"),
    LocalizedText(id: "April", en: "April"),
    LocalizedText(id: "Mei", en: "May"),
    LocalizedText(id: "Juni", en: "June"),
    LocalizedText(id: "Juli", en: "July"),
    LocalizedText(id: "Agustus", en: "August"),
    LocalizedText(id: "September", en: "September"),
    LocalizedText(id: "Oktober", en: "October"),
    LocalizedText(id: "November", en: "November"),
    LocalizedText(id: "Desember", en: "December"),
  ]

  /// The name of a month from 1 to 12; of any other number, the number.
  static func name(of month: Int) -> LocalizedText {
    all.indices.contains(month - 1) ? all[month - 1] : LocalizedText(same: String(month))
  }

  /// The month, from 1, that has this name in either language, in any case.
  static func number(of name: some StringProtocol) -> Int? {
    let name = name.lowercased()
    let index = all.firstIndex {
      $0.indonesian.lowercased() == name || $0.english.lowercased() == name
    }
    return index.map { $0 + 1 }
  }
}
