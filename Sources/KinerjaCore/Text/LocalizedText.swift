/// A text that a person reads, in Indonesian and in English.
///
/// Both must be given; a test of each room refuses empty ones.
public struct LocalizedText: Sendable, Hashable {
  /// The text in Indonesian.
  public let indonesian: String
  /// The text in English.
  public let english: String

  /// Creates a text from its two versions.
  public init(id indonesian: String, en english: String) {
    self.indonesian = indonesian
    self.english = english
  }

  /// Creates a text that reads alike in both languages, such as a symbol or a proper name.
  public init(same text: String) {
    self.init(id: text, en: text)
  }

  /// Returns the text in a language.
  public subscript(language: Language) -> String {
    switch language {
    case .indonesian: indonesian
    case .english: english
    }
  }

  /// Whether a version is missing, that is, empty.
  public var isIncomplete: Bool { indonesian.isEmpty || english.isEmpty }
}
