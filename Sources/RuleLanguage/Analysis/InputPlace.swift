public import KinerjaCore

/// One input of a person: a single value, or a field of one element of a list.
public struct InputPlace: Sendable, Hashable {
  /// The list; nil for a single value.
  public let list: StepID?
  /// The position of the element, counted from 0; nil for a single value.
  public let element: Int?
  /// The input, or the field of the list.
  public let id: StepID

  /// Creates the place of a single value.
  public init(_ id: StepID) {
    list = nil
    element = nil
    self.id = id
  }

  /// Creates the place of a field of one element of a list, counted from 0.
  public init(_ id: StepID, of list: StepID, element: Int) {
    self.list = list
    self.element = element
    self.id = id
  }

  /// The path, such as `creativity` or `tasks[0].realised.time`.
  public var path: String {
    guard let list, let element else { return id.text }
    return "\(list)[\(element)].\(id)"
  }
}

extension InputPlace: CustomStringConvertible {
  public var description: String { path }
}

extension RuleInputs {
  /// The value at a place; missing if it was not given, or if the list has no such element.
  public subscript(place: InputPlace) -> RuleValue {
    get {
      guard let list = place.list, let element = place.element else { return self[place.id] }
      guard let records = lists[list], records.indices.contains(element) else {
        return .missing(.notGiven)
      }
      return records[element][place.id]
    }
    set {
      guard let list = place.list, let element = place.element else {
        self[place.id] = newValue
        return
      }
      guard lists[list]?.indices.contains(element) == true else { return }
      lists[list]?[element][place.id] = newValue
    }
  }

  /// The places of all inputs that a rule asks for, in its order, as many elements as are given.
  package func places(for rule: Rule) -> [(place: InputPlace, input: RuleInput)] {
    var places = rule.inputs.map { (InputPlace($0.id), $0) }
    for list in rule.lists {
      for element in self[list: list.id].indices {
        places += list.fields.map { (InputPlace($0.id, of: list.id, element: element), $0) }
      }
    }
    return places
  }
}
