public import KinerjaCore

/// Why a payload cannot be read.
public enum PayloadError: Error, Hashable, Sendable {
  /// It was written under a schema that this version does not know, most likely a later one.
  case unknownSchema(found: Int32, supported: Int32)
  /// It is not what its schema says.
  case invalid(InvalidInput)
  /// The value cannot be written as JSON, such as a number that is not finite.
  case notEncodable
}

extension PayloadError: ReportedError {
  /// The problems as diagnostics in both languages.
  public var diagnostics: [Diagnostic] {
    switch self {
    case .unknownSchema(let found, let supported):
      [
        Diagnostic(
          .unknownSchema,
          ["found": .integer(Int64(found)), "supported": .integer(Int64(supported))])
      ]
    case .invalid(let input): input.problems
    case .notEncodable: [Diagnostic(.payloadEncoding)]
    }
  }
}
