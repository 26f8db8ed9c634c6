import KinerjaCore

/// Finds all that is wrong with the tables of an organisation.
struct OrganisationChecks {
  let index: OrganisationIndex
  let places: OrganisationPlaces
  var problems = Diagnostics()
  // Comparing spellings is dear; a file that fits nothing must not take minutes to refuse.
  var suggestionsLeft = 50

  init(_ index: OrganisationIndex, _ places: OrganisationPlaces) {
    self.index = index
    self.places = places
  }

  /// Runs every check.
  ///
  /// Who has no superior is asked only of tables that are otherwise sound: one unknown post would
  /// leave many people without.
  mutating func run() {
    checkUnits()
    checkPosts()
    checkIncumbencies()
    checkOverrides()
    checkUnitCycles()
    checkLines()
    checkHolders()
    checkPersons()
    guard !problems.hasErrors else { return }
    checkSuperiors()
    checkSupervisionCycles()
  }

  mutating func report(
    _ kind: DiagnosticKind, _ values: [String: DiagnosticValue], _ table: OrganisationPlaces.Table,
    _ row: Int, _ field: String
  ) {
    problems.add(kind, values, at: places.place(table, row, field))
  }
}

extension DiagnosticValue {
  /// Ranges of days in words.
  static func ranges(_ ranges: [DayRange]) -> Self {
    .localized(
      LocalizedText(
        id: ranges.map { $0.text(in: .indonesian) }.joined(separator: "; "),
        en: ranges.map { $0.text(in: .english) }.joined(separator: "; ")))
  }

  static func id<Kind>(_ id: Identifier<Kind>) -> Self { .text(id.text) }

  static func kind<Kind>(_: Identifier<Kind>.Type) -> Self { .localized(Kind.label) }

  static func path<Kind>(_ ids: [Identifier<Kind>]) -> Self {
    .text(ids.map(\.text).joined(separator: " → "))
  }
}
