public import KinerjaCore

/// The competencies that an administration speaks of, and the levels on which they are judged.
public struct CompetencyFramework: Hashable, Sendable, Identifiable {
  /// The framework's name for machines.
  public let id: FrameworkID
  /// The framework's name for people.
  public let name: LocalizedText
  /// The levels, ascending; none for values that are not judged by level.
  public let levels: [ProficiencyLevel]
  /// The competencies, in reporting order.
  public let competencies: [Competency]
  /// The days on which it holds.
  public let effective: DayRange
  /// Where it comes from.
  public let sources: [LegalSource]
  private let places: [CompetencyID: Int]

  /// Creates a framework.
  ///
  /// - Throws: `InvalidInput` with *all* problems: no competency, one named twice, levels that do
  ///   not ascend, a behaviour at a level that the framework does not have.
  public init(
    _ id: FrameworkID, name: LocalizedText, levels: [ProficiencyLevel],
    competencies: [Competency], effective: DayRange = .always, sources: [LegalSource] = []
  ) throws(InvalidInput) {
    self.init(
      checked: id, name: name, levels: levels, competencies: competencies, effective: effective,
      sources: sources)
    try problems.throwIfAny()
  }

  /// Creates a framework from parts that a test holds to the same conditions.
  package init(
    checked id: FrameworkID, name: LocalizedText, levels: [ProficiencyLevel],
    competencies: [Competency], effective: DayRange, sources: [LegalSource]
  ) {
    self.id = id
    self.name = name
    self.levels = levels
    self.competencies = competencies
    self.effective = effective
    self.sources = sources
    places = Dictionary(
      competencies.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private var problems: Diagnostics {
    var problems = Diagnostics()
    for (index, pair) in zip(levels, levels.dropFirst()).enumerated()
    where pair.0.value >= pair.1.value {
      problems.add(
        .levelsNotAscending,
        [
          "level": .integer(Int64(pair.1.value)), "before": .integer(Int64(pair.0.value)),
        ], at: SourcePlace(path: [.key("levels"), .index(index + 1), .key("value")]))
    }
    if competencies.isEmpty { problems.add(.noCompetency, at: .key("competencies")) }
    for (index, competency) in competencies.enumerated() {
      let path: DefinitionPath = [.key("competencies"), .index(index)]
      if let first = places[competency.id], first != index {
        problems.add(
          .competencyNamedTwice,
          ["competency": .text(competency.id.text), "other": .integer(Int64(first))],
          at: SourcePlace(path: path.appending(.key("id"))))
      }
      for (position, behaviour) in competency.behaviours.enumerated() {
        guard let level = behaviour.level, !levels.contains(where: { $0.value == level }) else {
          continue
        }
        let place = path.appending(.key("behaviours")).appending(.index(position))
        problems.add(
          .unknownLevel,
          ["level": .integer(Int64(level)), "levels": .list(levels.map { String($0.value) })],
          at: SourcePlace(path: place.appending(.key("level"))))
      }
    }
    return problems
  }

  /// The competency with a name; nil if the framework has none.
  public subscript(id: CompetencyID) -> Competency? { places[id].map { competencies[$0] } }

  /// The level with a number; nil if the framework has none.
  public func level(_ value: Int) -> ProficiencyLevel? { levels.first { $0.value == value } }
}

extension CompetencyFramework: Definition {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let id = object.required("id", FrameworkID.self)
    let name = object.required("name", LocalizedText.self)
    let levels = object.required("levels", [ProficiencyLevel].self)
    let competencies = object.required("competencies", [Competency].self)
    let effective = object.optional("effective", default: DayRange.always)
    let sources = object.optional("sources", default: [LegalSource]())
    object.finish()
    guard let id, let name, let levels, let competencies, let effective, let sources else {
      return nil
    }
    do throws(InvalidInput) {
      try self.init(
        id, name: name, levels: levels, competencies: competencies, effective: effective,
        sources: sources)
    } catch {
      reader.report(error, at: node)
      return nil
    }
  }

  public var json: JSONValue {
    .object(of: [
      "id": id.json, "name": name.json, "levels": levels.json, "competencies": competencies.json,
      "effective": effective == .always ? nil : effective.json,
      "sources": sources.isEmpty ? nil : sources.json,
    ])
  }
}
