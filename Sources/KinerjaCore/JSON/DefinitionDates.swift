// Days, periods and instants in definition files.

/// A value that stands in definition files as one text.
protocol TextualDefinition: DefinitionValue, CustomStringConvertible {
  associatedtype Invalid: Error
  static var expectation: LocalizedText { get }
  static var example: String { get }
  init(definition text: String) throws(Invalid)
  static func diagnostic(of problem: Invalid) -> Diagnostic
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
      reader.report(Self.diagnostic(of: error), at: node)
      return nil
    }
  }

  public var json: JSONValue { .string(description) }
}

extension Day: TextualDefinition {
  static let expectation = LocalizedText(id: "tanggal", en: "a day")
  static let example = "\"2026-01-31\""
  init(definition text: String) throws(InvalidDay) { try self.init(iso: text) }
  static func diagnostic(of problem: InvalidDay) -> Diagnostic { problem.diagnostic }
}

extension Period: TextualDefinition {
  static let expectation = LocalizedText(id: "periode", en: "a period")
  static let example = "\"2026-S1\""
  init(definition text: String) throws(InvalidPeriod) { try self.init(text: text) }
  static func diagnostic(of problem: InvalidPeriod) -> Diagnostic { problem.diagnostic }
}

extension Instant: TextualDefinition {
  static let expectation = LocalizedText(
    id: "waktu dengan selisih dari UTC", en: "a time with its offset from UTC")
  static let example = "\"2026-12-31T23:59:59+08:00\""
  init(definition text: String) throws(InvalidInstant) { try self.init(iso: text) }
  static func diagnostic(of problem: InvalidInstant) -> Diagnostic { problem.diagnostic }
}

extension DayRange: DefinitionValue {
  /// Reads `{"from": "2026-01-01", "through": "2026-06-30"}`; without `through` there is no end.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let from = object.required("from", Day.self)
    let through = object.optional("through", Day.self)
    object.finish()
    guard let from else { return nil }
    do throws(InvalidDayRange) {
      try self.init(from: from, through: through)
    } catch {
      reader.report(error.diagnostic, at: node)
      return nil
    }
  }

  public var json: JSONValue { .object(of: ["from": from.json, "through": through?.json]) }
}
