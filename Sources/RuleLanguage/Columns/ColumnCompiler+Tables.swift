import KinerjaCore

// Look-ups in tables.
extension ColumnCompiler {
  mutating func lookup(
    _ table: ResolvedTable, key: Int, column: Int?
  ) throws(NeedsEvaluator) -> LaneValue {
    switch table.content {
    case .pieces(let pieces):
      return try value(on: pieces, at: try number(key))
    case .cells(let rows, let columns, let cells):
      let row = try place(of: try value(of: key), among: rows)
      // A table with one key is one with a single column.
      var other = LaneCode(source: .constant(0), level: .person, categories: nil)
      if let column, let columns { other = try place(of: try value(of: column), among: columns) }
      return try cell(row, other, of: cells)
    }
  }

  // MARK: - By keys

  /// The position of each value among keys; missing where it is none of them.
  private mutating func place(
    of value: LaneValue, among keys: [RuleValue: Int]
  ) throws(NeedsEvaluator) -> LaneCode {
    guard keys.count < 255 else { throw NeedsEvaluator() }
    switch value {
    case .category(let code):
      let own = code.categories ?? []
      guard own.count <= CategoryCodes.most else { throw NeedsEvaluator() }
      let codes = own.map { category in keys[.category(category)].map { UInt8($0) } ?? 255 }
      let source = materialised(code, at: code.level)
      return coded(source, codes, at: code.level, nil, missing: code.missing)
    case .number(let number):
      let sorted = keys.compactMap { key, place in key.number.map { ($0, place) } }
        .sorted { $0.0 < $1.0 }
      // Beyond the first cut of a key and not the second is the key itself.
      let cuts = sorted.flatMap { number, _ in
        [BandCut(number, isReached: true), BandCut(number, isReached: false)]
      }
      let codes: [UInt8] = [255] + sorted.flatMap { [UInt8($0.1), 255] }
      let positions = try position(of: number, among: cuts)
      return coded(positions, codes, at: number.level, nil, missing: number.missing)
    case .flag: throw NeedsEvaluator()
    }
  }

  private mutating func cell(
    _ rows: LaneCode, _ columns: LaneCode, of cells: [[RuleValue]]
  ) throws(NeedsEvaluator) -> LaneValue {
    let level = joined(rows.level, columns.level)
    let missing = united(rows.missing, columns.missing)
    let (r, c) = (materialised(rows, at: level), materialised(columns, at: level))
    let width = max(1, cells.map(\.count).max() ?? 1)
    let (all, places) = Self.flattened(cells, width: width)
    let size = 255 * width + 256
    let categories = all.compactMap(\.category)
    if !categories.isEmpty {
      let (distinct, codes) = try coded(categories)
      let table = Self.spread(codes, to: places, of: size, filling: 0)
      let target = byteRegister(at: level)
      emit { $0.look(rows: r, columns: c, width: width, in: table, at: level, to: target) }
      return .category(
        LaneCode(source: .register(target), level: level, categories: distinct, missing: missing))
    }
    let numbers = all.compactMap(\.number)
    guard !numbers.isEmpty, numbers.count == all.count else { throw NeedsEvaluator() }
    let denominator = numbers.reduce(1) { leastCommonMultiple($0, $1.denominator) }
    if let denominator, let whole = Self.whole(numbers, over: denominator) {
      let table = Self.spread(whole, to: places, of: size, filling: 0)
      let target = ExactRegister(
        index: register(at: level, width: 8), kind: .double, denominator: denominator)
      emit { $0.look(rows: r, columns: c, width: width, in: table, at: level, to: target.index) }
      let range = NumberInterval(numbers.min(), numbers.max()).joined(with: .zero)
      let atom = LaneAtom(
        source: .exact(target), level: level, denominator: denominator, numbers: range)
      return .number(self.number(atom, missing: missing))
    }
    let values = Self.spread(numbers.map { Double($0) }, to: places, of: size, filling: 0)
    let errors = values.map { $0.magnitude * FilteredSumKernel.unit }
    let target = filteredRegister(at: level)
    emit {
      $0.look(rows: r, columns: c, width: width, in: values, at: level, to: target.value)
      $0.look(rows: r, columns: c, width: width, in: errors, at: level, to: target.error)
    }
    return .number(number(target, at: level, missing: missing))
  }

  /// Cells row by row, and where each stands in a table with rows of one width.
  private static func flattened(
    _ cells: [[RuleValue]], width: Int
  ) -> (values: [RuleValue], places: [Int]) {
    let places = cells.enumerated().flatMap { row, cells in cells.indices.map { row * width + $0 } }
    return (cells.flatMap(\.self), places)
  }

  private static func spread<Value>(
    _ values: [Value], to places: [Int], of size: Int, filling: Value
  ) -> [Value] {
    var table = Array(repeating: filling, count: size)
    for (value, place) in zip(values, places) { table[place] = value }
    return table
  }

  /// Each category once, and the code of each.
  private func coded(
    _ categories: [CategoryID]
  ) throws(NeedsEvaluator) -> (distinct: [CategoryID], codes: [UInt8]) {
    var places: [CategoryID: UInt8] = [:]
    var distinct: [CategoryID] = []
    for category in categories where places[category] == nil {
      guard distinct.count < CategoryCodes.most else { throw NeedsEvaluator() }
      places[category] = UInt8(distinct.count)
      distinct.append(category)
    }
    return (distinct, categories.map { places[$0] ?? 0 })
  }

