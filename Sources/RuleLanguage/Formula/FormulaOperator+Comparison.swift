// Comparisons turned over.
extension FormulaOperator {
  /// The comparison that holds where this one does not; nil for what is none.
  var opposite: FormulaOperator? {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .atLeast
    case .atLeast: .less
    case .greater: .atMost
    case .atMost: .greater
    case .or, .and, .plus, .minus, .times, .over: nil
    }
  }

  /// The comparison with both sides changed over; nil for what is none.
  var mirrored: FormulaOperator? {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .atMost: .atLeast
    case .greater: .less
    case .atLeast: .atMost
    case .or, .and, .plus, .minus, .times, .over: nil
    }
  }
}
