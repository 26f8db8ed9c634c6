import KinerjaCore
import KinerjaTables

extension RatingRows {
  /// The ratings in order, and how many were missing.
  func sorted(by work: ParallelBlocks) throws(InvalidInput) -> (RatingStorage, missingCount: Int) {
    var problems = Diagnostics()
    let found = try Self.finish { () throws(CancellationError) in try levels(by: work) }
    found.report(to: &problems, of: self)
    var hasFalseNames = false
    func ranked<Name>(_ codes: RatingCodes<Name>) -> RankedNames<Name> {
      RankedNames(codes, isUsed: codes.usedNames(in: found.levels)) { fault, number in
        hasFalseNames = true
        let row = codes.firstRow(of: number, in: found.levels)
        problems.add(
          fault.diagnostic.kind, fault.diagnostic.values, at: place(row, codes.column))
      }
    }
    let (ratees, raters, items) = (ranked(ratee), ranked(rater), ranked(item))
    let (times, roles) = (time.map(ranked), role.map(ranked))
    let labels = groups.map { ranked($0.codes) }
    // Rows with names that are none cannot be put in order.
    if hasFalseNames { try problems.throwIfAny() }

    var result = RatingStorage()
    (result.ratees, result.raters, result.items) = (ratees.names, raters.names, items.names)
    (result.times, result.roles) = (times?.names ?? [], roles?.names ?? [])
    var sides: [SideColumn] = []
    if let role, let roles, !roles.names.isEmpty { sides.append(SideColumn(role, roles)) }
    if let order, found.hasOrders { sides.append(SideColumn(order)) }
    for (group, labels) in zip(groups, labels) where !labels.names.isEmpty {
      sides.append(SideColumn(group.codes, labels))
    }
    let sorter = RatingSorter(
      rows: self, levels: found.levels, order: RateeOrder(ratee, ratees, found.levels),
      items: items, raters: raters, times: times, sides: sides)
    var columns = sides.map { _ in PackedIntegers() }
    let repeats = try Self.finish { () throws(CancellationError) in
      try sorter.sort(into: &result.cells, &columns, by: work)
    }
    for row in repeats { problems.add(.ratedTwice, at: place(row, nil)) }
    try problems.throwIfAny()

    var rest = columns[...]
    if !result.roles.isEmpty { result.role = rest.removeFirst() }
    if found.hasOrders { result.order = rest.removeFirst() }
    for (group, labels) in zip(groups, labels) where !labels.names.isEmpty {
      result.groups.append(
        RatingGroup(name: group.name, labels: labels.names, codes: rest.removeFirst()))
    }
    result.countSelfRatings()
    return (result, found.missingCount)
  }

  private static func finish<Value>(
    _ work: () throws(CancellationError) -> Value
  ) throws(InvalidInput) -> Value {
    do throws(CancellationError) {
      return try work()
    } catch {
      throw InvalidInput(Diagnostic(.readingCancelled))
    }
  }
}

/// The levels of rows, and what is wrong with rows.
struct RowLevels: Sendable {
  /// By row, the position of its level in the scale; −1 where no rating is, or none that counts.
  var levels: [Int16] = []
  var missingCount = 0
  var hasOrders = false
  var nameless: [Int] = []
  var offScale: [(row: Int, value: Int64)] = []
  var negativeOrders: [Int] = []

  mutating func append(_ other: RowLevels) {
    levels += other.levels
    missingCount += other.missingCount
    hasOrders = hasOrders || other.hasOrders
    nameless += other.nameless
    offScale += other.offScale
    negativeOrders += other.negativeOrders
  }

  func report(to problems: inout Diagnostics, of rows: RatingRows) {
    let scale = DiagnosticValue.text(rows.scale.id.text)
    var found = nameless.map { (row: $0, diagnostic: Diagnostic(.namelessRating)) }
    found += offScale.map {
      ($0.row, Diagnostic(.ratingOffScale, ["value": .integer($0.value), "scale": scale]))
    }
    found += negativeOrders.map { ($0, Diagnostic(.negativeOrder)) }
    for (row, diagnostic) in found.sorted(by: { $0.row < $1.row }) {
      problems.add(diagnostic.kind, diagnostic.values, at: rows.place(row, nil))
    }
  }
}

extension RatingRows {
  fileprivate func levels(by work: ParallelBlocks) throws(CancellationError) -> RowLevels {
    let positions = LevelPositions(scale)
    let parts = try work.map(count: rowCount, size: Self.blockSize) { levels(of: $0, positions) }
    var all = RowLevels()
    all.levels.reserveCapacity(rowCount)
    for part in parts { all.append(part) }
    return all
  }

  private func levels(of rows: Range<Int>, _ positions: LevelPositions) -> RowLevels {
    var found = RowLevels()
    found.levels.reserveCapacity(rows.count)
    let nameless = [ratee.missing, rater.missing, item.missing].compactMap(\.self)
    for (row, value) in zip(rows, value.widened(in: rows)) {
      var level: Int16 = -1
      if missing?.contains(row) == true {
        found.missingCount += 1
      } else if nameless.contains(where: { $0.contains(row) }) {
        found.nameless.append(row)
      } else if let position = positions[value] {
        level = position
        if let order = order?[row] {
          found.hasOrders = true
          if order < 0 { found.negativeOrders.append(row) }
        }
      } else {
        found.offScale.append((row, value))
      }
      found.levels.append(level)
    }
    return found
  }
}

/// The position of a value's level in a scale.
private struct LevelPositions: Sendable {
  private let scale: RatingScale
  private let lowest: Int64
  // From the lowest value on, for scales without wide gaps.
  private var byValue: [Int16] = []

  init(_ scale: RatingScale) {
    self.scale = scale
    lowest = Int64(scale.lowest.value)
    let (span, overflow) = scale.highest.value.subtractingReportingOverflow(scale.lowest.value)
    guard !overflow, span < 1 << 12 else { return }
    byValue = [Int16](repeating: -1, count: span + 1)
    for (position, level) in scale.levels.enumerated() {
      byValue[level.value - scale.lowest.value] = Int16(position)
    }
  }

  @inline(__always)
  subscript(value: Int64) -> Int16? {
    let (distance, overflow) = value.subtractingReportingOverflow(lowest)
    if !byValue.isEmpty {
      guard !overflow, distance >= 0, distance < byValue.count else { return nil }
      let position = byValue[Int(distance)]
      return position < 0 ? nil : position
    }
    return Int(exactly: value).flatMap { scale.position(of: $0) }.flatMap { Int16(exactly: $0) }
  }
}
