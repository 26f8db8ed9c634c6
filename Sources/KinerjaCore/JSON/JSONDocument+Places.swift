extension JSONDocument {
  /// The same problems, each at the file, line and column to which its path leads.
  ///
  /// For checks on a value after it was read, such as whether the weights of a plan add up: they
  /// know paths only. A problem that has a line keeps its place.
  public func placing(_ problems: Diagnostics) -> Diagnostics {
    problems.mapping { problem in
      guard problem.place.line == nil else { return problem }
      var placed = problem
      let place = root.nearestNode(to: problem.place.path).place
      placed.place.file = problem.place.file ?? place.file
      placed.place.line = place.line
      placed.place.column = place.column
      return placed
    }
  }
}

extension JSONNode {
  fileprivate func value(of key: String) -> JSONNode? {
    members?.first { $0.key == key }?.value
  }

  fileprivate func element(withID id: String) -> JSONNode? {
    elements?.first { $0.value(of: "id")?.string == id }
  }

  /// The value at a path below this one; where the path leads nowhere, the last on the way.
  public func nearestNode(to path: DefinitionPath) -> JSONNode {
    var node = self
    for component in path.components {
      let next: JSONNode? =
        switch component {
        case .key(let key): node.value(of: key) ?? node.element(withID: key)
        case .index(let index): node.element(at: index)
        }
      guard let next else { return node }
      node = next
    }
    return node
  }

  private func element(at index: Int) -> JSONNode? {
    guard let elements, elements.indices.contains(index) else { return nil }
    return elements[index]
  }
}
