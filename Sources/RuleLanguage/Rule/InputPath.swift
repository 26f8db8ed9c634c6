public import KinerjaCore

/// The name of one value among the inputs of a rule: `x`, or `tasks[0].realised.time`.
public struct InputPath: Sendable, Hashable, CustomStringConvertible {
  /// The list; nil for a single value.
  public let list: StepID?
  /// The position of the element, counted from 0; nil for a single value.
  public let element: Int?
  /// The input, or the field of the list.
  public let name: StepID

  /// The path of a single value.
  public init(_ name: StepID) {
    list = nil
    element = nil
    self.name = name
  }

  /// The path of a field of an element; `element` is counted from 0.
  public init(_ list: StepID, element: Int, _ field: StepID) {
    self.list = list
    self.element = element
    name = field
  }

  /// Reads a path; nil if the text is none.
  public init?(_ text: String) {
    guard let open = text.firstIndex(of: "[") else {
      guard let name = try? StepID(text) else { return nil }
      self.init(name)
      return
    }
    guard let close = text[open...].firstIndex(of: "]"),
      let element = Self.position(text[text.index(after: open)..<close]),
      let list = try? StepID(text[..<open])
    else { return nil }
    let rest = text[text.index(after: close)...]
    guard rest.first == ".", let field = try? StepID(rest.dropFirst()) else { return nil }
    self.init(list, element: element, field)
  }

  /// A position as ``description`` writes it: digits, without a sign or a leading nought.
  private static func position(_ text: Substring) -> Int? {
    guard let position = Int(text), position >= 0, String(position) == text else { return nil }
    return position
  }

  /// The path as it is written.
  public var description: String {
    guard let list, let element else { return name.text }
    return "\(list)[\(element)].\(name)"
  }
}

extension RuleInputs {
  /// The value at a path; missing if it was not given.
  ///
  /// To set a field of an element that is not there does nothing.
  public subscript(path: InputPath) -> RuleValue {
    get {
      guard let list = path.list, let element = path.element else { return self[path.name] }
      let records = self[list: list]
      return records.indices.contains(element)
        ? records[element][path.name] : .missing(.notGiven)
    }
    set {
      guard let list = path.list, let element = path.element else {
        self[path.name] = newValue
        return
      }
      guard self[list: list].indices.contains(element) else { return }
      self[list: list][element][path.name] = newValue
    }
  }

  /// The paths of all inputs that a rule asks for, in its order, with as many elements as are given.
  package func paths(for rule: Rule) -> [(path: InputPath, input: RuleInput)] {
    var paths = rule.inputs.map { (InputPath($0.id), $0) }
    for list in rule.lists {
      for element in self[list: list.id].indices {
        paths += list.fields.map { (InputPath(list.id, element: element, $0.id), $0) }
      }
    }
    return paths
  }
}
