public import KinerjaCore

extension AppraisalProcess {
  /// Tells everything wrong with the process: errors, and warnings of stages without a way in or
  /// out, each at its path.
  public func check() -> Diagnostics {
    var problems = Diagnostics()
    if stages.isEmpty { problems.add(.processWithoutStages, at: .key("stages")) }
    if role(.employee) == nil { problems.add(.processWithoutEmployee, at: .key("roles")) }
    problems.checkNames(roles.map(\.id.text), under: "roles")
    problems.checkNames(aspects.map(\.id.text), under: "aspects")
    problems.checkNames(stages.map(\.id.text), under: "stages")
    if enrolledBy.isEmpty { problems.add(.permissionForNobody, at: .key("enrolledBy")) }
    check(enrolledBy, under: [.key("enrolledBy")], &problems)
    for (index, aspect) in aspects.enumerated() where aspect.parts == .items([]) {
      problems.add(
        .processUnknownAspectItem, ["aspect": .text(aspect.id.text)],
        at: SourcePlace(path: [.key("aspects"), .index(index), .key("items")]))
    }
    for (index, stage) in stages.enumerated() {
      check(stage, at: [.key("stages"), .index(index)], &problems)
    }
    checkWays(&problems)
    return problems
  }

  private func check(
    _ stage: ProcessStage, at path: [DefinitionPath.Component], _ problems: inout Diagnostics
  ) {
    if let closes = stage.closes, closes.anchor == stage.opens.anchor,
      closes.days < stage.opens.days
    {
      problems.add(
        .stageClosesFirst, ["stage": .text(stage.id.text)],
        at: SourcePlace(path: DefinitionPath(path + [.key("closes")])))
    }
    var seen: Set<[String]> = []
    for (index, permission) in stage.permissions.enumerated() {
      let path = path + [.key("permissions"), .index(index)]
      let place = SourcePlace(path: DefinitionPath(path))
      if permission.command == .advance, permission.next == nil {
        problems.add(.advanceNowhere, at: place)
      }
      if permission.roles.isEmpty { problems.add(.permissionForNobody, at: place) }
      for role in permission.roles {
        let command = permission.command.rawValue
        guard !seen.insert([command, role.text]).inserted else { continue }
        problems.add(
          .permissionTwice, ["role": .text(role.text), "command": .text(command)], at: place)
      }
      check(permission.roles, under: path + [.key("by")], &problems)
      if let next = permission.next, self.stage(next) == nil {
        let cure = LocalizedText.cure(next.text, among: stages.map(\.id.text))
        problems.add(
          .processUnknownStage, ["stage": .text(next.text), "cure": .localized(cure)],
          at: SourcePlace(path: DefinitionPath(path + [.key("to")])))
      }
      for (place, requirement) in permission.requirements.enumerated() {
        check(requirement, at: path + [.key("requires"), .index(place)], &problems)
      }
    }
  }

  private func check(
    _ requirement: ProcessRequirement, at path: [DefinitionPath.Component],
    _ problems: inout Diagnostics
  ) {
    switch requirement {
    case .planAgreed(let roles): check(roles, under: path + [.key("plan-agreed")], &problems)
    case .allRated(let rater):
      check([rater], at: path + [.key("all-rated")], &problems)
    case .quorum(let count) where count < 1:
      problems.add(
        .quorumOfNobody, ["quorum": .integer(Int64(count))],
        at: SourcePlace(path: DefinitionPath(path)))
    case .quorum, .allReported, .scoreCurrent, .adjustmentsDecided, .decided, .reason,
      .notOwnResult:
      break
    }
  }

  private func check(
    _ names: [RoleID], under path: [DefinitionPath.Component], _ problems: inout Diagnostics
  ) {
    for (index, name) in names.enumerated() {
      check([name], at: path + [.index(index)], &problems)
    }
  }

  private func check(
    _ names: [RoleID], at path: [DefinitionPath.Component], _ problems: inout Diagnostics
  ) {
    for name in names where role(name) == nil {
      let cure = LocalizedText.cure(name.text, among: roles.map(\.id.text))
      problems.add(
        .processUnknownRole, ["role": .text(name.text), "cure": .localized(cure)],
        at: SourcePlace(path: DefinitionPath(path)))
    }
  }

  /// Warns of stages that nothing leads to, and of those, but for the last, that nothing leaves.
  private func checkWays(_ problems: inout Diagnostics) {
    var reached: Set<StageID> = []
    var open = stages.first.map { [$0.id] } ?? []
    while let id = open.popLast() {
      guard reached.insert(id).inserted else { continue }
      open += stage(id)?.permissions.compactMap(\.next) ?? []
    }
    for (index, stage) in stages.enumerated() {
      let place = SourcePlace(path: [.key("stages"), .index(index)])
      let name: [String: DiagnosticValue] = ["stage": .text(stage.id.text)]
      if !reached.contains(stage.id) { problems.add(.stageUnreachable, name, at: place) }
      let leaves = stage.permissions.contains { $0.next != nil && $0.next != stage.id }
      if !leaves, index + 1 < stages.count { problems.add(.stageDeadEnd, name, at: place) }
    }
  }
}

extension Diagnostics {
  fileprivate mutating func checkNames(_ names: [String], under key: String) {
    var seen: Set<String> = []
    for (index, name) in names.enumerated() where !seen.insert(name).inserted {
      add(
        .processNameTwice, ["name": .text(name)],
        at: SourcePlace(path: [.key(key), .index(index), .key("id")]))
    }
  }
}

extension LocalizedText {
  fileprivate static func cure(_ word: String, among choices: [String]) -> LocalizedText {
    if let nearest = Spelling.nearest(to: word, among: choices) {
      return LocalizedText(
        id: "mungkin maksudnya \"\(nearest)\"", en: "did you mean \"\(nearest)\"?")
    }
    let list = choices.joined(separator: ", ")
    return LocalizedText(id: "pakai salah satu dari \(list)", en: "use one of \(list)")
  }
}
