import KinerjaCore
import KinerjaTables

/// Rows as they come out of files, with what is wrong with them.
struct OrganisationRows {
  let persons: PersonReader
  var units: [OrganisationUnit] = []
  var posts: [Post] = []
  var incumbencies: [Incumbency] = []
  var overrides: [SupervisionOverride] = []
  var problems = Diagnostics()

  init(persons: PersonReader) { self.persons = persons }

  /// Adds every row that can be read, and notes what is wrong with the others.
  mutating func add(_ table: Table, as kind: OrganisationPlaces.Table) {
    for row in table.rows {
      do throws(InvalidInput) {
        switch kind {
        case .units: try addUnit(row)
        case .posts: try addPost(row)
        case .incumbencies: try addIncumbency(row)
        case .overrides: try addOverride(row)
        }
      } catch {
        problems.add(contentsOf: error.diagnostics)
      }
    }
  }

  private mutating func addUnit(_ row: TableRow) throws(InvalidInput) {
    let parent = try row.identifier(ifAny: "parent", as: UnitID.self)
    units.append(
      OrganisationUnit(
        try row.identifier("unit"), name: text(row, "name", english: "name_en"), parent: parent,
        days: try days(row)))
  }

  private mutating func addPost(_ row: TableRow) throws(InvalidInput) {
    var found = Diagnostics()
    let ranks = EmploymentKind.allCases.compactMap { employment in
      rank(row, "minimum_rank_\(employment.rawValue.lowercased())", of: employment, &found)
    }
    let days = days(row, &found)
    try found.throwIfAny()
    guard let days, let type = PostType.words.value(of: row.code("type")) else { return }
    let reportsTo = try row.identifier(ifAny: "reports_to", as: PostID.self)
    posts.append(
      Post(
        try row.identifier("post"), title: text(row, "title", english: "title_en"),
        unit: try row.identifier("unit"), type: type,
        isLeadership: row.code(ifAny: "leadership").map { $0 == "yes" }, reportsTo: reportsTo,
        minimumRanks: ranks, days: days))
  }

  private mutating func addIncumbency(_ row: TableRow) throws(InvalidInput) {
    var found = Diagnostics()
    let employment = row.code(ifAny: "employment").flatMap(EmploymentKind.init)
    let rank = rank(row, "rank", of: employment, &found)
    let person = person(row, "person", &found)
    let days = days(row, &found)
    try found.throwIfAny()
    guard let person, let days else { return }
    incumbencies.append(
      Incumbency(
        person, in: try row.identifier("post"),
        as: Incumbency.Standing.words.value(of: row.code(ifAny: "standing")) ?? .definitive,
        employment: employment, rank: rank, days: days))
  }

  private mutating func addOverride(_ row: TableRow) throws(InvalidInput) {
    var found = Diagnostics()
    let person = person(row, "person", &found)
    let superior = self.person(row, "superior", &found)
    let days = days(row, &found)
    try found.throwIfAny()
    guard let person, let superior, let days else { return }
    overrides.append(
      SupervisionOverride(person, under: superior, days: days, reason: row.text(ifAny: "reason")))
  }
}

// MARK: - Cells

extension OrganisationRows {
  private func text(_ row: TableRow, _ name: String, english: String) -> LocalizedText {
    let indonesian = row.text(name)
    return LocalizedText(id: indonesian, en: row.text(ifAny: english) ?? indonesian)
  }

  private func days(_ row: TableRow) throws(InvalidInput) -> DayRange {
    var found = Diagnostics()
    let days = days(row, &found)
    guard let days else { throw InvalidInput(found) }
    return days
  }

  private func days(_ row: TableRow, _ found: inout Diagnostics) -> DayRange? {
    do {
      return try DayRange(from: row.day("from"), through: row.day(ifAny: "through"))
    } catch {
      found.add(error.diagnostic, at: row.place(of: "through"))
      return nil
    }
  }

  private func rank(
    _ row: TableRow, _ name: String, of employment: EmploymentKind?, _ found: inout Diagnostics
  ) -> Rank? {
    guard let text = row.code(ifAny: name) else { return nil }
    do {
      let rank = try Rank(text)
      guard let employment, rank.employment != employment else { return rank }
      found.add(
        .rankOfOtherEmployment,
        ["rank": .text(rank.description), "employment": .text(employment.rawValue)],
        at: row.place(of: name))
    } catch {
      found.add(error.diagnostic, at: row.place(of: name))
    }
    return nil
  }

  private func person(
    _ row: TableRow, _ name: String, _ found: inout Diagnostics
  ) -> PersonID? {
    do {
      switch persons {
      case .opaqueCodes: return try row.identifier(name)
      case .nationalNumbers: return try persons.personID(from: row.text(name))
      }
    } catch {
      for problem in error.problems { found.add(problem, at: row.place(of: name)) }
      return nil
    }
  }
}

extension Diagnostics {
  /// Adds a problem that was found without its place.
  fileprivate mutating func add(_ diagnostic: Diagnostic, at place: SourcePlace) {
    var placed = diagnostic
    placed.place = place
    add(placed)
  }
}
