import Foundation
import KinerjaCore

/// Turns any `Codable` value into a payload and back: canonical JSON with the number of its schema.
///
/// Numbers that are not whole pass through `Double` or `Decimal`, as `JSONEncoder` has it; figures
/// that law decides belong into a ``PayloadCodec``.
public struct CodableCodec<Value: Codable & Sendable>: PayloadCoding {
  private let lift: SchemaLift

  /// Creates a codec.
  ///
  /// - Parameters:
  ///   - type: The type of the values.
  ///   - steps: The first lifts schema 1 to 2, the next 2 to 3, and so on. A step once released is
  ///     never edited.
  public init(_ type: Value.Type = Value.self, lifting steps: [SchemaStep] = []) {
    lift = SchemaLift(steps: steps)
  }

  /// The schema under which values are written: one more than there are steps.
  public var schema: Int32 { lift.schema }

  /// Writes a value.
  ///
  /// - Throws: ``PayloadError/notEncodable``.
  public func encode(_ value: Value) throws(PayloadError) -> Payload {
    guard
      let data = try? JSONEncoder().encode(value), let document = try? JSONDocument(Array(data))
    else { throw .notEncodable }
    return Payload(schema: schema, document.root.value.canonicalBytes)
  }

  /// Reads a value.
  ///
  /// - Throws: ``PayloadError``; what does not fit the type is named by its path.
  public func decode(_ payload: Payload) throws(PayloadError) -> Value {
    let bytes = try lift.document(payload).root.value.canonicalBytes
    do {
      return try JSONDecoder().decode(Value.self, from: Data(bytes))
    } catch {
      throw .invalid(InvalidInput(Diagnostic(.payloadShape, at: SourcePlace(path: error.path))))
    }
  }
}

extension Error {
  /// Where in the payload a decoder stopped; its words may quote a person's data.
  fileprivate var path: DefinitionPath {
    switch self as? DecodingError {
    case .keyNotFound(let key, let context): DefinitionPath(context.codingPath + [key])
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .dataCorrupted(let context):
      DefinitionPath(context.codingPath)
    default: []
    }
  }
}

extension DefinitionPath {
  fileprivate init(_ keys: [any CodingKey]) {
    self = keys.reduce(into: []) { path, key in
      path = path.appending(key.intValue.map { .index($0) } ?? .key(key.stringValue))
    }
  }
}
