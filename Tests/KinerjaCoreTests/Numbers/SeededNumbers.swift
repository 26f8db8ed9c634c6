import KinerjaCore

/// SplitMix64 (Steele, Lea and Flood 2014), for the tests only.
struct SeededNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func integer(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  /// A whole number of at most so many bits, either sign.
  mutating func whole(bits: Int) -> Int128 {
    let value = (Int128(next()) << 63 ^ Int128(next())) >> (127 - Int128(bits))
    let kept = value & ((Int128(1) << (bits - 1) - 1) << 1 | 1)
    return next() % 2 == 0 ? kept : -kept
  }

  /// A ratio whose terms have at most so many bits.
  mutating func ratio(bits: Int) -> Ratio {
    let denominator = max(1, abs(whole(bits: bits)))
    return (try? Ratio(whole(bits: bits), over: denominator)) ?? .one
  }

  mutating func points() -> Points {
    let shift = UInt64(integer(in: 0...62))
    return Points(
      mantissa: Int64(bitPattern: next()) >> Int64(shift), places: integer(in: 0...18))
  }
}
