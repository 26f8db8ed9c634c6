import KinerjaCore
import KinerjaTables
import RatingBias

/// One superior for each employee, on three categories, achievement known, pooled over years.
struct SuperiorDesign {
  struct Row {
    let staff: Int
    let items: Int
    let years: Int
    var severe = Tally()
    var clean = Tally()
    var lines = Tally()
    var cleanLines = Tally()
    /// Severity by those who moved to another superior.
    var moved = Tally()
  }

  static let superiors = 40
  private(set) var rows: [Row] = []

  init(runs: Int, by work: ParallelBlocks) throws {
    for staff in [5, 10, 15] {
      for (items, years) in [(2, 1), (5, 1), (7, 1), (7, 3), (7, 5)] {
        var row = Row(staff: staff, items: items, years: years)
        for run in 0..<runs {
          try Self.add(to: &row, seed: UInt64(run + 100 * (items + 10 * years + staff)), by: work)
        }
        rows.append(row)
      }
    }
  }

  private static func add(to row: inout Row, seed: UInt64, by work: ParallelBlocks) throws {
    var simulator = RaterSimulator(
      .nested(raters: superiors, staff: row.staff, periods: row.years, movedShare: 0),
      planted: [
        .severity(2), .severity(-2), .straightLining(share: 0.6), .straightLining(share: 0.6),
      ])
    simulator.thresholds = [-1, 1]
    simulator.difficulties = (0..<row.items).map { Double($0) / Double(row.items - 1) - 0.5 }
    let round = try simulator.run(seed: seed, by: work)
    let reference = RateeReference(
      round.achievement, name: LocalizedText(id: "capaian terukur", en: "measured achievement"))
    // Teams are small: five are enough to be flagged, if the power is.
    let limits = SampleLimits(
      ratingsToEstimate: 10, rateesToEstimate: 3, ratingsToFlag: 10, rateesToFlag: 5)
    let audit = try RatingAudit(limits: limits, soughtLeniencyInPoints: 0.8).run(
      on: round.ratings, reference: reference, by: work)
    for rater in audit.leniencyByReference?.raters ?? [] {
      switch round.planted[rater.rater]?.kind {
      case .severity: row.severe.add(rater.answer)
      case nil: row.clean.add(rater.answer)
      default: break
      }
    }
    for effect in try EffectAnalysis().run(on: round.ratings, by: work)
    where effect.kind == .straightLining {
      for rater in effect.raters {
        switch round.planted[rater.rater]?.kind {
        case .straightLining: row.lines.add(rater.answer)
        case nil: row.cleanLines.add(rater.answer)
        default: break
        }
      }
    }
    guard row.years > 1 else { return }
    simulator.design = .nested(
      raters: superiors, staff: row.staff, periods: row.years, movedShare: 0.15)
    let mobile = try simulator.run(seed: seed, by: work)
    for effect in try EffectAnalysis().run(on: mobile.ratings, by: work)
    where effect.kind == .severity {
      for rater in effect.raters where mobile.planted[rater.rater]?.kind == .severity {
        row.moved.add(rater.answer)
      }
    }
  }
}
