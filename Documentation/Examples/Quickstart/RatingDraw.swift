import Kinerja

/// Draws the ratings of the example from a seed, because no agency publishes real ones.
///
/// `swift run quickstart --draw-ratings` writes `ratings.csv` anew, with the same bytes everywhere.
/// Two raters are made unfair on purpose, so that the audit has something to find: one is severe,
/// one gives nearly everybody the same mark.
struct RatingDraw {
  static let seed: UInt64 = 20_260_101
  static let severeRater: PersonID = "p-04"
  static let flatRater: PersonID = "p-05"
  static let aspects: [ItemID] = [
    "service-orientation", "integrity", "commitment", "discipline", "cooperation",
  ]

  let agency: Agency
  private let stream = RandomStream(seed: Self.seed)

  init(_ agency: Agency) { self.agency = agency }

  /// Writes the ratings into the folder of the data.
  func write(to folder: String) throws {
    var text = "ratee,rater,role,item,rating\n"
    for (number, plan) in agency.plans.enumerated() {
      for row in try rows(of: plan, number) { text += row.joined(separator: ",") + "\n" }
    }
    try OutputFolder.write(text, to: "\(folder)/ratings.csv")
  }

  /// The superior rates result and behaviour; superior and two peers mark five aspects.
  private func rows(of plan: WorkPlan, _ number: Int) throws -> [[String]] {
    guard let superior = agency.superior(of: plan.person) else { return [] }
    let draw = stream.substream(1).substream(number)
    let lowered = superior == Self.severeRater && draw.uniform(at: 0) < 0.6 ? 1 : 0
    let work = try workLevel(of: plan) - lowered
    let fair = fairMark(of: number, aspect: 0)
    let behaviour = (fair >= 86 ? 3 : fair >= 70 ? 2 : 1) - lowered
    func row(_ rater: PersonID, _ role: String, _ item: String, _ value: Int) -> [String] {
      [plan.person.text, rater.text, role, item, String(value)]
    }
    var rows = [
      row(superior, "supervisor", "work-result", max(1, work)),
      row(superior, "supervisor", "behaviour", max(1, behaviour)),
    ]
    let raters = [(superior, "supervisor")] + peers(of: number).map { ($0, "peer") }
    for (position, (rater, role)) in raters.enumerated() {
      for (aspect, item) in Self.aspects.enumerated() {
        let noise = stream.substream(2).substream(number).normal(at: position * 10 + aspect)
        let mark = mark(of: number, aspect, by: rater, noise: noise)
        rows.append(row(rater, role, item.text, mark))
      }
    }
    return rows
  }

  /// Two colleagues, drawn from all employees, so that every rater is linked with the others.
  private func peers(of number: Int) -> [PersonID] {
    let superior = agency.superior(of: agency.plans[number].person)
    let order = stream.substream(3).permutation(of: agency.plans.count, at: number)
    let others = order.map { agency.plans[$0].person }.filter {
      $0 != agency.plans[number].person && $0 != superior
    }
    return Array(others.prefix(2))
  }

  private func fairMark(of ratee: Int, aspect: Int) -> Double {
    let person = stream.substream(4).normal(at: ratee)
    let detail = stream.substream(5).substream(ratee).normal(at: aspect)
    return 80 + 6 * person + 2 * detail
  }

  private func mark(of ratee: Int, _ aspect: Int, by rater: PersonID, noise: Double) -> Int {
    let fair = fairMark(of: ratee, aspect: aspect) + 3 * noise
    let given =
      switch rater {
      case Self.severeRater: fair - 10
      case Self.flatRater: 80 + (fair - 80) * 0.1
      default: fair
      }
    return Int((min(max(given, 50), 100) / 5).rounded()) * 5
  }

  /// The level that the achievement alone would suggest to a superior.
  private func workLevel(of plan: WorkPlan) throws -> Int {
    var best = 0.0
    var count = 0.0
    for item in plan.items {
      guard
        let indicator = agency.indicators.indicator(item.indicator, on: plan.period.last),
        indicator.aspect == .quantity,
        let realisation = try agency.progress.realisation(
          of: item.id, of: plan.person, indicator.consolidation),
        let percent = indicator.attainment(of: realisation, against: item.target).percent
      else { continue }
      best += Double(percent)
      count += 1
    }
    let mean = count == 0 ? 100 : best / count
    return mean >= 115 ? 3 : mean >= 90 ? 2 : 1
  }
}
