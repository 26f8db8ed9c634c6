public import KinerjaCore

/// Turns values into payloads and back: canonical JSON with the number of its schema.
///
/// Canonical JSON has one spelling for each value, so equal values have equal bytes. What was
/// written under an earlier schema is lifted step by step; what was written under a later one is
/// refused, not guessed at.
public struct PayloadCodec<Value: DefinitionValue>: Sendable {
  /// Lifts a value from one schema to the next.
  public typealias Step = @Sendable (JSONValue) throws(InvalidInput) -> JSONValue

  private let steps: [Step]

  /// Creates a codec.
  ///
  /// - Parameter steps: The first lifts schema 1 to 2, the next 2 to 3, and so on. A step once
  ///   released is never edited.
  public init(lifting steps: [Step] = []) { self.steps = steps }

  /// The schema under which values are written: one more than there are steps.
  public var schema: Int32 { Int32(clamping: steps.count + 1) }

  /// Writes a value.
  public func encode(_ value: Value) -> Payload {
    Payload(schema: schema, value.json.canonicalBytes)
  }

  /// Reads a value.
  ///
  /// - Throws: ``PayloadError``.
  public func decode(_ payload: Payload) throws(PayloadError) -> Value {
    guard (1...schema).contains(payload.schema) else {
      throw .unknownSchema(found: payload.schema, supported: schema)
    }
    do throws(InvalidInput) {
      var document = try JSONDocument(payload.bytes)
      for step in steps[Int(payload.schema - 1)...] {
        document = try JSONDocument(step(document.root.value).canonicalBytes)
      }
      return try document.read(Value.self)
    } catch {
      throw .invalid(error)
    }
  }
}

/// Why a payload cannot be read.
public enum PayloadError: Error, Hashable, Sendable {
  /// It was written under a schema that this version does not know, most likely a later one.
  case unknownSchema(found: Int32, supported: Int32)
  /// It is not what its schema says.
  case invalid(InvalidInput)
}

extension PayloadError: CustomStringConvertible {
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
    }
  }

  public var description: String {
    diagnostics.map { $0.sentence(in: .english) }.joined(separator: "\n")
  }
}
