import KinerjaCore
import KinerjaTables

/// Ratings on their way into a ``RatingSet``: numbers in the order of the input.
struct RatingRows: Sendable {
  /// Rows that one thread looks at in one go.
  static let blockSize = 1 << 16

  let scale: RatingScale
  let rowCount: Int
  let ratee: RatingCodes<PersonID>
  let rater: RatingCodes<PersonID>
  let item: RatingCodes<ItemID>
  /// By row the value of a level, anything where missing.
  let value: PackedIntegers
  let missing: BitSet?
  var role: RatingCodes<RaterRole>?
  var time: RatingCodes<Int>?
  var order: IntegerColumn?
  var groups: [(name: String, codes: RatingCodes<String>)] = []
  /// Where the rating of a row stands in the input, or something else of that row.
  let place: @Sendable (_ row: Int, _ column: String?) -> SourcePlace

  init(_ ratings: some Sequence<Rating>, scale: RatingScale) {
    let ratings = Array(ratings)
    self.scale = scale
    rowCount = ratings.count
    ratee = RatingCodes(ratings.lazy.map(\.ratee))
    rater = RatingCodes(ratings.lazy.map(\.rater))
    item = RatingCodes(ratings.lazy.map(\.item))
    value = PackedIntegers(ratings.map { Int64($0.value) })
    missing = nil
    if ratings.contains(where: { $0.role != nil }) {
      role = RatingCodes(ratings.lazy.map(\.role))
    }
    if ratings.contains(where: { $0.time != nil }) {
      time = RatingCodes(ratings.lazy.map(\.time))
    }
    if ratings.contains(where: { $0.order != nil }) {
      order = IntegerColumn(ratings.lazy.map(\.order))
    }
    for name in Set(ratings.lazy.flatMap(\.groups.keys)).sorted() {
      groups.append((name, RatingCodes(ratings.lazy.map { $0.groups[name] })))
    }
    place = { row, _ in SourcePlace(path: [.index(row)]) }
  }

  init(_ table: Table, _ layout: RatingLayout, scale: RatingScale) throws(InvalidInput) {
    self.scale = scale
    let rows = table.rowCount
    let columns = RatingColumnNames(layout, in: table)
    let times = columns.values.count
    rowCount = rows * times
    let perColumn = RatingCodes<String>(
      PackedIntegers.numbers(of: times, each: rows), names: columns.values)
    ratee = RatingCodes(layout.ratee, of: table, times: times)
    rater =
      layout.form == .columnPerRater
      ? try perColumn.identifiers(in: table) : RatingCodes(layout.rater, of: table, times: times)
    if layout.form == .columnPerItem {
      item = try perColumn.identifiers(in: table)
    } else if layout.form == .columnPerRater, table.column(named: layout.item) == nil {
      item = RatingCodes(PackedIntegers(zeros: rowCount), names: [layout.onlyItem])
    } else {
      item = RatingCodes(layout.item, of: table, times: times)
    }
    var values = PackedIntegers()
    var missing = BitSet()
    if times == 1 {
      let column = table.integers(columns.values[0])
      (values, missing) = (column.packed, column.missing ?? missing)
    } else {
      for (number, name) in columns.values.enumerated() {
        let column = table.integers(name)
        values.append(contentsOf: column.values)
        for row in column.missing?.members ?? [] { missing.insert(number * rows + row) }
      }
    }
    value = values
    self.missing = missing.isEmpty ? nil : missing
    role = columns.role.map { RatingCodes($0, of: table, times: times) }
    time = columns.time.map { RatingCodes(table.integers($0), times: times) }
    order = columns.order.map { table.integers($0).repeated(times) }
    groups = columns.groups.map { ($0, RatingCodes(texts: $0, of: table, times: times)) }
    let names = columns.values
    place = { row, column in
      table.place(ofRow: row % max(1, rows), column ?? names[row / max(1, rows)])
    }
  }
}

/// Which columns of a table hold what.
private struct RatingColumnNames {
  /// The columns of ratings.
  let values: [String]
  let role: String?
  let time: String?
  let order: String?
  let groups: [String]

  init(_ layout: RatingLayout, in table: Table) {
    func present(_ name: String?) -> String? {
      name.flatMap { table.column(named: $0) == nil ? nil : $0 }
    }
    role = present(layout.role)
    time = present(layout.time)
    order = present(layout.order)
    let named =
      [layout.ratee, layout.rater, layout.item, layout.rating]
      + [role, time, order].compactMap(\.self)
    let others = table.columnNames.filter { !named.contains($0) && !layout.groups.contains($0) }
    groups = (layout.groups + others.filter { RatingLayout.isGroup($0) }).sorted()
    values = layout.form == .long ? [layout.rating] : others.filter { !RatingLayout.isGroup($0) }
  }
}

extension RatingCodes where Name == String {
  /// The names of columns as identifiers.
  fileprivate func identifiers<Kind>(
    in table: Table
  ) throws(InvalidInput) -> RatingCodes<Identifier<Kind>> {
    var problems = Diagnostics(at: SourcePlace(file: table.file))
    var names: [Identifier<Kind>] = []
    for number in 0..<nameCount {
      guard case .success(let text) = name(number) else { continue }
      do throws(InvalidIdentifier) {
        names.append(try Identifier<Kind>(text))
      } catch {
        problems.add(
          Diagnostic(
            error.diagnostic.kind, error.diagnostic.values, at: SourcePlace(path: [.key(text)])))
      }
    }
    try problems.throwIfAny()
    return RatingCodes<Identifier<Kind>>(numbers, names: names)
  }
}

extension PackedIntegers {
  /// 0 so often, then 1 so often, and so on.
  fileprivate static func numbers(of count: Int, each times: Int) -> PackedIntegers {
    guard count != 1 else { return PackedIntegers(zeros: times) }
    var result = PackedIntegers()
    for number in 0..<count {
      result.append(contentsOf: [Int64](repeating: Int64(number), count: times))
    }
    return result
  }
}

extension IntegerColumn {
  fileprivate func repeated(_ times: Int) -> IntegerColumn {
    IntegerColumn(
      packed: packed.repeated(times), missing: missing?.repeated(times, of: count))
  }
}
