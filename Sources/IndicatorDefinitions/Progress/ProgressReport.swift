public import KinerjaCore

/// A report that a client sent (*laporan kemajuan*).
public typealias ReportID = Identifier<ReportKind>

/// The kind of a ``ReportID``.
public enum ReportKind: IdentifierKind {
  public static let label = LocalizedText(id: "laporan", en: "report")
}

/// What a person reports to have achieved of a plan item (*realisasi*): a fact that is only ever
/// added to.
public struct ProgressReport: Hashable, Sendable {
  /// The name that the client gave it, by which a second sending is known.
  public let id: ReportID
  /// Who reports.
  public let person: PersonID
  /// The plan item.
  public let item: PlanItemID
  /// The day of which it speaks.
  public let day: Day
  /// The figure, in the indicator's unit.
  ///
  /// Since the last report or as things stand, as the indicator's ``Consolidation`` says. It may be
  /// below nought to correct a sum.
  public let realisation: Ratio
  /// When it was recorded; nil if that is not known.
  public let recorded: Instant?

  /// Creates a report.
  public init(
    _ id: ReportID, person: PersonID, item: PlanItemID, day: Day, realisation: Ratio,
    recorded: Instant? = nil
  ) {
    self.id = id
    self.person = person
    self.item = item
    self.day = day
    self.realisation = realisation
    self.recorded = recorded
  }
}

extension ProgressReport: Comparable {
  /// Orders by day, then by time of recording, then by name: the same whatever arrived first.
  public static func < (left: Self, right: Self) -> Bool {
    if left.day != right.day { return left.day < right.day }
    if left.recorded != right.recorded {
      guard let one = left.recorded else { return true }
      guard let other = right.recorded else { return false }
      return one < other
    }
    return left.id < right.id
  }
}

extension ProgressReport: Definition {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let id = object.required("id", ReportID.self)
    let person = object.required("person", PersonID.self)
    let item = object.required("item", PlanItemID.self)
    let day = object.required("day", Day.self)
    let realisation = object.required("realisation", Ratio.self)
    let recorded = object.optional("recorded", Instant.self)
    object.finish()
    guard let id, let person, let item, let day, let realisation else { return nil }
    self.init(
      id, person: person, item: item, day: day, realisation: realisation, recorded: recorded)
  }

  public var json: JSONValue {
    .object(of: [
      "id": id.json, "person": person.json, "item": item.json, "day": day.json,
      "realisation": realisation.json, "recorded": recorded?.json,
    ])
  }
}
