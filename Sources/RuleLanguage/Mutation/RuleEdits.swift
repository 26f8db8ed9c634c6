import KinerjaCore

/// Walks through the JSON of a rule and makes every single edit.
struct RuleEdits {
  struct Edit {
    let json: JSONValue
    let change: RuleMutant.Change
    let place: String
    let before: String
    let after: String
  }

  /// By how much a figure moves.
  private var step: Ratio
  /// By parameter, the last decimal of its unit; nil without a unit.
  private let unitSteps: [Ratio?]
  private(set) var all: [Edit] = []

  /// Puts a part that was edited back into the whole.
  private typealias Rebuild = (JSONValue) -> JSONValue

  /// The keys under which a step or a table holds formulas.
  private static let formulaKeys: Set = [
    "formula", "of", "weight", "when", "unless", "by", "at", "value", "rate", "key",
  ]
  private static let edgeKeys = [
    "from": "above", "above": "from", "through": "below", "below": "through",
  ]
  /// Lists of which one element can be left out.
  private static let droppable: Set = ["bands", "pieces", "variants"]

  /// Edits a rule.
  init(_ rule: Rule, step: Ratio) {
    self.step = step
    unitSteps = rule.parameters.map { parameter in
      parameter.unit.map { Ratio(Points(mantissa: 1, places: $0.decimals)) }
    }
    guard case .object(let members) = rule.json else { return }
    for key in ["parameters", "tables", "lists", "steps"] {
      guard let part = members[key] else { continue }
      walk(part, under: key, at: key) { edited in
        var members = members
        members[key] = edited
        return .object(members)
      }
    }
  }

  private mutating func walk(
    _ value: JSONValue, under key: String, at place: String, _ rebuild: @escaping Rebuild
  ) {
    switch value {
    case .array(let items):
      let outer = step
      defer { step = outer }
      for (index, item) in items.enumerated() {
        if key == "parameters", let unit = unitSteps[index] { step = unit } else { step = outer }
        walk(item, under: key, at: "\(place)[\(index)]") { edited in
          var items = items
          items[index] = edited
          return rebuild(.array(items))
        }
        guard Self.droppable.contains(key), items.count > 1 else { continue }
        var rest = items
        rest.remove(at: index)
        add(.dropped, "\(place)[\(index)]", "present", "taken out", rebuild(.array(rest)))
      }
    case .object(let members):
      walk(members, under: key, at: place, rebuild)
    default:
      return
    }
  }

  private mutating func walk(
    _ members: [String: JSONValue], under parent: String, at place: String,
    _ rebuild: @escaping Rebuild
  ) {
    for (key, value) in members.sorted(by: { $0.key < $1.key }) {
      let inner = "\(place).\(key)"
      let put: Rebuild = { edited in
        var members = members
        members[key] = edited
        return rebuild(.object(members))
      }
      switch (key, value) {
      case ("title", _), ("source", _), ("effective", _), ("bounds", _): continue
      case ("value", _) where parent == "values": figure(value, at: inner, put)
      case ("whenMissing", _):
        var rest = members
        rest[key] = nil
        add(.missingPolicy, inner, "a policy", "none", rebuild(.object(rest)))
      case ("rows", .array(let rows)) where parent == "matrix": cells(of: rows, at: inner, put)
      case (_, .string(let text)) where Self.edgeKeys[key] != nil:
        edge(text, key, members, at: inner, put, rebuild)
      case (_, .string(let text)) where Self.formulaKeys.contains(key) || (parent == "matrix"):
        formula(text, at: inner, put)
      default: walk(value, under: key, at: inner, put)
      }
    }
  }

  private mutating func add(
    _ change: RuleMutant.Change, _ place: String, _ before: String, _ after: String,
    _ json: JSONValue
  ) {
    all.append(Edit(json: json, change: change, place: place, before: before, after: after))
  }

  // MARK: - Parts

  private mutating func figure(_ value: JSONValue, at place: String, _ put: Rebuild) {
    switch value {
    case .bool(let flag): add(.flag, place, "\(flag)", "\(!flag)", put(.bool(!flag)))
    case .number, .string:
      let text: String
      if case .string(let string) = value {
        text = string
      } else {
        text = String(decoding: value.canonicalBytes, as: UTF8.self)
      }
      guard let number = try? Ratio(text, .point) else { return }
      for moved in [try? number - step, try? number + step] {
        guard let moved else { continue }
        add(.figure, place, number.text(.point), moved.text(.point), put(moved.json))
      }
    default: return
    }
  }

  private mutating func edge(
    _ text: String, _ key: String, _ members: [String: JSONValue], at place: String,
    _ put: Rebuild, _ rebuild: Rebuild
  ) {
    for sign in ["-", "+"] {
      let moved = "(\(text)) \(sign) \(step.text(.point))"
      add(.edge, place, text, moved, put(.string(moved)))
    }
    guard let other = Self.edgeKeys[key] else { return }
    var flipped = members
    flipped[key] = nil
    flipped[other] = .string(text)
    add(.closedSide, place, key, other, rebuild(.object(flipped)))
  }

  private mutating func formula(_ text: String, at place: String, _ put: Rebuild) {
    guard let formula = try? Formula(text) else { return }
    for edit in formula.root.edits(step: step) {
      add(edit.change, place, edit.before, edit.after, put(.string(edit.root.canonicalText)))
    }
  }

  private mutating func cells(of rows: [JSONValue], at place: String, _ put: Rebuild) {
    let table: [[JSONValue]] = rows.map { row in
      guard case .object(let members) = row, case .array(let cells)? = members["cells"] else {
        return []
      }
      return cells
    }
    func swapping(_ one: (Int, Int), _ other: (Int, Int)) -> JSONValue {
      var cells = table
      cells[one.0][one.1] = table[other.0][other.1]
      cells[other.0][other.1] = table[one.0][one.1]
      return .array(
        zip(rows, cells).map { row, cells in
          guard case .object(var members) = row else { return row }
          members["cells"] = .array(cells)
          return .object(members)
        })
    }
    for (r, row) in table.enumerated() {
      for c in row.indices {
        for (nextRow, nextColumn) in [(r, c + 1), (r + 1, c)]
        where table.indices.contains(nextRow) && table[nextRow].indices.contains(nextColumn)
          && table[nextRow][nextColumn] != row[c]
        {
          add(
            .cell, "\(place)[\(r)][\(c)]", "as printed",
            "exchanged with [\(nextRow)][\(nextColumn)]",
            put(swapping((r, c), (nextRow, nextColumn))))
        }
      }
    }
  }
}
