import KinerjaCore

/// What a rule asks of the rows of a column beyond their type.
///
/// A row that does not keep to it is refused, by the exact evaluator, which says why.
struct ColumnDemand: Sendable {
  /// The whole numbers in the input's range; none if the first is greater than the last.
  private let least: Int128
  private let greatest: Int128
  /// The whole numbers with no more decimals than the input may have are its multiples.
  let step: Int64
  let isRequired: Bool
  /// What the numbers may be in a row that the rule takes.
  let limits: ClosedRange<Int64>
  /// Whether the column may hold numbers out of range.
  let mayLeaveRange: Bool

  init(of column: RuleColumn, as slot: Program.Slot) {
    isRequired = slot.isRequired
    guard case .numbers(let storage, let decimals) = column.content,
      (0...Points.mostPlaces).contains(decimals)
    else {
      (least, greatest, step, limits, mayLeaveRange) = (.min, .max, 1, 0...0, false)
      return
    }
    let unit = Ratio(Points(mantissa: 1, places: decimals))
    let held = storage.limits
    least = slot.range.map { Self.whole($0.lowerBound, in: unit, isUp: true) } ?? .min
    greatest = slot.range.map { Self.whole($0.upperBound, in: unit, isUp: false) } ?? .max
    mayLeaveRange = least > held.lowerBound || greatest < held.upperBound
    let first = Int64(clamping: max(least, Int128(held.lowerBound)))
    let last = Int64(clamping: min(greatest, Int128(held.upperBound)))
    limits = first <= last ? first...last : held
    if let most = slot.decimals, most >= 0, most < decimals {
      step = Int64(Ratio(Points(mantissa: 1, places: decimals - most)).denominator)
    } else {
      step = 1
    }
  }

  /// Whether a number may stand in the column.
  @inline(__always)
  func allows(_ whole: Int64) -> Bool {
    (!mayLeaveRange || isInRange(whole)) && (step == 1 || whole % step == 0)
  }

  func isInRange(_ whole: Int64) -> Bool { least <= whole && whole <= greatest }

  /// A limit in whole units; one that does not fit is beyond all columns.
  private static func whole(_ limit: Ratio, in unit: Ratio, isUp: Bool) -> Int128 {
    guard let scaled = try? limit / unit else { return limit.sign < 0 ? .min : .max }
    let (whole, rest) = scaled.numerator.quotientAndRemainder(dividingBy: scaled.denominator)
    if isUp { return rest > 0 ? whole + 1 : whole }
    return rest < 0 ? whole - 1 : whole
  }
}
