package import KinerjaCore

/// What a rule found for many people.
package struct ColumnOutcome: Sendable {
  /// Stands for no category in ``codes``.
  package static let none: UInt8 = 255

  /// For each person the position of the category in its scale, or ``none``; empty if no category
  /// was asked for.
  package var codes: [UInt8] = []
  /// How many people have each category, worst first.
  package var counts: [Int] = []
  /// The sums that were asked for, in that order.
  package var sums: [ColumnSum] = []
  /// The values that were asked for, in that order.
  package var values: [ColumnValues] = []
  /// How many people lack a result, by reason.
  package var missing: [MissingReason: Int] = [:]
  /// How many people could not be scored.
  package var refused = 0
  /// Why, with row and input, as far as kept.
  package var problems = Diagnostics(limit: 100)
  /// How many people the exact evaluator had to decide.
  package var evaluated = 0

  /// Adds what was found for the people that follow.
  mutating func append(_ other: ColumnOutcome) {
    codes += other.codes
    for index in counts.indices { counts[index] += other.counts[index] }
    for index in sums.indices { sums[index].add(other.sums[index]) }
    for index in values.indices { values[index].append(other.values[index]) }
    missing.merge(other.missing) { $0 + $1 }
    refused += other.refused
    problems.add(contentsOf: other.problems)
    evaluated += other.evaluated
  }
}

/// The sum of a step over people, in whole numbers, so that it depends on no order.
package struct ColumnSum: Sendable {
  /// With this the values in lanes are whole; nil if they are doubles with bounds.
  let denominator: Int128?
  /// How many people have a value.
  package private(set) var count = 0
  /// The whole numbers in lanes; of doubles, the multiples of 2⁻⁴⁸ below them.
  private var whole: Int128 = 0
  /// What did not fit: numerators by denominator.
  private var strays: [Int128: Int128] = [:]
  /// How far the sum of doubles may be from the true one.
  private var doubt = 0.0
  /// Whether something was too large to add.
  private var isLost = false

  init(denominator: Int128?) { self.denominator = denominator }

  /// Adds people whose whole numbers have a sum.
  mutating func add(whole sum: Int64, of people: Int) {
    whole += Int128(sum)
    count += people
  }

  /// Adds a double within `error` of the true value.
  mutating func add(_ value: Double, within error: Double) {
    count += 1
    guard value.magnitude < 0x1p50 else {
      isLost = true
      return
    }
    whole += Int128((value * 0x1p48).rounded(.down))
    doubt += error + 0x1p-48
  }

  /// Adds an exact value.
  mutating func add(_ number: Ratio) {
    guard let denominator else {
      add(Double(number), within: Double(number).magnitude * 0x1p-53)
      return
    }
    count += 1
    let (factor, rest) = denominator.quotientAndRemainder(dividingBy: number.denominator)
    let (product, overflow) = number.numerator.multipliedReportingOverflow(by: factor)
    if rest == 0, !overflow {
      add(stray: product, over: denominator)
    } else {
      add(stray: number.numerator, over: number.denominator)
    }
  }

  private mutating func add(stray numerator: Int128, over denominator: Int128) {
    let (sum, overflow) = strays[denominator, default: 0].addingReportingOverflow(numerator)
    strays[denominator] = sum
    if overflow { isLost = true }
  }

  mutating func add(_ other: ColumnSum) {
    count += other.count
    whole += other.whole
    doubt += other.doubt
    isLost = isLost || other.isLost
    for (denominator, numerator) in other.strays { add(stray: numerator, over: denominator) }
  }

  /// The exact sum; nil if it is known within ``bounds`` only.
  package var exact: Ratio? {
    guard let denominator, !isLost, var sum = try? Ratio(whole, over: denominator) else {
      return nil
    }
    for (denominator, numerator) in strays.sorted(by: { $0.key < $1.key }) {
      guard let stray = try? Ratio(numerator, over: denominator), let next = try? sum + stray
      else { return nil }
      sum = next
    }
    return sum
  }

  /// Between which numbers the sum is; nil if something was too large to add.
  package var bounds: ClosedRange<Double>? {
    if let exact { return Double(exact).nextDown...Double(exact).nextUp }
    guard denominator == nil, !isLost else { return nil }
    let middle = Double(whole) * 0x1p-48
    let most = (doubt + middle.magnitude * 0x1p-52) * (1 + 0x1p-20)
    return middle - most...middle + most
  }
}

/// The values of a step for each person, as doubles.
package struct ColumnValues: Sendable {
  /// Not a number where the value is missing.
  package var values: [Double] = []
  /// How far a value may be from the exact one, beyond the rounding to a double.
  package var bound = 0.0

  mutating func append(_ other: ColumnValues) {
    values += other.values
    bound = max(bound, other.bound)
  }
}
