import KinerjaCore

/// Rows of a table by key, each key's in the order of their first days.
struct DatedRows<Key: Hashable & Sendable>: Sendable {
  struct Row: Sendable {
    let days: DayRange
    /// The row's place in the table.
    let index: Int
  }

  private var rows: [Key: [Row]] = [:]

  init() {}

  init<Element>(_ table: [Element], by key: (Element) -> Key?, days: (Element) -> DayRange) {
    for (index, element) in table.enumerated() {
      guard let key = key(element) else { continue }
      rows[key, default: []].append(Row(days: days(element), index: index))
    }
    for key in rows.keys {
      rows[key]?.sort { ($0.days, $0.index) < ($1.days, $1.index) }
    }
  }

  /// The keys, in no stated order.
  var keys: some Collection<Key> { rows.keys }

  /// All rows of a key.
  subscript(key: Key) -> [Row] { rows[key] ?? [] }

  /// The places of a key's rows that hold on a day.
  ///
  /// - Parameter until: Lowered to the last day through which the answer stays the same.
  func indices(of key: Key, on day: Day, until: inout Day) -> [Int] {
    var found: [Int] = []
    for row in self[key] {
      if row.days.contains(day) {
        until = min(until, row.days.lastDay)
        found.append(row.index)
      } else if row.days.from > day {
        until = min(until, row.days.from.previous ?? day)
        break
      }
    }
    return found
  }
}

extension DayRange {
  /// The range cut where a value changes, each piece with its value.
  ///
  /// - Parameter value: The value on a day; lowers its second argument to the last day through which
  ///   it stays the same.
  func pieces<Value: Equatable>(
    by value: (Day, inout Day) -> Value
  ) -> [(days: DayRange, value: Value)] {
    var pieces: [(first: Day, last: Day, value: Value)] = []
    var next: Day? = from
    while let day = next, day <= lastDay {
      var until = lastDay
      let value = value(day, &until)
      if let last = pieces.last, last.value == value {
        pieces[pieces.count - 1].last = until
      } else {
        pieces.append((day, until, value))
      }
      next = until.next
    }
    return pieces.compactMap { piece in
      let end = piece.last == lastDay ? through : piece.last
      return (try? DayRange(from: piece.first, through: end)).map { ($0, piece.value) }
    }
  }
}
