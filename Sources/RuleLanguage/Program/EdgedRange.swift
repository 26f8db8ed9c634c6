package import KinerjaCore

/// A limit of a range of numbers.
package struct ResolvedEdge: Sendable, Hashable {
  package let value: Ratio
  /// Whether the number at the limit belongs to the range.
  package let isClosed: Bool
}

/// A part of a table for the numbers between two limits.
package protocol EdgedRange {
  var lower: ResolvedEdge? { get }
  var upper: ResolvedEdge? { get }
}

/// How a range borders on the one that follows it.
enum RangeBorder { case meets, overlaps, leavesHole }

extension EdgedRange {
  package func contains(_ number: Ratio) -> Bool {
    guard starts(by: number) else { return false }
    guard let upper else { return true }
    return number < upper.value || (upper.isClosed && number == upper.value)
  }

  /// Whether a number is not below the range.
  package func starts(by number: Ratio) -> Bool {
    guard let lower else { return true }
    return number > lower.value || (lower.isClosed && number == lower.value)
  }

  /// Whether no number can be in it.
  var isEmpty: Bool {
    guard let lower, let upper else { return false }
    return upper.value < lower.value
      || (upper.value == lower.value && !(upper.isClosed && lower.isClosed))
  }

  /// Whether it stands before another by its lower edge.
  func isBefore(_ other: some EdgedRange) -> Bool {
    guard let own = lower else { return other.lower != nil }
    guard let their = other.lower else { return false }
    return own.value < their.value || (own.value == their.value && own.isClosed && !their.isClosed)
  }

  /// How it borders on the one that follows it.
  func border(to next: some EdgedRange) -> RangeBorder {
    guard let end = upper, let start = next.lower else { return .overlaps }
    if end.value > start.value { return .overlaps }
    if end.value < start.value { return .leavesHole }
    if end.isClosed && start.isClosed { return .overlaps }
    return end.isClosed || start.isClosed ? .meets : .leavesHole
  }

  /// The range as it is written, such as "76 ≤ x < 91".
  package func text(_ convention: DecimalConvention) -> String {
    var text = "x"
    if let lower { text = "\(lower.value.text(convention)) \(lower.isClosed ? "≤" : "<") \(text)" }
    if let upper { text = "\(text) \(upper.isClosed ? "≤" : "<") \(upper.value.text(convention))" }
    return lower == nil && upper == nil ? "–∞ < x < ∞" : text
  }
}
