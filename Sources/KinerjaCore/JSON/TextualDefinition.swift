/// A value that stands as one text in a definition file, and in whatever a coder writes.
protocol TextualDefinition: Definition, CustomStringConvertible {
  associatedtype Invalid: DiagnosedError
  /// What is wanted where something else than a text stands.
  static var expectation: LocalizedText { get }
  /// A value as it is written, with its quotation marks.
  static var example: String { get }
  init(definition text: String) throws(Invalid)
}

extension TextualDefinition {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let text = node.string else {
      reader.reportKind(of: node, expected: Self.expectation, example: Self.example)
      return nil
    }
    do throws(Invalid) {
      try self.init(definition: text)
    } catch {
      reader.report(error.diagnostic, at: node)
      return nil
    }
  }

  public var json: JSONValue { .string(description) }

  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    do throws(Invalid) {
      try self.init(definition: text)
    } catch {
      throw decoder.corrupted(error.description, by: error)
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension Day: TextualDefinition {
  static let expectation = LocalizedText(id: "tanggal", en: "a day")
  static let example = "\"2026-01-31\""
  init(definition text: String) throws(InvalidDay) { try self.init(iso: text) }
}

extension Period: TextualDefinition {
  static let expectation = LocalizedText(id: "periode", en: "a period")
  static let example = "\"2026-S1\""
  init(definition text: String) throws(InvalidPeriod) { try self.init(text: text) }
}

extension Instant: TextualDefinition {
  static let expectation = LocalizedText(
    id: "waktu dengan selisih dari UTC", en: "a time with its offset from UTC")
  static let example = "\"2026-12-31T23:59:59+08:00\""
  init(definition text: String) throws(InvalidInstant) { try self.init(iso: text) }
}

extension Identifier: TextualDefinition {
  static var expectation: LocalizedText {
    LocalizedText(
      id: "pengenal (\(Kind.label.indonesian))", en: "an identifier (\(Kind.label.english))")
  }
  static var example: String { "\"ABC-1\"" }
  init(definition text: String) throws(InvalidIdentifier) { try self.init(text) }
}
