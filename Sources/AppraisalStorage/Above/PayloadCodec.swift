public import KinerjaCore

/// Turns values into payloads and back: canonical JSON with the number of its schema.
///
/// Canonical JSON has one spelling for each value, so equal values have equal bytes. What was
/// written under an earlier schema is lifted step by step; what was written under a later one is
/// refused, not guessed at.
public struct PayloadCodec<Value: DefinitionValue & Sendable>: PayloadCoding {
  /// Lifts a value from one schema to the next.
  public typealias Step = SchemaStep

  private let lift: SchemaLift

  /// Creates a codec.
  ///
  /// - Parameter steps: The first lifts schema 1 to 2, the next 2 to 3, and so on. A step once
  ///   released is never edited.
  public init(lifting steps: [Step] = []) { lift = SchemaLift(steps: steps) }

  /// The schema under which values are written: one more than there are steps.
  public var schema: Int32 { lift.schema }

  /// Writes a value.
  public func encode(_ value: Value) -> Payload {
    Payload(schema: schema, value.json.canonicalBytes)
  }

  /// Reads a value.
  ///
  /// - Throws: ``PayloadError``.
  public func decode(_ payload: Payload) throws(PayloadError) -> Value {
    let document = try lift.document(payload)
    do throws(InvalidInput) {
      return try document.read(Value.self)
    } catch {
      throw .invalid(error)
    }
  }
}
