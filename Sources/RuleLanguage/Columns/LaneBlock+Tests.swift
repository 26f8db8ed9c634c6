import KinerjaCore

/// Ones where whole numbers reach a threshold, or fall short of it; or where they equal it.
struct ThresholdKernel: SourceVisitor {
  enum Test { case atLeast, below, equal, different }
  let test: Test
  let threshold: Int64
  let count: Int
  let flags: UnsafeMutablePointer<UInt8>

  @inline(__always)
  func visit(_ source: UnsafePointer<some LaneSource>) {
    let limit = Double(threshold)
    switch test {
    case .atLeast: for i in 0..<count { flags[i] = source[i].double >= limit ? 1 : 0 }
    case .below: for i in 0..<count { flags[i] = source[i].double < limit ? 1 : 0 }
    case .equal: for i in 0..<count { flags[i] = source[i].double == limit ? 1 : 0 }
    case .different: for i in 0..<count { flags[i] = source[i].double != limit ? 1 : 0 }
    }
  }
}

// Comparisons and bands.
extension LaneBlock {
  func test(
    _ register: ExactRegister, _ test: ThresholdKernel.Test, _ threshold: Int64,
    at level: LaneLevel, to flags: Int
  ) {
    withSource(
      .exact(register), at: level,
      ThresholdKernel(
        test: test, threshold: threshold, count: count(at: level), flags: bytes(flags)))
  }

  /// How many ascending thresholds each number reaches.
  func position(
    _ register: ExactRegister, among thresholds: [Int64], at level: LaneLevel, to codes: Int
  ) {
    let (count, target) = (count(at: level), bytes(codes))
    switch register.kind {
    case .short:
      Self.position(shorts(register.index), among: thresholds, count: count, to: target)
    case .float:
      Self.position(floats(register.index), among: thresholds, count: count, to: target)
    case .double:
      Self.position(doubles(register.index), among: thresholds, count: count, to: target)
    }
  }

  @inline(__always)
  private static func position<L: Lane>(
    _ numbers: UnsafePointer<L>, among thresholds: [Int64], count: Int,
    to codes: UnsafeMutablePointer<UInt8>
  ) {
    switch thresholds.count {
    case 2:
      let (one, two) = (L(whole: thresholds[0]), L(whole: thresholds[1]))
      for index in 0..<count {
        let number = numbers[index]
        codes[index] = (number >= one ? 1 : 0) &+ (number >= two ? 1 : 0)
      }
    default:
      codes.update(repeating: 0, count: count)
      for threshold in thresholds {
        let limit = L(whole: threshold)
        for index in 0..<count { codes[index] &+= numbers[index] >= limit ? 1 : 0 }
      }
    }
  }

  /// Compares numbers with nought; who is too near goes to the exact evaluator.
  func testSign(
    _ register: FilteredRegister, _ isHolding: (Double) -> Bool, at level: LaneLevel,
    to flags: Int, redo: Int
  ) {
    let (value, error) = (doubles(register.value), doubles(register.error))
    let (target, again) = (bytes(flags), bytes(redo))
    for index in 0..<count(at: level) {
      // Also false for what is no number.
      let isCertain = value[index].magnitude > error[index]
      target[index] = isHolding(value[index]) ? 1 : 0
      again[index] |= isCertain ? 0 : 1
    }
  }

  /// How many ascending edges each number passes; who is too near one goes to the exact evaluator.
  func position(
    _ register: FilteredRegister, among edges: [Double], at level: LaneLevel, to codes: Int,
    redo: Int
  ) {
    let (value, error) = (doubles(register.value), doubles(register.error))
    let (target, again) = (bytes(codes), bytes(redo))
    target.update(repeating: 0, count: count(at: level))
    for edge in edges {
      let unit = edge.magnitude * FilteredSumKernel.unit
      for index in 0..<count(at: level) {
        let distance = value[index] - edge
        let isCertain =
          distance.magnitude
          > (error[index] + unit + distance.magnitude * FilteredSumKernel.unit)
          * FilteredSumKernel.slack
        target[index] &+= distance > 0 ? 1 : 0
        again[index] |= isCertain ? 0 : 1
      }
    }
  }
}
