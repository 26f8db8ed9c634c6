import KinerjaCore

// Bands of a number, and cells of two categories.
extension ColumnCompiler {
  mutating func category(
    of number: LaneNumber, in table: ResolvedBands, _ scale: [CategoryID]
  ) throws(NeedsEvaluator) -> LaneCode {
    let cuts = BandCut.all(of: table.bands)
    guard scale.count < 255 else { throw NeedsEvaluator() }
    let positions = try position(of: number, among: cuts)
    var codes: [UInt8] = []
    for position in 0...cuts.count {
      let index = try BandCut.probe(position, among: cuts).map { table.index(of: $0) } ?? nil
      let place = index.flatMap { scale.firstIndex(of: table.bands[$0].category) }
      codes.append(place.map { UInt8($0) } ?? 255)
    }
    return coded(positions, codes, at: number.level, scale, missing: number.missing)
  }

  /// How many cuts each number is beyond, in bytes.
  mutating func position(
    of number: LaneNumber, among cuts: [BandCut]
  ) throws(NeedsEvaluator) -> Int {
    guard cuts.count < 255 else { throw NeedsEvaluator() }
    let level = number.level
    let positions = byteRegister(at: level)
    if let exact = exact(number, isDouble: false) {
      var thresholds: [Int64] = []
      guard let grid = try? Ratio(exact.register.denominator, over: 1) else {
        throw NeedsEvaluator()
      }
      for cut in cuts {
        guard let edge = try? cut.value * grid,
          case .test(_, let threshold) = (cut.isReached ? FormulaOperator.atLeast : .greater)
            .threshold(at: edge)
        else { throw NeedsEvaluator() }
        thresholds.append(threshold)
      }
      // An edge beyond narrow lanes would wrap or round in them.
      let most = thresholds.map(\.magnitude).max() ?? 0
      var register = exact.register
      if UInt64(register.kind.limit) < most {
        guard most <= UInt64(LaneKind.double.limit),
          let wide = self.exact(number, isDouble: true)
        else { throw NeedsEvaluator() }
        register = wide.register
      }
      let (source, edges) = (register, thresholds)
      emit { $0.position(source, among: edges, at: level, to: positions) }
    } else {
      let register = try filtered(number)
      let edges = cuts.map { Double($0.value) }
      let redo = byteRegister(at: level)
      emit {
        $0.fill(redo, with: 0, at: level)
        $0.position(register, among: edges, at: level, to: positions, redo: redo)
      }
      addRedo(redo, unless: number.missing, at: level)
    }
    return positions
  }

  /// The code of each position; 255 stands for none.
  mutating func coded(
    _ positions: Int, _ codes: [UInt8], at level: LaneLevel, _ scale: [CategoryID]?,
    missing: LaneMissing
  ) -> LaneCode {
    var result = positions
    if codes != (0..<codes.count).map({ UInt8($0) }) {
      let table = codes.map { $0 == 255 ? 0 : $0 } + Array(repeating: 0, count: 256 - codes.count)
      let target = byteRegister(at: level)
      emit { $0.look(up: positions, in: table, at: level, to: target) }
      result = target
    }
    var missing = missing
    if codes.contains(255) {
      let holes = codes.map { $0 == 255 ? UInt8(1) : 0 }
      let table = holes + Array(repeating: 0, count: 256 - holes.count)
      let mask = byteRegister(at: level)
      emit { $0.look(up: positions, in: table, at: level, to: mask) }
      missing = united(missing, .mask(mask, level: level))
    }
    return LaneCode(source: .register(result), level: level, categories: scale, missing: missing)
  }

  mutating func cell(
    rows: LaneCode, columns: LaneCode, in table: ResolvedMatrix, _ scale: [CategoryID]
  ) throws(NeedsEvaluator) -> LaneCode {
    let level = joined(rows.level, columns.level)
    let missing = united(rows.missing, columns.missing)
    let (own, their) = (rows.categories ?? [], columns.categories ?? [])
    guard max(own.count, their.count) <= CategoryCodes.most else { throw NeedsEvaluator() }
    let width = max(their.count, 1)
    var cells = Array(repeating: UInt8(0), count: 255 * width + 256)
    for (r, row) in own.enumerated() {
      for (c, column) in their.enumerated() {
        guard let category = table.cell(row: row, column: column),
          let place = scale.firstIndex(of: category), place < 255
        else { throw NeedsEvaluator() }
        cells[r * width + c] = UInt8(place)
      }
    }
    let (a, b) = (materialised(rows, at: level), materialised(columns, at: level))
    let (target, filled) = (byteRegister(at: level), cells)
    emit { $0.look(rows: a, columns: b, width: width, in: filled, at: level, to: target) }
    return LaneCode(source: .register(target), level: level, categories: scale, missing: missing)
  }
}

/// A place where the band of a number may change: from *x* ≥ value, or from *x* > value.
struct BandCut: Hashable, Comparable {
  let value: Ratio
  /// Whether the number itself is beyond the cut.
  let isReached: Bool

  init(_ value: Ratio, isReached: Bool) {
    self.value = value
    self.isReached = isReached
  }

  /// The cuts of ranges, ascending; between two neighbours every number has the same range.
  static func all(of ranges: [some EdgedRange]) -> [BandCut] {
    var cuts: Set<BandCut> = []
    for range in ranges {
      if let edge = range.lower { cuts.insert(BandCut(edge.value, isReached: edge.isClosed)) }
      if let edge = range.upper { cuts.insert(BandCut(edge.value, isReached: !edge.isClosed)) }
    }
    return cuts.sorted()
  }

  static func < (left: Self, right: Self) -> Bool {
    left.value == right.value ? left.isReached && !right.isReached : left.value < right.value
  }

  /// A number with so many cuts at or below it; nil if there is none.
  static func probe(_ position: Int, among cuts: [BandCut]) throws(NeedsEvaluator) -> Ratio? {
    do throws(ArithmeticError) {
      guard position > 0 else {
        return try cuts.first.map { cut throws(ArithmeticError) in try cut.value - 1 } ?? .zero
      }
      let cut = cuts[position - 1]
      if cut.isReached { return cut.value }
      guard position < cuts.count else { return try cut.value + 1 }
      return try (try cut.value + cuts[position].value) / 2
    } catch {
      throw NeedsEvaluator()
    }
  }
}