  /// Numbers times a denominator, if each is a whole number that doubles hold.
  static func whole(_ numbers: [Ratio], over denominator: Int128) -> [Double]? {
    guard let grid = try? Ratio(denominator, over: 1) else { return nil }
    var found: [Double] = []
    for number in numbers {
      guard let scaled = try? number * grid, scaled.isWhole,
        scaled.numerator.magnitude <= LaneKind.double.limit.magnitude
      else { return nil }
      found.append(Double(Int64(scaled.numerator)))
    }
    return found
  }

  // MARK: - By pieces

  private mutating func value(
    on pieces: [ResolvedTable.Piece], at number: LaneNumber
  ) throws(NeedsEvaluator) -> LaneValue {
    let cuts = BandCut.all(of: pieces)
    let positions = try position(of: number, among: cuts)
    var found: [ResolvedTable.Piece?] = []
    for position in 0...cuts.count {
      let probe = try BandCut.probe(position, among: cuts)
      found.append(probe.flatMap { probe in pieces.first { $0.contains(probe) } })
    }
    let categories = found.compactMap { $0?.category }
    if !categories.isEmpty {
      let (distinct, _) = try coded(categories)
      let codes = found.map { piece in
        piece?.category.flatMap { distinct.firstIndex(of: $0) }.map { UInt8($0) } ?? 255
      }
      return .category(
        coded(positions, codes, at: number.level, distinct, missing: number.missing))
    }
    let curves = found.map { $0?.curve ?? ResolvedTable.Curve(constant: .zero) }
    let holes = found.map { $0 == nil ? UInt8(255) : 0 }
    let missing =
      holes.contains(255)
      ? coded(positions, holes, at: number.level, nil, missing: number.missing).missing
      : number.missing
    if let whole = exact(on: found, curves, positions, at: number) {
      return .number(self.number(whole, missing: missing))
    }
    let source = try filtered(number)
    var table = LaneCurves()
    for (position, curve) in curves.enumerated() {
      table.constants[position] = Double(curve.constant)
      table.slopes[position] = Double(curve.slope)
      table.squares[position] = Double(curve.square)
    }
    let (target, level, followed) = (filteredRegister(at: number.level), number.level, table)
    emit { $0.follow(followed, at: positions, source, at: level, to: target) }
    return .number(self.number(target, at: level, missing: missing))
  }

  /// Curves in whole numbers; nil if they are not proven to fit.
  private mutating func exact(
    on pieces: [ResolvedTable.Piece?], _ curves: [ResolvedTable.Curve], _ positions: Int,
    at number: LaneNumber
  ) -> LaneAtom? {
    guard let (register, numbers) = exact(number, isDouble: true),
      let grid = try? Ratio(register.denominator, over: 1)
    else { return nil }
    // In units of the number the slopes are so much smaller.
    var (slopes, squares): ([Ratio], [Ratio]) = ([], [])
    for curve in curves {
      guard let slope = try? curve.slope / grid, let square = try? curve.square / grid / grid
      else { return nil }
      slopes.append(slope)
      squares.append(square)
    }
    let constants = curves.map(\.constant)
    let denominator = (constants + slopes + squares).reduce(1) {
      leastCommonMultiple($0, $1.denominator)
    }
    guard let denominator, let scale = try? Ratio(denominator, over: 1),
      let a = Self.whole(constants, over: denominator),
      let b = Self.whole(slopes, over: denominator),
      let c = Self.whole(squares, over: denominator)
    else { return nil }
    var range = NumberInterval.zero
    let limit = Ratio(Int64(LaneKind.double.limit))
    for (piece, curve) in zip(pieces, curves) {
      let limits = NumberInterval(piece?.lower?.value, piece?.upper?.value)
      guard let inside = numbers.met(with: limits) else { continue }
      guard let size = inside.magnitude,
        let most = try? curve.size(at: size) * scale, most <= limit,
        let steepest = try? (curve.slope.magnitude + curve.square.magnitude * size) * scale / grid,
        steepest <= limit
      else { return nil }
      range = range.joined(with: curve.values(for: inside))
    }
    var table = LaneCurves()
    table.constants.replaceSubrange(0..<a.count, with: a)
    table.slopes.replaceSubrange(0..<b.count, with: b)
    table.squares.replaceSubrange(0..<c.count, with: c)
    let target = ExactRegister(
      index: self.register(at: number.level, width: 8), kind: .double, denominator: denominator)
    let (source, level, followed) = (register.index, number.level, table)
    emit { $0.follow(followed, at: positions, source, at: level, to: target.index) }
    return LaneAtom(
      source: .exact(target), level: level, denominator: denominator, numbers: range)
  }
}

extension ResolvedTable.Piece {
  fileprivate var category: CategoryID? {
    if case .category(let category) = value { category } else { nil }
  }

  fileprivate var curve: ResolvedTable.Curve? {
    if case .curve(let curve) = value { curve } else { nil }
  }
}

extension ResolvedTable.Curve {
  /// The sum of the sizes of its parts, which no number on the way passes.
  fileprivate func size(at size: Ratio) throws(ArithmeticError) -> Ratio {
    try constant.magnitude + size * (slope.magnitude + square.magnitude * size)
  }

  fileprivate func values(for numbers: NumberInterval) -> NumberInterval {
    func only(_ number: Ratio) -> NumberInterval { NumberInterval(number, number) }
    return only(constant) + numbers * (only(slope) + only(square) * numbers)
  }
}
