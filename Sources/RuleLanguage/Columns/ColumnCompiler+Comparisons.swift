import KinerjaCore

// Comparisons of two numbers.
extension ColumnCompiler {
  /// Whether one number compares so with another.
  mutating func comparison(
    _ sign: FormulaOperator, _ one: LaneNumber, _ other: LaneNumber
  ) throws(NeedsEvaluator) -> LaneCode {
    let missing = united(one.missing, other.missing)
    let difference = try sum(one, other, times: -1)
    let level = difference.level
    if difference.terms.isEmpty {
      var result = constant(sign.holds(difference.constant.sign))
      result.missing = missing
      return result
    }
    var bare = difference
    bare.constant = .zero
    let flags = byteRegister(at: level)
    let result = LaneCode(
      source: .register(flags), level: level, categories: nil, missing: missing)
    if let exact = exact(bare, isDouble: false),
      let grid = try? Ratio(exact.register.denominator, over: 1),
      let edge = try? (-difference.constant) * grid,
      let test = sign.threshold(at: edge)
    {
      let register = exact.register
      switch test {
      case .always(let holds): emit { $0.fill(flags, with: holds ? 1 : 0, at: level) }
      case .test(let kind, let threshold):
        emit { $0.test(register, kind, threshold, at: level, to: flags) }
      }
      return result
    }
    let register = try filtered(difference)
    let redo = byteRegister(at: level)
    emit {
      $0.fill(redo, with: 0, at: level)
      $0.testSign(
        register, { sign.holds($0 < 0 ? -1 : $0 > 0 ? 1 : 0) }, at: level, to: flags, redo: redo)
    }
    addRedo(redo, unless: missing, at: level)
    return result
  }
}

/// A comparison of whole numbers with a number.
enum WholeTest {
  case always(Bool)
  case test(ThresholdKernel.Test, Int64)
}

extension FormulaOperator {
  /// Whether the comparison holds for a difference with a sign.
  func holds(_ sign: Int) -> Bool {
    switch self {
    case .less: sign < 0
    case .atMost: sign <= 0
    case .greater: sign > 0
    case .atLeast: sign >= 0
    case .equal: sign == 0
    case .notEqual: sign != 0
    default: false
    }
  }

  /// The comparison of whole numbers with `edge`; nil if it does not fit.
  func threshold(at edge: Ratio) -> WholeTest? {
    guard edge.magnitude < 0x10_0000_0000_0000, let low = try? edge.rounded(to: 0, .floor) else {
      return nil
    }
    let next = low.mantissa + 1
    let reached = edge.isWhole ? low.mantissa : next
    switch self {
    case .less: return .test(.below, reached)
    case .atMost: return .test(.below, next)
    case .greater: return .test(.atLeast, next)
    case .atLeast: return .test(.atLeast, reached)
    case .equal: return edge.isWhole ? .test(.equal, reached) : .always(false)
    case .notEqual: return edge.isWhole ? .test(.different, reached) : .always(true)
    default: return nil
    }
  }
}
