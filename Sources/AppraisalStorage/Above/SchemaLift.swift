public import KinerjaCore

/// Lifts a value from one schema to the next.
public typealias SchemaStep = @Sendable (JSONValue) throws(InvalidInput) -> JSONValue

/// Lifts payloads of earlier schemas, step by step, to the one in use.
struct SchemaLift: Sendable {
  /// The first lifts schema 1 to 2, the next 2 to 3, and so on.
  let steps: [SchemaStep]

  /// The schema in use.
  var schema: Int32 { Int32(clamping: steps.count + 1) }

  /// Reads a payload as the schema in use has it.
  func document(_ payload: Payload) throws(PayloadError) -> JSONDocument {
    guard (1...schema).contains(payload.schema) else {
      throw .unknownSchema(found: payload.schema, supported: schema)
    }
    do throws(InvalidInput) {
      var document = try JSONDocument(payload.bytes)
      for step in steps[Int(payload.schema - 1)...] {
        document = try JSONDocument(step(document.root.value).canonicalBytes)
      }
      return document
    } catch {
      throw .invalid(error)
    }
  }
}
