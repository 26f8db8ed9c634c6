public import KinerjaCore

/// What was known at one moment, day by day.
public struct KnownTimeline<Value: Sendable>: Sendable {
  /// The stretches in order, without overlap; days between them are those of which nothing was
  /// known.
  public let stretches: [KnownStretch<Value>]

  /// Lays statements over each other, the last on top.
  init(_ statements: [(position: UInt64, statement: BitemporalStatement<Value>)]) {
    // The calendar falls into pieces at the edges of the statements; each piece belongs to the last
    // statement that covers it. Numbers of days, so that what has no end has an edge too.
    let ranges = statements.map { $0.statement.days }
    let edges = Set(ranges.flatMap { [$0.from.number, $0.lastDay.number + 1] }).sorted()
    let pieces = Dictionary(uniqueKeysWithValues: edges.enumerated().map { ($1, $0) })
    var owners = [Int?](repeating: nil, count: edges.count)
    // For each piece, the next one without an owner; followed and shortened as in union-find.
    var free = Array(0...edges.count)
    func firstFree(_ piece: Int) -> Int {
      var piece = piece
      while free[piece] != piece {
        free[piece] = free[free[piece]]
        piece = free[piece]
      }
      return piece
    }
    for (index, range) in ranges.enumerated().reversed() {
      guard let first = pieces[range.from.number], let end = pieces[range.lastDay.number + 1]
      else { continue }
      var piece = firstFree(first)
      while piece < end {
        owners[piece] = index
        free[piece] = piece + 1
        piece = firstFree(piece)
      }
    }
    var stretches: [KnownStretch<Value>] = []
    var piece = 0
    while piece < edges.count {
      guard let owner = owners[piece] else {
        piece += 1
        continue
      }
      let first = piece
      while piece < edges.count, owners[piece] == owner { piece += 1 }
      let (position, statement) = statements[owner]
      guard
        let value = statement.value,
        let days = statement.days.cut(from: edges[first], before: edges[piece])
      else { continue }
      stretches.append(
        KnownStretch(
          days: days, value: value, recorded: statement.recorded, position: position))
    }
    self.stretches = stretches
  }

  /// What was known about a day; nil if nothing was.
  public func value(on day: Day) -> Value? { stretch(on: day)?.value }

  /// What was known about a day, and from which event.
  ///
  /// - Complexity: O(log *n*).
  public func stretch(on day: Day) -> KnownStretch<Value>? {
    var (low, high) = (0, stretches.count)
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].days.lastDay < day { low = middle + 1 } else { high = middle }
    }
    guard low < stretches.count, stretches[low].days.contains(day) else { return nil }
    return stretches[low]
  }

  /// What was known about some days, cut at their edges.
  public func during(_ days: DayRange) -> [KnownStretch<Value>] {
    stretches.compactMap { stretch in
      stretch.days.intersection(days).map {
        KnownStretch(
          days: $0, value: stretch.value, recorded: stretch.recorded, position: stretch.position)
      }
    }
  }

  /// What was known about a period.
  public func during(_ period: Period) -> [KnownStretch<Value>] { during(period.days) }
}

extension KnownTimeline: Equatable where Value: Equatable {}

extension Day {
  fileprivate var number: Int { Int(daysSince1970) }
}

extension DayRange {
  /// The part between two edges; it has no end where the range has none.
  fileprivate func cut(from first: Int, before end: Int) -> DayRange? {
    guard let from = try? Day(daysSince1970: first), let last = try? Day(daysSince1970: end - 1)
    else { return nil }
    let through = isOpen && last == lastDay ? nil : last
    return try? DayRange(from: from, through: through)
  }
}
