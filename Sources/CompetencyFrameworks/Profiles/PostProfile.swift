public import KinerjaCore

/// The levels that a post asks of its holder (*standar kompetensi jabatan*).
public struct PostProfile: Hashable, Sendable {
  /// The post.
  public let post: PostID
  /// The framework whose competencies and levels are meant.
  public let framework: FrameworkID
  /// What is asked, in reporting order; each competency once.
  public let requirements: [Requirement]
  /// The days on which it holds.
  public let effective: DayRange

  /// A competency and the level that is asked.
  public struct Requirement: Hashable, Sendable {
    public let competency: CompetencyID
    public let level: Int

    /// Creates a requirement.
    public init(_ competency: CompetencyID, level: Int) {
      self.competency = competency
      self.level = level
    }
  }

  /// Creates a profile.
  ///
  /// - Throws: `InvalidInput` with *all* problems: no requirement, a competency asked twice, a
  ///   level that is not positive.
  public init(
    post: PostID, framework: FrameworkID, requirements: [Requirement], effective: DayRange = .always
  ) throws(InvalidInput) {
    self.post = post
    self.framework = framework
    self.requirements = requirements
    self.effective = effective
    var problems = Diagnostics()
    if requirements.isEmpty { problems.add(.noRequirement, at: .key("requirements")) }
    var first: [CompetencyID: Int] = [:]
    for (index, requirement) in requirements.enumerated() {
      let path: DefinitionPath = [.key("requirements"), .index(index)]
      let name = DiagnosticValue.text(requirement.competency.text)
      if let other = first.updateValue(index, forKey: requirement.competency) {
        problems.add(
          .competencyNamedTwice, ["competency": name, "other": .integer(Int64(other))],
          at: SourcePlace(path: path.appending(.key("competency"))))
      }
      if requirement.level < 1 {
        problems.add(
          .levelNotPositive,
          ["competency": name, "level": .integer(Int64(requirement.level))],
          at: SourcePlace(path: path.appending(.key("level"))))
      }
    }
    try problems.throwIfAny()
  }

  /// What does not fit the framework: an unknown competency or level.
  public func problems(in framework: CompetencyFramework) -> Diagnostics {
    var problems = Diagnostics()
    for (index, requirement) in requirements.enumerated() {
      let path: DefinitionPath = [.key("requirements"), .index(index)]
      if framework[requirement.competency] == nil {
        problems.add(
          .unknown(requirement.competency, in: framework, at: path.appending(.key("competency"))))
      } else if framework.level(requirement.level) == nil {
        problems.add(
          .unknownLevel,
          [
            "level": .integer(Int64(requirement.level)),
            "levels": .list(framework.levels.map { String($0.value) }),
          ], at: SourcePlace(path: path.appending(.key("level"))))
      }
    }
    return problems
  }
}

extension PostProfile: Definition {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let post = object.required("post", PostID.self)
    let framework = object.required("framework", FrameworkID.self)
    let requirements = object.required("requirements", [Requirement].self)
    let effective = object.optional("effective", default: DayRange.always)
    object.finish()
    guard let post, let framework, let requirements, let effective else { return nil }
    do throws(InvalidInput) {
      try self.init(
        post: post, framework: framework, requirements: requirements, effective: effective)
    } catch {
      reader.report(error, at: node)
      return nil
    }
  }

  public var json: JSONValue {
    .object(of: [
      "post": post.json, "framework": framework.json, "requirements": requirements.json,
      "effective": effective == .always ? nil : effective.json,
    ])
  }
}

extension PostProfile.Requirement: Definition {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let competency = object.required("competency", CompetencyID.self)
    let level = object.required("level", Int.self)
    object.finish()
    guard let competency, let level else { return nil }
    self.init(competency, level: level)
  }

  public var json: JSONValue { ["competency": competency.json, "level": level.json] }
}
