/// Linear equations over the whole numbers modulo 2⁶¹ − 1, in which no division is inexact.
struct Elimination {
  static let modulus: UInt64 = (1 << 61) - 1

  let unknowns: Int
  /// By leading unknown, an equation that begins with it.
  private var rows: [Int: [UInt64]] = [:]

  init(unknowns: Int) { self.unknowns = unknowns }

  var rank: Int { rows.count }

  /// Whether an equation, the sum of some unknowns, follows from those there are.
  func isImplied(_ equation: [Int]) -> Bool { reduced(vector(equation)).allSatisfy { $0 == 0 } }

  mutating func add(_ equation: [Int]) {
    var row = reduced(vector(equation))
    guard let lead = row.firstIndex(where: { $0 != 0 }) else { return }
    let factor = Self.inverse(row[lead])
    for index in row.indices { row[index] = Self.product(row[index], factor) }
    // Kept fully reduced: no row has an entry where another leads.
    for (other, values) in rows where values[lead] != 0 {
      rows[other] = Self.subtract(row, times: values[lead], from: values)
    }
    rows[lead] = row
  }

  /// An unknown as a sum of free ones.
  func form(of unknown: Int) -> [UInt64] {
    var vector = [UInt64](repeating: 0, count: unknowns)
    vector[unknown] = 1
    return reduced(vector)
  }

  private func vector(_ equation: [Int]) -> [UInt64] {
    var vector = [UInt64](repeating: 0, count: unknowns)
    for unknown in equation { vector[unknown] += 1 }
    return vector
  }

  private func reduced(_ vector: [UInt64]) -> [UInt64] {
    var vector = vector
    for lead in vector.indices where vector[lead] != 0 {
      if let row = rows[lead] { vector = Self.subtract(row, times: vector[lead], from: vector) }
    }
    return vector
  }

  private static func subtract(
    _ row: [UInt64], times factor: UInt64, from vector: [UInt64]
  ) -> [UInt64] {
    zip(vector, row).map { value, entry in
      entry == 0 ? value : (value + modulus - product(entry, factor)) % modulus
    }
  }

  private static func product(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let (high, low) = one.multipliedFullWidth(by: other)
    return modulus.dividingFullWidth((high, low)).remainder
  }

  private static func inverse(_ value: UInt64) -> UInt64 {
    var (result, base, exponent) = (UInt64(1), value, modulus - 2)
    while exponent > 0 {
      if exponent & 1 == 1 { result = product(result, base) }
      base = product(base, base)
      exponent >>= 1
    }
    return result
  }
}
