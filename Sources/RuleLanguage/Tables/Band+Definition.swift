public import KinerjaCore

extension Band: DefinitionValue {
  /// Reads a band; `from` and `through` belong to it, `above` and `below` do not.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let category = object.required("category", CategoryID.self)
    let edges = Edge.pair(of: object, reader)
    object.finish()
    guard let category, let edges else { return nil }
    self.init(category, lower: edges.lower, upper: edges.upper)
  }

  public var json: JSONValue {
    var members = Edge.json(lower: lower, upper: upper)
    members["category"] = category.json
    return .object(members)
  }
}

extension Band.Edge {
  /// The limits that an object names; nil if there are two on one side.
  static func pair(
    of object: DefinitionObject, _ reader: DefinitionReader
  ) -> (lower: Self?, upper: Self?)? {
    let from = object.optional("from", FormulaText.self)
    let above = object.optional("above", FormulaText.self)
    let through = object.optional("through", FormulaText.self)
    let below = object.optional("below", FormulaText.self)
    guard from == nil || above == nil, through == nil || below == nil else {
      reader.report(.bandEdges, at: object.node)
      return nil
    }
    return (
      from.map { Self($0, isClosed: true) } ?? above.map { Self($0, isClosed: false) },
      through.map { Self($0, isClosed: true) } ?? below.map { Self($0, isClosed: false) }
    )
  }

  /// The members of an object that name limits.
  static func json(lower: Self?, upper: Self?) -> [String: JSONValue] {
    var members: [String: JSONValue] = [:]
    if let lower { members[lower.isClosed ? "from" : "above"] = lower.value.json }
    if let upper { members[upper.isClosed ? "through" : "below"] = upper.value.json }
    return members
  }
}
