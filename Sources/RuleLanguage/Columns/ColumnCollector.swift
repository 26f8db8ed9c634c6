import KinerjaCore

/// Collects what the lanes of one block of rows found, and asks the exact evaluator where they are
/// not certain.
struct ColumnCollector {
  let run: ColumnRun
  var outcome: ColumnOutcome
  var evaluator: Evaluator<NoVisitor>
  /// How many people have each code; only those of the scale count in the end.
  var frequencies = Array(repeating: 0, count: 4 * 256)

  init(_ run: ColumnRun, _ rows: Range<Int>) {
    self.run = run
    outcome = run.nothing
    evaluator = Evaluator(run.compiled.program, visitor: NoVisitor())
    if run.category != nil { outcome.codes.reserveCapacity(rows.count) }
  }

  mutating func finish() -> ColumnOutcome {
    for code in outcome.counts.indices {
      for lane in 0..<4 { outcome.counts[code] += frequencies[lane * 256 + code] }
    }
    return outcome
  }

  // MARK: - Lanes

  /// Collects the strip that a block has computed.
  mutating func collect(_ block: LaneBlock) {
    guard let redo = run.plan.redo[.person] else { return }
    for (level, register) in run.plan.redo {
      if case .list(let list) = level { block.gather(register, of: list, into: redo) }
    }
    let marks = block.bytes(redo)
    var any: UInt8 = 0
    for index in 0..<block.rows.count { any |= marks[index] }
    let isCertain = any == 0
    collectCodes(block)
    for (index, slot) in run.sums.enumerated() {
      switch run.plan.outputs[slot] {
      case .exact(let register):
        add(register, to: index, block, marks: isCertain ? nil : marks)
      case .filtered(let register):
        let (value, error) = (block.doubles(register.value), block.doubles(register.error))
        for row in 0..<block.rows.count where marks[row] == 0 {
          outcome.sums[index].add(value[row], within: error[row])
        }
      case .codes, nil: break
      }
    }
    for (index, slot) in run.values.enumerated() { keep(slot, at: index, block, marks: marks) }
    guard !isCertain else { return }
    for row in 0..<block.rows.count where marks[row] != 0 { replace(row, in: block) }
  }

  private mutating func collectCodes(_ block: LaneBlock) {
    guard let slot = run.category, case .codes(let register) = run.plan.outputs[slot] else {
      return
    }
    let (codes, count) = (block.bytes(register), block.rows.count)
    outcome.codes.append(contentsOf: UnsafeBufferPointer(start: codes, count: count))
    frequencies.withUnsafeMutableBufferPointer { buffer in
      guard let frequencies = buffer.baseAddress else { return }
      // Four tables, so that neighbours with one category do not wait for each other.
      let whole = count & ~3
      for row in stride(from: 0, to: whole, by: 4) {
        frequencies[Int(codes[row])] &+= 1
        frequencies[256 &+ Int(codes[row &+ 1])] &+= 1
        frequencies[512 &+ Int(codes[row &+ 2])] &+= 1
        frequencies[768 &+ Int(codes[row &+ 3])] &+= 1
      }
      for row in whole..<count { frequencies[Int(codes[row])] &+= 1 }
    }
  }

  private mutating func add(
    _ register: ExactRegister, to index: Int, _ block: LaneBlock,
    marks: UnsafePointer<UInt8>?
  ) {
    let count = block.rows.count
    guard let marks else {
      let sum =
        switch register.kind {
        case .short: Self.sum(block.shorts(register.index), count)
        case .float: Self.sum(block.floats(register.index), count)
        case .double: Self.sum(block.doubles(register.index), count)
        }
      if let sum {
        outcome.sums[index].add(whole: sum, of: count)
        return
      }
      for row in 0..<count { add(register, row, to: index, block) }
      return
    }
    for row in 0..<count where marks[row] == 0 { add(register, row, to: index, block) }
  }

  private mutating func add(
    _ register: ExactRegister, _ row: Int, to index: Int, _ block: LaneBlock
  ) {
    outcome.sums[index].add(whole: Int64(Self.number(register, row, block)), of: 1)
  }

  private static func number(_ register: ExactRegister, _ row: Int, _ block: LaneBlock) -> Double {
    switch register.kind {
    case .short: Double(block.shorts(register.index)[row])
    case .float: Double(block.floats(register.index)[row])
    case .double: block.doubles(register.index)[row]
    }
  }

  private static func sum(_ numbers: UnsafePointer<Int16>, _ count: Int) -> Int64? {
    // A strip has far fewer than 2¹⁶ rows.
    var sum: Int32 = 0
    for row in 0..<count { sum &+= Int32(numbers[row]) }
    return Int64(sum)
  }

  /// The sum of whole numbers; nil if doubles might have rounded it.
  @inline(__always)
  private static func sum<L: Lane>(_ numbers: UnsafePointer<L>, _ count: Int) -> Int64? {
    var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0)
    let whole = count & ~3
    for row in stride(from: 0, to: whole, by: 4) {
      a += numbers[row].double
      b += numbers[row &+ 1].double
      c += numbers[row &+ 2].double
      d += numbers[row &+ 3].double
    }
    for row in whole..<count { a += numbers[row].double }
    let limit = 0x1p50
    guard a.magnitude < limit, b.magnitude < limit, c.magnitude < limit, d.magnitude < limit
    else { return nil }
    return Int64(a + b + c + d)
  }

  private mutating func keep(
    _ slot: Int, at index: Int, _ block: LaneBlock, marks: UnsafePointer<UInt8>
  ) {
    switch run.plan.outputs[slot] {
    case .exact(let register):
      let scale = Double(Int64(clamping: register.denominator))
      for row in 0..<block.rows.count {
        outcome.values[index].values.append(Self.number(register, row, block) / scale)
      }
      if register.denominator > LaneKind.double.limit { outcome.values[index].bound = .infinity }
    case .filtered(let register):
      let (value, error) = (block.doubles(register.value), block.doubles(register.error))
      for row in 0..<block.rows.count {
        outcome.values[index].values.append(value[row])
        // Who is evaluated exactly has no error, and in lanes perhaps one without limit.
        guard marks[row] == 0 else { continue }
        outcome.values[index].bound = max(outcome.values[index].bound, error[row])
      }
    case .codes, nil: break
    }
  }
}
