public import KinerjaCore

/// Counts by group and stratum as they may be shown to readers: small ones withheld, and so many others
/// that nobody finds the small ones by subtracting.
///
/// A count is small if it is below ``leastCount`` but not 0, of those with the outcome or of those
/// without. For all that the shown counts say, each small one may have at least ``leastCount`` + 1
/// values. Withheld are both numbers of a cell together. What is computed from ``pooled`` and
/// ``withinStrata`` says no more than the shown counts do; figures computed from all counts may.
/// A reader who knows some of the persons may still know more.
public struct PublishedOutcomes: Sendable, Hashable {
  /// Two numbers, or neither.
  public enum Count: Sendable, Hashable {
    /// Persons with the outcome, and persons.
    case shown(selected: Int, total: Int)
    /// Small itself.
    case small
    /// Withheld for the sake of a small one.
    case withheld

    /// Whether it is shown.
    public var isShown: Bool { if case .shown = self { true } else { false } }
  }

  /// Below this a count is small.
  public let leastCount: Int
  /// The groups.
  public let groups: [String]
  /// The strata.
  public let strata: [String]
  /// By group and then by stratum.
  public let cells: [[Count]]
  /// By group, over all strata.
  public let groupTotals: [Count]
  /// By stratum, over all groups.
  public let stratumTotals: [Count]
  /// Of all.
  public let total: Count
  /// The groups whose sums are shown, without strata: what may be compared in public.
  public let pooled: GroupOutcomes
  /// The cells that are shown: what may be compared within strata in public.
  public let withinStrata: GroupOutcomes

  /// How many counts are withheld.
  public var withheldCount: Int {
    (cells.flatMap(\.self) + groupTotals + stratumTotals + [total]).count { !$0.isShown }
  }

  /// What a reader is told about withheld counts.
  public var note: LocalizedText {
    LocalizedText(
      id: """
        Angka di bawah \(leastCount) tidak ditampilkan, begitu pula angka lain yang dapat \
        membukanya melalui pengurangan.
        """,
      en: """
        Counts below \(leastCount) are withheld, and so are others that would give them away by \
        subtraction.
        """)
  }
}

extension GroupOutcomes {
  /// The counts as they may be shown to readers.
  ///
  /// - Parameter leastCount: Below this a count is small; 5 unless a policy says otherwise, at least 1.
  /// - Complexity: O((*g* + *s*)² *w* + *w* *c*²) for *g* groups, *s* strata, *c* counts and *w* of
  ///   them withheld; for tables that people read.
  public func published(leastCount: Int = 5) -> PublishedOutcomes {
    let least = max(1, leastCount)
    let suppression = Suppression(self, least: least)
    let (rows, columns) = (groups.count, strata.count)
    func count(_ row: Int, _ column: Int) -> PublishedOutcomes.Count {
      suppression.count(at: CountNetwork.Place(row, column))
    }
    var pooled: [Cell] = []
    var cells: [Cell] = []
    for (row, group) in groups.enumerated() {
      if case .shown(let selected, let total) = count(row, columns) {
        pooled.append(Cell(group: group, selected: selected, of: total))
      }
      for (column, stratum) in strata.enumerated() {
        if case .shown(let selected, let total) = count(row, column) {
          cells.append(Cell(group: group, stratum: stratum, selected: selected, of: total))
        }
      }
    }
    return PublishedOutcomes(
      leastCount: least, groups: groups, strata: strata,
      cells: groups.indices.map { row in strata.indices.map { count(row, $0) } },
      groupTotals: groups.indices.map { count($0, columns) },
      stratumTotals: strata.indices.map { count(rows, $0) }, total: count(rows, columns),
      pooled: GroupOutcomes(adding: pooled), withinStrata: GroupOutcomes(adding: cells))
  }
}

/// Which counts are withheld.
private struct Suppression {
  private let network: CountNetwork
  private var selected: [CountNetwork.Place: Int] = [:]
  private var others: [CountNetwork.Place: Int] = [:]
  private var small: Set<CountNetwork.Place> = []
  private var withheld: Set<CountNetwork.Place> = []

  init(_ outcomes: GroupOutcomes, least: Int) {
    let (rows, columns) = (outcomes.groups.count, outcomes.strata.count)
    network = CountNetwork(rows: rows, columns: columns)
    for row in 0..<rows {
      for column in 0..<columns {
        let own = outcomes.selected[row][column]
        for place in [
          CountNetwork.Place(row, column), .init(row, columns), .init(rows, column),
          .init(rows, columns),
        ] {
          selected[place, default: 0] += own
          others[place, default: 0] += outcomes.total[row][column] - own
        }
      }
    }
    let small = network.places.filter { place in
      [selected[place], others[place]].contains { ($0 ?? 0) > 0 && ($0 ?? 0) < least }
    }
    self.small = Set(small)
    withheld = self.small
    for place in small where !isProtected(place, least) {
      let round = network.cheapestRound(of: place, cost: cost) { other in
        min(selected[other] ?? 0, others[other] ?? 0) >= least
      }
      withheld.formUnion(round)
    }
  }

  private func isProtected(_ place: CountNetwork.Place, _ least: Int) -> Bool {
    [selected, others].allSatisfy { values in
      let (up, down) = network.freedom(of: place, values: values, withheld: withheld, enough: least)
      return up + down >= least
    }
  }

  /// Small cells go first, sums last.
  private func cost(_ place: CountNetwork.Place) -> Int {
    if withheld.contains(place) { return 0 }
    let persons = min((selected[place] ?? 0) + (others[place] ?? 0), 1_000_000_000)
    let isSum = (place.row == network.rows, place.column == network.columns)
    let sums = (isSum.0 ? 1 : 0) + (isSum.1 ? 1 : 0)
    return 1 + persons + sums * 10_000_000_000
  }

  func count(at place: CountNetwork.Place) -> PublishedOutcomes.Count {
    if small.contains(place) { return .small }
    if withheld.contains(place) { return .withheld }
    let own = selected[place] ?? 0
    return .shown(selected: own, total: own + (others[place] ?? 0))
  }
}
