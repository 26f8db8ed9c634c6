/// A day of the week, Monday first, as ISO 8601 counts.
public enum Weekday: String, Hashable, Sendable, Codable, CaseIterable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  /// The name, such as "Senin" or "Monday".
  public var name: LocalizedText {
    switch self {
    case .monday: LocalizedText(id: "Senin", en: "Monday")
    case .tuesday: LocalizedText(id: "Selasa", en: "Tuesday")
    case .wednesday: LocalizedText(id: "Rabu", en: "Wednesday")
    case .thursday: LocalizedText(id: "Kamis", en: "Thursday")
    case .friday: LocalizedText(id: "Jumat", en: "Friday")
    case .saturday: LocalizedText(id: "Sabtu", en: "Saturday")
    case .sunday: LocalizedText(id: "Minggu", en: "Sunday")
    }
  }
}
