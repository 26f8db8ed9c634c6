/// An ordered set of levels on which people rate: integers with labels.
public struct RatingScale: Hashable, Sendable {
  /// The scale's name.
  public let id: ScaleID
  /// The levels, their values ascending; at least two.
  public let levels: [ScaleLevel]

  /// Creates a scale.
  ///
  /// - Parameters:
  ///   - id: The scale's name.
  ///   - levels: At least two, in ascending order of value. Values need not follow each other
  ///     without gap. No label, in either language, and no code may name two levels.
  /// - Throws: ``InvalidInput`` with *all* problems, at paths such as `levels[2]`.
  public init(_ id: ScaleID, levels: [ScaleLevel]) throws(InvalidInput) {
    self.id = id
    self.levels = levels
    try Self.problems(of: levels, scale: id).throwIfAny()
  }

  /// The lowest level.
  public var lowest: ScaleLevel { levels[0] }
  /// The highest level.
  public var highest: ScaleLevel { levels[levels.count - 1] }
  /// The lowest and the highest value.
  public var values: ClosedRange<Int> { lowest.value...highest.value }

  /// The level that has a value; nil if none has it.
  public func level(_ value: Int) -> ScaleLevel? {
    position(of: value).map { levels[$0] }
  }

  /// The place in ``levels`` of the level that has a value, counted from 0; nil if none has it.
  ///
  /// - Complexity: O(log *n*).
  public func position(of value: Int) -> Int? {
    var (low, high) = (0, levels.count)
    while low < high {
      let middle = (low + high) / 2
      if levels[middle].value < value { low = middle + 1 } else { high = middle }
    }
    return low < levels.count && levels[low].value == value ? low : nil
  }

  /// The level that a text names: its label in either language or its code.
  ///
  /// Case and spaces at the ends do not matter.
  public func level(named name: some StringProtocol) -> ScaleLevel? {
    let name = Self.key(name)
    return levels.first { Self.names(of: $0).contains(name) }
  }

  static func key(_ name: some StringProtocol) -> String {
    let start = name.drop(while: \.isWhitespace)
    let end = start.lastIndex { !$0.isWhitespace }.map { start.index(after: $0) }
    return start[..<(end ?? start.startIndex)].lowercased()
  }

  static func names(of level: ScaleLevel) -> [String] {
    let names = [level.label.indonesian, level.label.english] + (level.code.map { [$0] } ?? [])
    return names.map { key($0) }
  }
}

extension RatingScale: Definition {
  /// Reads `{"id": "…", "levels": [{"value": 1, "label": {"id": "…", "en": "…"}, "code": "…"}]}`.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let id = object.required("id", ScaleID.self)
    let levels = object.required("levels", [ScaleLevel].self)
    object.finish()
    guard let id, let levels else { return nil }
    do {
      try self.init(id, levels: levels)
    } catch {
      for problem in error.problems { reader.report(problem, at: node) }
      return nil
    }
  }

  public var json: JSONValue { .object(of: ["id": id.json, "levels": levels.json]) }
}
