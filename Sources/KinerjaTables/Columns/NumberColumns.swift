public import KinerjaCore

/// A column of whole numbers, in the narrowest storage that holds them.
public struct IntegerColumn: Sendable, Hashable {
  /// The rows without a value; nothing if every row has one.
  public let missing: BitSet?

  package let packed: PackedIntegers

  package init(packed: PackedIntegers, missing: BitSet?) {
    self.packed = packed
    self.missing = missing
  }

  /// Creates a column from numbers.
  public init(_ values: some Sequence<Int?>) {
    let values = Array(values)
    self.init(
      packed: PackedIntegers(values.map { Int64($0 ?? 0) }), missing: BitSet(missingIn: values))
  }

  /// How many rows there are.
  public var count: Int { packed.count }

  /// The number of a row; nothing if it is missing.
  public subscript(row: Int) -> Int? {
    let value = Int(packed[row])
    return missing?.contains(row) == true ? nil : value
  }

  /// The numbers of all rows, 0 where missing.
  ///
  /// - Complexity: O(*n*), a copy of eight bytes a row.
  public var values: [Int64] { packed.widened }
}

/// A column of exact decimals with a declared number of decimal places.
public struct DecimalColumn: Sendable, Hashable {
  /// The decimal places of every value, from 0 to 18.
  public let places: Int
  /// The rows without a value; nothing if every row has one.
  public let missing: BitSet?

  /// The values times ten to the power of ``places``, 0 where missing.
  package let mantissas: PackedIntegers

  package init(mantissas: PackedIntegers, places: Int, missing: BitSet?) {
    self.mantissas = mantissas
    self.places = places
    self.missing = missing
  }

  /// How many rows there are.
  public var count: Int { mantissas.count }

  /// The value of a row; nothing if it is missing.
  public subscript(row: Int) -> Points? {
    let mantissa = mantissas[row]
    guard missing?.contains(row) != true else { return nil }
    return Points(mantissa: mantissa, places: places)
  }
}

/// A column of binary floating-point numbers, for what statistics estimate.
public struct DoubleColumn: Sendable, Hashable {
  /// The numbers of all rows, 0 where missing.
  public let values: [Double]
  /// The rows without a value; nothing if every row has one.
  public let missing: BitSet?

  package init(values: [Double], missing: BitSet?) {
    self.values = values
    self.missing = missing
  }

  /// Creates a column from numbers.
  public init(_ values: some Sequence<Double?>) {
    let values = Array(values)
    self.init(values: values.map { $0 ?? 0 }, missing: BitSet(missingIn: values))
  }

  /// How many rows there are.
  public var count: Int { values.count }

  /// The number of a row; nothing if it is missing.
  public subscript(row: Int) -> Double? {
    let value = values[row]
    return missing?.contains(row) == true ? nil : value
  }
}

/// A column of calendar days.
public struct DayColumn: Sendable, Hashable {
  /// The rows without a value; nothing if every row has one.
  public let missing: BitSet?

  package let packed: PackedIntegers

  package init(packed: PackedIntegers, missing: BitSet?) {
    self.packed = packed
    self.missing = missing
  }

  /// Creates a column from days.
  public init(_ days: some Sequence<Day?>) {
    let days = Array(days)
    self.init(
      packed: PackedIntegers(days.map { Int64($0?.daysSince1970 ?? 0) }),
      missing: BitSet(missingIn: days))
  }

  /// How many rows there are.
  public var count: Int { packed.count }

  /// The day of a row; nothing if it is missing.
  public subscript(row: Int) -> Day? {
    let number = packed[row]
    return missing?.contains(row) == true ? nil : try? Day(daysSince1970: number)
  }
}

extension BitSet {
  /// The positions of the missing values, or nothing if none is missing.
  init?<Value>(missingIn values: [Value?]) {
    let rows = values.indices.filter { values[$0] == nil }
    guard !rows.isEmpty else { return nil }
    self.init(rows)
  }
}
