/// Whole numbers in the narrowest of 1, 2, 4 or 8 bytes that holds them all.
///
/// The width follows from the values alone, so equal lists are equal bytes however they were filled.
package struct PackedIntegers: Sendable, Hashable {
  private enum Storage: Hashable {
    case bytes([Int8])
    case halves([Int16])
    case words([Int32])
    case longs([Int64])
  }

  private var storage = Storage.bytes([])

  package init() {}

  package init(_ values: [Int64]) { append(contentsOf: values) }

  package init(zeros count: Int) { storage = .bytes(Array(repeating: 0, count: count)) }

  package var count: Int {
    switch storage {
    case .bytes(let values): values.count
    case .halves(let values): values.count
    case .words(let values): values.count
    case .longs(let values): values.count
    }
  }

  package subscript(position: Int) -> Int64 {
    switch storage {
    case .bytes(let values): Int64(values[position])
    case .halves(let values): Int64(values[position])
    case .words(let values): Int64(values[position])
    case .longs(let values): values[position]
    }
  }

  /// How many bytes a value takes.
  package var width: Int {
    switch storage {
    case .bytes: 1
    case .halves: 2
    case .words: 4
    case .longs: 8
    }
  }

  package mutating func append(contentsOf values: [Int64]) {
    var range: (Int64, Int64) = (0, 0)
    for value in values { range = (min(range.0, value), max(range.1, value)) }
    widen(for: range)
    // The list leaves `self` while it grows, so that it stays uniquely referenced.
    switch storage {
    case .bytes(var list):
      storage = .bytes([])
      for value in values { list.append(Int8(truncatingIfNeeded: value)) }
      storage = .bytes(list)
    case .halves(var list):
      storage = .bytes([])
      for value in values { list.append(Int16(truncatingIfNeeded: value)) }
      storage = .halves(list)
    case .words(var list):
      storage = .bytes([])
      for value in values { list.append(Int32(truncatingIfNeeded: value)) }
      storage = .words(list)
    case .longs(var list):
      storage = .bytes([])
      list.append(contentsOf: values)
      storage = .longs(list)
    }
  }

  /// Appends every `step`-th of some numbers from the one at `first`, nought in place of negative ones.
  mutating func append(_ numbers: [Int32], from first: Int, step: Int) {
    var values: [Int64] = []
    values.reserveCapacity(numbers.count / step + 1)
    var position = first
    while position < numbers.count {
      values.append(Int64(max(numbers[position], 0)))
      position += step
    }
    append(contentsOf: values)
  }

  private mutating func widen(for range: (Int64, Int64)) {
    let needed =
      if Int8(exactly: range.0) != nil, Int8(exactly: range.1) != nil {
        1
      } else if Int16(exactly: range.0) != nil, Int16(exactly: range.1) != nil {
        2
      } else if Int32(exactly: range.0) != nil, Int32(exactly: range.1) != nil {
        4
      } else {
        8
      }
    guard needed > width else { return }
    switch needed {
    case 2: storage = .halves((0..<count).map { Int16(self[$0]) })
    case 4: storage = .words((0..<count).map { Int32(self[$0]) })
    default: storage = .longs((0..<count).map { self[$0] })
    }
  }

  /// All values, copied into one width.
  package var widened: [Int64] {
    switch storage {
    case .bytes(let values): values.map(Int64.init)
    case .halves(let values): values.map(Int64.init)
    case .words(let values): values.map(Int64.init)
    case .longs(let values): values
    }
  }

  /// All values as 32-bit numbers; those that do not fit lose their high bits.
  package var asInt32: [Int32] {
    switch storage {
    case .bytes(let values): values.map(Int32.init)
    case .halves(let values): values.map(Int32.init)
    case .words(let values): values
    case .longs(let values): values.map { Int32(truncatingIfNeeded: $0) }
    }
  }

  /// Some values as 32-bit numbers; those that do not fit lose their high bits.
  package func asInt32(in range: Range<Int>) -> [Int32] {
    switch storage {
    case .bytes(let values): values[range].map(Int32.init)
    case .halves(let values): values[range].map(Int32.init)
    case .words(let values): Array(values[range])
    case .longs(let values): values[range].map { Int32(truncatingIfNeeded: $0) }
    }
  }

  /// Some values, copied into one width.
  package func widened(in range: Range<Int>) -> [Int64] {
    switch storage {
    case .bytes(let values): values[range].map(Int64.init)
    case .halves(let values): values[range].map(Int64.init)
    case .words(let values): values[range].map(Int64.init)
    case .longs(let values): Array(values[range])
    }
  }

  /// The values at some places, as 32-bit numbers; those that do not fit lose their high bits.
  package func asInt32(at places: some Collection<Int32>) -> [Int32] {
    switch storage {
    case .bytes(let values): places.map { Int32(values[Int($0)]) }
    case .halves(let values): places.map { Int32(values[Int($0)]) }
    case .words(let values): places.map { values[Int($0)] }
    case .longs(let values): places.map { Int32(truncatingIfNeeded: values[Int($0)]) }
    }
  }

  /// The values at some places.
  package func widened(at places: some Collection<Int32>) -> [Int64] {
    switch storage {
    case .bytes(let values): places.map { Int64(values[Int($0)]) }
    case .halves(let values): places.map { Int64(values[Int($0)]) }
    case .words(let values): places.map { Int64(values[Int($0)]) }
    case .longs(let values): places.map { values[Int($0)] }
    }
  }
}
