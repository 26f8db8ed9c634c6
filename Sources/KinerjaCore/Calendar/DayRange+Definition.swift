extension DayRange: Definition {
  /// Reads `{"from": "2026-01-01", "through": "2026-06-30"}`; without `through` there is no end.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node, example: "{\"from\": \"2026-01-01\"}") else {
      return nil
    }
    let from = object.required("from", Day.self)
    let through = object.optional("through", Day.self)
    let isOpen = object.node(for: "through") == nil
    object.finish()
    // A last day that cannot be read is no range without end, which would seem to overlap others.
    guard let from, isOpen || through != nil else { return nil }
    do throws(InvalidDayRange) {
      try self.init(from: from, through: through)
    } catch {
      reader.report(error.diagnostic, at: node)
      return nil
    }
  }

  public var json: JSONValue { .object(of: ["from": from.json, "through": through?.json]) }
}
