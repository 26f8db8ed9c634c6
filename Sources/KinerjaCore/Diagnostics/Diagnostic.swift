/// One thing that is wrong with input: data first, a sentence in both languages second.
public struct Diagnostic: Sendable, Hashable {
  /// What kind of problem it is, with its code and its wording.
  public let kind: DiagnosticKind
  /// The particulars that the wording names, by placeholder.
  public let values: [String: DiagnosticValue]
  /// Where it is.
  public var place: SourcePlace

  /// Creates a diagnostic.
  ///
  /// - Parameters:
  ///   - kind: The kind, whose wording names the keys of `values` in braces.
  ///   - values: The particulars; none of them personal data.
  ///   - place: File, line, column and path, as far as known.
  public init(
    _ kind: DiagnosticKind, _ values: [String: DiagnosticValue] = [:],
    at place: SourcePlace = SourcePlace()
  ) {
    self.kind = kind
    self.values = values
    self.place = place
  }

  /// The stable code, such as `csv.ragged-row`.
  public var code: String { kind.code }
  /// Whether it stops the work.
  public var severity: DiagnosticSeverity { kind.severity }

  /// What is wrong, without its place.
  public func message(in language: Language) -> String {
    kind.message.filled(with: values, in: language)
  }

  /// How to mend it.
  public func mend(in language: Language) -> String {
    kind.mend.filled(with: values, in: language)
  }

  /// Place, problem and mend in one line, as in `plan.csv:3:7: …; …`.
  public func sentence(in language: Language) -> String {
    let place = place.text(in: language)
    let body = "\(message(in: language)); \(mend(in: language))"
    return place.isEmpty ? body : "\(place): \(body)"
  }
}

extension Diagnostic: CustomStringConvertible {
  public var description: String { "\(severity.rawValue): \(sentence(in: .english)) [\(code)]" }
}

/// Whether a problem stops the work.
public enum DiagnosticSeverity: String, Sendable, Hashable, Codable, CaseIterable {
  /// The input cannot be used.
  case error
  /// The input can be used, but somebody should look.
  case warning
  /// Something worth knowing.
  case note
}
