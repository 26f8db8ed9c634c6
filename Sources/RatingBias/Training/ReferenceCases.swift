public import KinerjaCore
import KinerjaNumerics

/// Cases for the training of raters, with the scores that experts agreed upon.
///
/// A case is a described or filmed performance; it has the identifier of a ratee.
public struct ReferenceCases: Sendable, Hashable {
  /// The cases, in the order of identifiers.
  public let cases: [PersonID]
  /// The items, in the order of identifiers.
  public let items: [ItemID]
  /// By case and then by item, in points.
  package let scores: [[Double]]
  /// The mean over cases and items of how far experts stray from their own mean, in points; nil for
  /// scores without several experts.
  ///
  /// Where experts stray by half a point, no rater can be called wrong by less.
  public let expertSpreadInPoints: Double?

  /// Creates cases from agreed scores.
  ///
  /// - Throws: `InvalidInput` with *all* problems: a score that is not finite, a case without a score on
  ///   some item, a case scored twice on one.
  public init(
    _ scores: some Sequence<(ratee: PersonID, item: ItemID, score: Double)>
  ) throws(InvalidInput) {
    try self.init(scores.map { ($0.ratee, $0.item, [$0.score]) }, ofExperts: false)
  }

  /// Creates cases from experts' ratings, whose means are the scores.
  ///
  /// - Throws: `InvalidInput` if a case lacks a rating on some item by all experts.
  public init(experts: RatingSet) throws(InvalidInput) {
    var byCell: [[String]: (PersonID, ItemID, [Double])] = [:]
    var order: [[String]] = []
    for rating in experts.elements {
      let key = [rating.ratee.text, rating.item.text]
      if byCell[key] == nil {
        byCell[key] = (rating.ratee, rating.item, [])
        order.append(key)
      }
      byCell[key]?.2.append(Double(rating.value))
    }
    try self.init(order.compactMap { byCell[$0] }, ofExperts: true)
  }

  private init(
    _ cells: [(ratee: PersonID, item: ItemID, scores: [Double])], ofExperts: Bool
  ) throws(InvalidInput) {
    let cases = Set(cells.map(\.ratee)).sorted()
    let items = Set(cells.map(\.item)).sorted()
    var problems = Diagnostics(at: "cases")
    var means: [PersonID: [ItemID: Double]] = [:]
    var (spread, spreadCount) = (CompensatedSum(), 0)
    for (index, cell) in cells.enumerated() {
      let mean = CompensatedSum(cell.scores).value / Double(cell.scores.count)
      if !mean.isFinite {
        problems.add(
          .unusableCase, ["case": .text(cell.ratee.text), "item": .text(cell.item.text)],
          at: .index(index))
      }
      if means[cell.ratee, default: [:]].updateValue(mean, forKey: cell.item) != nil {
        problems.add(
          .caseTwice, ["case": .text(cell.ratee.text), "item": .text(cell.item.text)],
          at: .index(index))
      }
      if cell.scores.count > 1 {
        let squares = cell.scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        spread.add((squares / Double(cell.scores.count - 1)).squareRoot())
        spreadCount += 1
      }
    }
    for ratee in cases {
      for item in items where means[ratee]?[item] == nil {
        problems.add(.unusableCase, ["case": .text(ratee.text), "item": .text(item.text)])
      }
    }
    try problems.throwIfAny()
    self.cases = cases
    self.items = items
    scores = cases.map { ratee in items.map { means[ratee]?[$0] ?? 0 } }
    expertSpreadInPoints =
      ofExperts && spreadCount > 0 ? spread.value / Double(spreadCount) : nil
  }
}
