public import KinerjaCore

/// The goals of an organisation, each contributing to the one above (*cascading*, *pohon kinerja*).
public struct GoalCascade: Hashable, Sendable {
  /// All goals, in the order given.
  public let goals: [UnitGoal]
  private let places: [GoalID: Int]

  /// Creates a cascade.
  ///
  /// - Throws: `InvalidInput` with every goal named twice, every goal above that is unknown, and
  ///   every circle with all its members.
  /// - Complexity: O(*n*) in the number of goals.
  public init(_ goals: [UnitGoal]) throws(InvalidInput) {
    self.goals = goals
    var places: [GoalID: Int] = [:]
    var problems = Diagnostics()
    for (index, goal) in goals.enumerated() {
      if let first = places[goal.id] {
        problems.add(
          .goalNamedTwice, ["goal": .text(goal.id.text), "other": .integer(Int64(first))],
          at: SourcePlace(path: [.index(index), .key("id")]))
      } else {
        places[goal.id] = index
      }
    }
    self.places = places
    for (index, goal) in goals.enumerated() {
      guard let above = goal.contributesTo, places[above] == nil else { continue }
      var problem = Diagnostic.unknownGoal(above, among: goals.map(\.id))
      problem.place = SourcePlace(path: [.index(index), .key("contributesTo")])
      problems.add(problem)
    }
    for circle in Self.circles(goals, places) {
      problems.add(
        .goalCircle, ["circle": .list(circle.map { goals[$0].id.text })],
        at: SourcePlace(path: [.index(circle[0]), .key("contributesTo")]))
    }
    try problems.throwIfAny()
  }

  /// The goal with a name; nil if there is none.
  public subscript(id: GoalID) -> UnitGoal? { places[id].map { goals[$0] } }

  /// The goals from one up to the top, beginning with itself; none if it is unknown.
  public func path(from id: GoalID) -> [UnitGoal] {
    Array(sequence(first: self[id]) { $0?.contributesTo.map { self[$0] } }.compactMap(\.self))
  }

  /// Every circle once, each from its first goal on.
  private static func circles(_ goals: [UnitGoal], _ places: [GoalID: Int]) -> [[Int]] {
    // Each goal has one above it at most: a walk that meets itself has found a circle.
    var walks = [Int](repeating: 0, count: goals.count)
    var circles: [[Int]] = []
    for start in goals.indices where walks[start] == 0 {
      var walk: [Int] = []
      var next: Int? = start
      while let goal = next, walks[goal] == 0 {
        walks[goal] = start + 1
        walk.append(goal)
        next = goals[goal].contributesTo.flatMap { places[$0] }
      }
      guard let meeting = next, walks[meeting] == start + 1 else { continue }
      let circle = walk.drop { $0 != meeting }
      let first = circle.firstIndex(of: circle.min() ?? meeting) ?? circle.startIndex
      circles.append(Array(circle[first...] + circle[..<first]))
    }
    return circles
  }
}

extension GoalCascade: Definition {
  /// Reads a list of goals.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let goals = [UnitGoal](node, reader) else { return nil }
    do throws(InvalidInput) {
      try self.init(goals)
    } catch {
      reader.report(error, at: node)
      return nil
    }
  }

  public var json: JSONValue { goals.json }
}
