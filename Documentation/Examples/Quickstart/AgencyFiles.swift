import Kinerja

/// Reads the agency's files and tells everything that is wrong with any of them at once.
struct AgencyFiles {
  let folder: String

  /// Reads and checks all files.
  ///
  /// - Parameter withRatings: Whether `ratings.csv` and `forum.json` are read too.
  /// - Throws: `InvalidInput` with all problems of all files.
  func read(withRatings: Bool = true) throws(InvalidInput) -> Agency {
    var problems = Diagnostics()
    let organisation = keep(&problems) { () throws(InvalidInput) in
      try OrganisationReader().read(
        units: path("units.csv"), posts: path("posts.csv"), incumbents: path("incumbents.csv"))
    }
    let indicators = keep(&problems) { () throws(InvalidInput) in
      try JSONDocument(contentsOf: path("indicators.json")).read(IndicatorCatalogue.self)
    }
    let plans = keep(&problems) { () throws(InvalidInput) in
      try WorkPlanTable(
        table("plans.csv", WorkPlanTable.layout), period: Agency.period, weightTotal: .hundred)
    }
    let progress = keep(&problems) { () throws(InvalidInput) in
      try table("progress.csv", ProgressLog.layout)
    }
    let process = keep(&problems) { () throws(InvalidInput) in
      try AppraisalProcess(JSONDocument(contentsOf: path("process.json")))
    }
    let competencies = keep(&problems) { () throws(InvalidInput) in try readCompetencies() }
    let ratings =
      withRatings
      ? keep(&problems) { () throws(InvalidInput) in
        try table("ratings.csv", Self.ratingLayout)
      } : nil
    let forum =
      withRatings
      ? keep(&problems) { () throws(InvalidInput) in
        try JSONDocument(contentsOf: path("forum.json"))
      } : nil
    let minutes = forum.flatMap { document in
      keep(&problems) { () throws(InvalidInput) in try document.read(ForumMinutes.self) }
    }

    // What the files say of each other can be checked for those that could be read.
    if let plans, let indicators { problems.add(contentsOf: plans.problems(with: indicators)) }
    if let plans, let organisation { check(plans, organisation, &problems) }
    let log = progress.flatMap { table in
      keep(&problems) { () throws(InvalidInput) in try ProgressLog(table, on: plans?.plans) }
    }
    let rows = ratings.flatMap { table in
      keep(&problems) { () throws(InvalidInput) in
        try ratingRows(table, plans?.plans, organisation, process)
      }
    }
    if let forum, let minutes, let plans, let process {
      check(minutes, forum, plans.plans, process, &problems)
    }
    try problems.throwIfAny()
    guard let organisation, let indicators, let plans, let log, let process, let competencies,
      !withRatings || (rows != nil && minutes != nil)
    else { throw InvalidInput(problems) }
    return Agency(
      organisation: organisation, indicators: indicators, plans: plans.plans, progress: log,
      framework: competencies.framework, postProfiles: competencies.posts,
      personProfiles: competencies.persons, process: process, ratings: rows ?? [],
      forum: minutes ?? ForumMinutes.none)
  }

  private func path(_ name: String) -> String { "\(folder)/\(name)" }

  private func table(_ name: String, _ layout: CSVLayout) throws(InvalidInput) -> Table {
    let table = try CSVReader(layout).read(path: path(name))
    guard !table.rows.isEmpty else {
      throw InvalidInput(Diagnostic(.noRows, at: SourcePlace(file: path(name))))
    }
    return table
  }

  /// Runs a step, keeping what is wrong and going on.
  private func keep<Value>(
    _ problems: inout Diagnostics, _ step: () throws(InvalidInput) -> Value
  ) -> Value? {
    do throws(InvalidInput) {
      return try step()
    } catch {
      problems.add(contentsOf: error.diagnostics)
      return nil
    }
  }
}

// MARK: - Single files

extension AgencyFiles {
  private typealias Competencies = (
    framework: CompetencyFramework, posts: [PostProfile], persons: [PersonProfile]
  )

  private func readCompetencies() throws(InvalidInput) -> Competencies {
    var problems = Diagnostics()
    let framework = keep(&problems) { () throws(InvalidInput) in
      try JSONDocument(contentsOf: path("framework.json")).read(CompetencyFramework.self)
    }
    let posts = profiles("post-profiles.json", &problems) { (profile: PostProfile) in
      framework.map(profile.problems)
    }
    let persons = profiles("person-profiles.json", &problems) { (profile: PersonProfile) in
      framework.map(profile.problems)
    }
    try problems.throwIfAny()
    guard let framework, let posts, let persons else { throw InvalidInput(problems) }
    return (framework, posts, persons)
  }

