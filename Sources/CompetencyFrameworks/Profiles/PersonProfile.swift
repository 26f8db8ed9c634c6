public import KinerjaCore

/// A record of what was seen, such as an assessment's report.
public typealias EvidenceID = Identifier<EvidenceKind>

/// The kind of an ``EvidenceID``.
public enum EvidenceKind: IdentifierKind {
  public static let label = LocalizedText(id: "bukti", en: "piece of evidence")
}

/// The levels at which a person was observed (*profil kompetensi*).
public struct PersonProfile: Hashable, Sendable {
  /// The person.
  public let person: PersonID
  /// The framework whose competencies and levels are meant.
  public let framework: FrameworkID
  /// The day of the assessment.
  public let day: Day
  /// What was observed, each competency once; what is not here was not.
  public let observations: [Observation]

  /// A competency and the level at which it was seen.
  public struct Observation: Hashable, Sendable {
    public let competency: CompetencyID
    /// The level, exact: a mean of several raters need not be whole.
    public let level: Ratio
    /// How many raters it rests on, at least one.
    public let raterCount: Int
    /// The records that show it.
    public let evidence: [EvidenceID]

    /// Creates an observation.
    public init(
      _ competency: CompetencyID, level: Ratio, raterCount: Int = 1, evidence: [EvidenceID] = []
    ) {
      self.competency = competency
      self.level = level
      self.raterCount = raterCount
      self.evidence = evidence
    }
  }

  /// Creates a profile.
  ///
  /// - Throws: `InvalidInput` with *all* problems: a competency observed twice, a level below
  ///   nought, no rater.
  public init(
    person: PersonID, framework: FrameworkID, day: Day, observations: [Observation]
  ) throws(InvalidInput) {
    self.person = person
    self.framework = framework
    self.day = day
    self.observations = observations
    var problems = Diagnostics()
    var first: [CompetencyID: Int] = [:]
    for (index, observation) in observations.enumerated() {
      let path: DefinitionPath = [.key("observations"), .index(index)]
      let name = DiagnosticValue.text(observation.competency.text)
      if let other = first.updateValue(index, forKey: observation.competency) {
        problems.add(
          .competencyNamedTwice, ["competency": name, "other": .integer(Int64(other))],
          at: SourcePlace(path: path.appending(.key("competency"))))
      }
      if observation.level < 0 {
        problems.add(
          .negativeLevel, ["competency": name],
          at: SourcePlace(path: path.appending(.key("level"))))
      }
      if observation.raterCount < 1 {
        problems.add(
          .noRater, ["competency": name], at: SourcePlace(path: path.appending(.key("raters"))))
      }
    }
    try problems.throwIfAny()
  }

  /// What was seen of a competency; nil if it was not observed.
  public subscript(competency: CompetencyID) -> Observation? {
    observations.first { $0.competency == competency }
  }

  /// What does not fit the framework: an unknown competency, or a level beyond the highest.
  public func problems(in framework: CompetencyFramework) -> Diagnostics {
    var problems = Diagnostics()
    for (index, observation) in observations.enumerated() {
      let path: DefinitionPath = [.key("observations"), .index(index)]
      if framework[observation.competency] == nil {
        problems.add(
          .unknown(observation.competency, in: framework, at: path.appending(.key("competency"))))
      } else if let highest = framework.levels.last?.value, observation.level > Ratio(highest) {
        problems.add(
          .levelTooHigh,
          [
            "competency": .text(observation.competency.text),
            "highest": .integer(Int64(highest)),
          ], at: SourcePlace(path: path.appending(.key("level"))))
      }
    }
    return problems
  }
}

extension PersonProfile: Definition {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let person = object.required("person", PersonID.self)
    let framework = object.required("framework", FrameworkID.self)
    let day = object.required("day", Day.self)
    let observations = object.required("observations", [Observation].self)
    object.finish()
    guard let person, let framework, let day, let observations else { return nil }
    do throws(InvalidInput) {
      try self.init(person: person, framework: framework, day: day, observations: observations)
    } catch {
      reader.report(error, at: node)
      return nil
    }
  }

  public var json: JSONValue {
    [
      "person": person.json, "framework": framework.json, "day": day.json,
      "observations": observations.json,
    ]
  }
}

extension PersonProfile.Observation: Definition {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let competency = object.required("competency", CompetencyID.self)
    let level = object.required("level", Ratio.self)
    let raters = object.required("raters", Int.self)
    let evidence = object.optional("evidence", default: [EvidenceID]())
    object.finish()
    guard let competency, let level, let raters, let evidence else { return nil }
    self.init(competency, level: level, raterCount: raters, evidence: evidence)
  }

  public var json: JSONValue {
    .object(of: [
      "competency": competency.json, "level": level.json, "raters": raterCount.json,
      "evidence": evidence.isEmpty ? nil : evidence.json,
    ])
  }
}
