import Kinerja

/// All that is known of the agency before the cycle runs, checked.
struct Agency {
  static let id: AgencyID = "puskesmas-contoh"
  static let cycle: CycleID = "2025"
  static let period: Period = "2025"

  let organisation: Organisation
  let indicators: IndicatorCatalogue
  let plans: [WorkPlan]
  let progress: ProgressLog
  let framework: CompetencyFramework
  let postProfiles: [PostProfile]
  let personProfiles: [PersonProfile]
  let process: AppraisalProcess
  let ratings: [RatingRow]
  let forum: ForumMinutes

  /// Everybody with a plan, in the order of the file.
  var employees: [PersonID] { plans.map(\.person) }

  func plan(of person: PersonID) -> WorkPlan? { plans.first { $0.person == person } }

  /// Who supervised a person at the end of the period.
  func superior(of person: PersonID) -> PersonID? {
    organisation.superior(of: person, on: Self.period.last)?.superior
  }

  /// The peers who rated a person, in the order of the file.
  func peers(of person: PersonID) -> [PersonID] {
    var peers: [PersonID] = []
    for row in ratings where row.ratee == person && row.role == "peer" {
      if !peers.contains(row.rater) { peers.append(row.rater) }
    }
    return peers
  }

  /// The subject that an item of the file of ratings stands for.
  static func subject(of item: ItemID, in process: AppraisalProcess) -> RatedSubject? {
    for aspect in process.aspects {
      switch aspect.parts {
      case .whole where aspect.id.text == item.text: return RatedSubject(aspect.id)
      case .items(let items) where items.contains(item):
        return RatedSubject(aspect.id, .item(item))
      default: continue
      }
    }
    return nil
  }
}

/// A row of `ratings.csv`.
struct RatingRow {
  let ratee: PersonID
  let rater: PersonID
  let role: RoleID
  let item: ItemID
  let value: Int
  let place: SourcePlace
}

/// What the forum discussed: `forum.json`.
struct ForumMinutes: Definition {
  /// Who was there.
  let present: [PersonID]
  /// What it changed.
  let adjustments: [Adjustment]

  /// A rating that the forum changed.
  struct Adjustment: Definition {
    let id: AdjustmentID
    let person: PersonID
    let item: ItemID
    let level: Int
    let reason: String

    init?(_ node: JSONNode, _ reader: DefinitionReader) {
      guard let object = reader.object(node) else { return nil }
      let id = object.required("id", AdjustmentID.self)
      let person = object.required("person", PersonID.self)
      let item = object.required("item", ItemID.self)
      let level = object.required("to", Int.self)
      let reason = object.required("reason", String.self)
      object.finish()
      guard let id, let person, let item, let level, let reason else { return nil }
      (self.id, self.person, self.item, self.level) = (id, person, item, level)
      self.reason = reason
    }

    var json: JSONValue {
      [
        "id": id.json, "person": person.json, "item": item.json, "to": level.json,
        "reason": reason.json,
      ]
    }
  }

  init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let present = object.required("present", [PersonID].self)
    let adjustments = object.required("adjustments", [Adjustment].self)
    object.finish()
    guard let present, let adjustments else { return nil }
    (self.present, self.adjustments) = (present, adjustments)
  }

  var json: JSONValue { ["present": present.json, "adjustments": adjustments.json] }
}
