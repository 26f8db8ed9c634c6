import KinerjaNumerics

/// Sums over columns, four lanes side by side, each lane keeping what rounding loses (two-sum of
/// Knuth 1969, error added up as in Neumaier 1974).
///
/// Lane *k* takes every fourth term; the lanes are folded in a fixed order. So the bits depend on
/// the number of terms alone.
enum LaneSum {
  typealias Lanes = SIMD4<Double>

  /// Σ *x*.
  static func sum(_ values: UnsafeBufferPointer<Double>) -> CompensatedSum {
    accumulate(values, { $0 }, { $0 })
  }

  /// Σ *x*².
  static func squares(_ values: UnsafeBufferPointer<Double>) -> CompensatedSum {
    accumulate(values, { $0 * $0 }, { $0 * $0 })
  }

  /// Σ 1 ∕ *x*.
  static func reciprocals(_ values: UnsafeBufferPointer<Double>) -> CompensatedSum {
    accumulate(values, { 1 / $0 }, { 1 / $0 })
  }

  /// Σ (*x* − *m*)².
  static func deviations(
    _ values: UnsafeBufferPointer<Double>, from center: Double
  ) -> CompensatedSum {
    accumulate(
      values,
      {
        let deviation = $0 - center
        return deviation * deviation
      },
      {
        let deviation = $0 - center
        return deviation * deviation
      })
  }

  /// Σ *f*(*x*).
  @inline(__always)
  static func terms(
    _ values: UnsafeBufferPointer<Double>, _ term: (Double) -> Double
  ) -> CompensatedSum {
    accumulate(
      values, { Lanes(term($0[0]), term($0[1]), term($0[2]), term($0[3])) }, term)
  }

  /// Σ (*x* − *m*)(*y* − *n*) over scratch columns already centered.
  static func products(
    _ left: UnsafeBufferPointer<Double>, _ right: UnsafeBufferPointer<Double>
  ) -> Double {
    let count = min(left.count, right.count)
    var (first, second) = (Lanes(repeating: 0), Lanes(repeating: 0))
    var index = 0
    while index + 8 <= count {
      first += lanes(left, index) * lanes(right, index)
      second += lanes(left, index + 4) * lanes(right, index + 4)
      index += 8
    }
    var sum = CompensatedSum()
    let folded = first + second
    for lane in 0..<4 { sum.add(folded[lane]) }
    while index < count {
      sum.add(left[index] * right[index])
      index += 1
    }
    return sum.value
  }

  /// The smallest and the largest value of at least one.
  static func range(_ values: UnsafeBufferPointer<Double>) -> (low: Double, high: Double) {
    var (low, high) = (values[0], values[0])
    var index = 0
    if values.count >= 4 {
      var lows = lanes(values, 0)
      var highs = lows
      index = 4
      while index + 4 <= values.count {
        let next = lanes(values, index)
        lows.replace(with: next, where: next .< lows)
        highs.replace(with: next, where: next .> highs)
        index += 4
      }
      for lane in 0..<4 {
        low = min(low, lows[lane])
        high = max(high, highs[lane])
      }
    }
    while index < values.count {
      low = min(low, values[index])
      high = max(high, values[index])
      index += 1
    }
    return (low, high)
  }

  @inline(__always)
  private static func accumulate(
    _ values: UnsafeBufferPointer<Double>, _ wide: (Lanes) -> Lanes, _ narrow: (Double) -> Double
  ) -> CompensatedSum {
    var (sums, lost) = (Lanes(repeating: 0), Lanes(repeating: 0))
    var index = 0
    while index + 4 <= values.count {
      let term = wide(lanes(values, index))
      let next = sums + term
      let virtual = next - sums
      lost += (sums - (next - virtual)) + (term - virtual)
      sums = next
      index += 4
    }
    var total = CompensatedSum()
    for lane in 0..<4 {
      total.add(sums[lane])
      total.add(lost[lane])
    }
    while index < values.count {
      total.add(narrow(values[index]))
      index += 1
    }
    return total
  }

  @inline(__always)
  static func lanes(_ values: UnsafeBufferPointer<Double>, _ index: Int) -> Lanes {
    Lanes(values[index], values[index + 1], values[index + 2], values[index + 3])
  }
}
