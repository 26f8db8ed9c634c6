/// Whole numbers in the width in which they were given.
enum NumberStorage: Sendable {
  case int8([Int8])
  case uint8([UInt8])
  case int16([Int16])
  case int32([Int32])
  case int64([Int64])

  var count: Int {
    switch self {
    case .int8(let values): values.count
    case .uint8(let values): values.count
    case .int16(let values): values.count
    case .int32(let values): values.count
    case .int64(let values): values.count
    }
  }

  subscript(row: Int) -> Int64 {
    switch self {
    case .int8(let values): Int64(values[row])
    case .uint8(let values): Int64(values[row])
    case .int16(let values): Int64(values[row])
    case .int32(let values): Int64(values[row])
    case .int64(let values): values[row]
    }
  }

  /// What the width can hold; for the wide ones what is really there, which is looked up.
  var limits: ClosedRange<Int64> {
    switch self {
    case .int8: -128...127
    case .uint8: 0...255
    case .int16: -32_768...32_767
    case .int32(let values): Int64(values.min() ?? 0)...Int64(values.max() ?? 0)
    case .int64(let values): (values.min() ?? 0)...(values.max() ?? 0)
    }
  }

  /// The least and the greatest of some rows, at least one.
  func extremes(in rows: Range<Int>) -> (Int64, Int64) {
    switch self {
    case .int8(let values): Self.extremes(of: values, in: rows)
    case .uint8(let values): Self.extremes(of: values, in: rows)
    case .int16(let values): Self.extremes(of: values, in: rows)
    case .int32(let values): Self.extremes(of: values, in: rows)
    case .int64(let values): Self.extremes(of: values, in: rows)
    }
  }

  @inline(__always)
  private static func extremes<Number: FixedWidthInteger>(
    of values: [Number], in rows: Range<Int>
  ) -> (Int64, Int64) {
    values.withUnsafeBufferPointer { buffer in
      let rows = UnsafeBufferPointer(rebasing: buffer[rows])
      var (low, high) = (Number.max, Number.min)
      for index in 0..<rows.count {
        low = min(low, rows[index])
        high = max(high, rows[index])
      }
      return (Int64(low), Int64(high))
    }
  }
}