  private func profiles<Profile: Definition>(
    _ name: String, _ problems: inout Diagnostics, _ check: (Profile) -> Diagnostics?
  ) -> [Profile]? {
    keep(&problems) { () throws(InvalidInput) in
      let document = try JSONDocument(contentsOf: path(name))
      let profiles = try document.read([Profile].self)
      var found = Diagnostics()
      for (index, profile) in profiles.enumerated() {
        for problem in check(profile)?.all ?? [] {
          var placed = problem
          placed.place.path = DefinitionPath([.index(index)] + problem.place.path.components)
          found.add(placed)
        }
      }
      try document.placing(found).throwIfAny()
      return profiles
    }
  }

  static let ratingLayout = CSVLayout([
    .identifier("ratee", PersonID.self, aliases: ["pegawai"]),
    .identifier("rater", PersonID.self, aliases: ["penilai"]),
    .identifier("role", RoleID.self, aliases: ["peran"]),
    .identifier("item", ItemID.self, aliases: ["butir"]),
    .integer("rating", aliases: ["nilai"]),
  ])

  private func ratingRows(
    _ table: Table, _ plans: [WorkPlan]?, _ organisation: Organisation?,
    _ process: AppraisalProcess?
  ) throws(InvalidInput) -> [RatingRow] {
    var problems = Diagnostics()
    let employees = plans.map { Set($0.map(\.person)) }
    let people = organisation.map { Set($0.persons) }
    var seen: [String: Int] = [:]
    var rows: [RatingRow] = []
    for row in table.rows {
      let rating = RatingRow(
        ratee: try row.identifier("ratee"), rater: try row.identifier("rater"),
        role: try row.identifier("role"), item: try row.identifier("item"),
        value: row.integer("rating"), place: row.place)
      rows.append(rating)
      let key = "\(rating.ratee) \(rating.rater) \(rating.item)"
      if let earlier = seen.updateValue(row.index, forKey: key) {
        problems.add(
          .ratedTwice, ["line": .integer(Int64(table.place(ofRow: earlier).line ?? 0))],
          at: row.place(of: "item"))
      }
      for (name, person, known) in [
        ("ratee", rating.ratee, employees), ("rater", rating.rater, people),
      ] where known.map({ !$0.contains(person) }) ?? false {
        problems.add(.unknownPerson, ["person": .text(person.text)], at: row.place(of: name))
      }
      guard let process else { continue }
      if let problem = check(rating.item, rating.value, process) {
        problems.add(
          problem.kind, problem.values,
          at: row.place(of: problem.kind == .offScale ? "rating" : "item"))
      }
      if process.role(rating.role) == nil {
        problems.add(.unknownRole, ["role": .text(rating.role.text)], at: row.place(of: "role"))
      }
    }
    try problems.throwIfAny()
    return rows
  }
}

// MARK: - What the files say of each other

extension AgencyFiles {
  private func check(
    _ item: ItemID, _ level: Int, _ process: AppraisalProcess
  ) -> Diagnostic? {
    guard
      let subject = Agency.subject(of: item, in: process),
      let scale = process.aspect(subject.aspect)?.scale
    else { return Diagnostic(.unknownItem, ["item": .text(item.text)]) }
    guard scale.level(level) == nil else { return nil }
    let values = scale.levels.map { String($0.value) }
    return Diagnostic(
      .offScale, ["value": .integer(Int64(level)), "values": .list(values)])
  }

  private func check(
    _ plans: WorkPlanTable, _ organisation: Organisation, _ problems: inout Diagnostics
  ) {
    for plan in plans.plans
    where organisation.superior(of: plan.person, on: Agency.period.last) == nil {
      problems.add(
        .noSuperior, ["person": .text(plan.person.text)],
        at: SourcePlace(file: path("plans.csv")))
    }
  }

  private func check(
    _ minutes: ForumMinutes, _ document: JSONDocument, _ plans: [WorkPlan],
    _ process: AppraisalProcess, _ problems: inout Diagnostics
  ) {
    var found = Diagnostics()
    let employees = Set(plans.map(\.person))
    for (index, adjustment) in minutes.adjustments.enumerated() {
      let path: DefinitionPath = [.key("adjustments"), .index(index)]
      if !employees.contains(adjustment.person) {
        found.add(
          .unknownPerson, ["person": .text(adjustment.person.text)],
          at: SourcePlace(path: path.appending(.key("person"))))
      }
      if let problem = check(adjustment.item, adjustment.level, process) {
        let key = problem.kind == .offScale ? "to" : "item"
        found.add(
          problem.kind, problem.values, at: SourcePlace(path: path.appending(.key(key))))
      }
    }
    problems.add(contentsOf: document.placing(found))
  }
}

extension ForumMinutes {
  fileprivate static let none = ForumMinutes()

  private init() { (present, adjustments) = ([], []) }
}
