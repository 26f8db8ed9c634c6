/// One level of a ``RatingScale``.
public struct ScaleLevel: Hashable, Sendable, Codable {
  /// The number that a rating at this level has.
  public let value: Int
  /// What the level is called, such as "Baik" or "Good".
  public let label: LocalizedText
  /// A short mark for it, such as "B"; nil if it has none.
  public let code: String?

  /// Creates a level.
  public init(value: Int, label: LocalizedText, code: String? = nil) {
    self.value = value
    self.label = label
    self.code = code
  }
}
