public import KinerjaCore

/// How people are appraised in a cycle, as data: stages, roles, commands and what they require.
///
/// A version once used is never edited; appraisals that began under it end under it. What a region
/// does otherwise is another value, not other code.
public struct AppraisalProcess: Sendable, Hashable {
  /// The process's name for machines.
  public let id: ProcessID
  /// Its version.
  public let version: String
  /// What people call it.
  public let title: LocalizedText
  /// Where it comes from.
  public let sources: [LegalSource]
  /// The zone whose calendar decides on which day something was done.
  public let zone: Zone
  /// Who takes part.
  public let roles: [ProcessRole]
  /// Who may enrol a person in a cycle.
  public let enrolledBy: [RoleID]
  /// What is rated, on which scales.
  public let aspects: [RatedAspect]
  /// The stages; enrolment leads to the first.
  public let stages: [ProcessStage]

  /// Creates a process, unchecked: ``check()`` tells what is wrong with it.
  public init(
    _ id: ProcessID, version: String, _ title: LocalizedText, sources: [LegalSource] = [],
    zone: Zone, roles: [ProcessRole], enrolledBy: [RoleID], aspects: [RatedAspect],
    stages: [ProcessStage]
  ) {
    self.id = id
    self.version = version
    self.title = title
    self.sources = sources
    self.zone = zone
    self.roles = roles
    self.enrolledBy = enrolledBy
    self.aspects = aspects
    self.stages = stages
  }

  /// Reads a process and checks it.
  ///
  /// - Throws: `InvalidInput` with all problems, each at its line and column.
  public init(_ document: JSONDocument) throws(InvalidInput) {
    self = try document.read(Self.self)
    try document.placing(check()).throwIfAny()
  }

  /// The name and version, as facts carry them.
  public var reference: ProcessReference { ProcessReference(id: id, version: version) }

  /// The stage with a name; nil if there is none.
  public func stage(_ id: StageID) -> ProcessStage? { stages.first { $0.id == id } }
  /// The role with a name; nil if there is none.
  public func role(_ id: RoleID) -> ProcessRole? { roles.first { $0.id == id } }
  /// The aspect with a name; nil if there is none.
  public func aspect(_ id: AspectID) -> RatedAspect? { aspects.first { $0.id == id } }
}

/// The name and version of a process.
public struct ProcessReference: Sendable, Hashable {
  /// The process.
  public let id: ProcessID
  /// Its version.
  public let version: String

  /// Creates a reference.
  public init(id: ProcessID, version: String) {
    self.id = id
    self.version = version
  }
}

extension AppraisalProcess: Definition {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let id = object.required("id", ProcessID.self)
    let version = object.required("version", String.self)
    let title = object.required("title", LocalizedText.self)
    let sources = object.optional("sources", default: [LegalSource]())
    let zone = object.required("zone", Zone.self)
    let roles = object.required("roles", [ProcessRole].self)
    let enrolledBy = object.required("enrolledBy", [RoleID].self)
    let aspects = object.required("aspects", [RatedAspect].self)
    let stages = object.required("stages", [ProcessStage].self)
    object.finish()
    guard let id, let version, let title, let sources, let zone, let roles, let enrolledBy,
      let aspects, let stages
    else { return nil }
    self.init(
      id, version: version, title, sources: sources, zone: zone, roles: roles,
      enrolledBy: enrolledBy, aspects: aspects, stages: stages)
  }

  public var json: JSONValue {
    .object(of: [
      "id": id.json, "version": version.json, "title": title.json,
      "sources": sources.isEmpty ? nil : sources.json, "zone": zone.json, "roles": roles.json,
      "enrolledBy": enrolledBy.json, "aspects": aspects.json, "stages": stages.json,
    ])
  }
}

extension ProcessReference: DefinitionValue {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let id = object.required("id", ProcessID.self)
    let version = object.required("version", String.self)
    object.finish()
    guard let id, let version else { return nil }
    self.init(id: id, version: version)
  }

  public var json: JSONValue { ["id": id.json, "version": version.json] }
}
