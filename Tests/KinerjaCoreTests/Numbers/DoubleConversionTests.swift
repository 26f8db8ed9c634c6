import KinerjaCore
import Testing

@Suite struct DoubleConversionTests {
  @Test func `plain numbers`() {
    #expect(Double("1/3" as Ratio) == 1.0 / 3)
    #expect(Double("-93.86" as Points) == -93.86)
    #expect(Double(Ratio.zero) == 0 && Double(Points.zero).sign == .plus)
  }

  @Test func `huge terms`() throws {
    #expect(try Double(Ratio(.max, over: .max - 1)) == 1)
    #expect(try Double(Ratio(.max, over: 1)) == 0x1p127)
    #expect(try Double(Ratio(1, over: .max)) == 0x1p-127)
    #expect(try Double(Ratio(-.max, over: 3)) == -0x1p127 / 3)
    #expect(Double(Points(Int64.max)) == 0x1p63)
    // A tie, and a hair above it: 2⁵³ + 1 and (2⁵³ + 1) + 2⁻⁶⁰.
    let tie = (Int128(1) << 53) + 1
    #expect(try Double(Ratio(tie, over: 1)) == 0x1p53)
    #expect(try Double(Ratio((tie << 60) + 1, over: 1 << 60)) == 0x1p53 + 2)
    #expect(try Double(Ratio((tie << 60) - 1, over: 1 << 60)) == 0x1p53)
  }

  // No double lies nearer: both neighbours are exact ratios while the number is moderate.
  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `the nearest double is found`(seed: UInt64) throws {
    var draw = SeededNumbers(seed: seed)
    let ratio = try Ratio(draw.whole(bits: 64), over: abs(draw.whole(bits: 62)) + 1)
    let double = Double(ratio)
    guard let distance = try? (exact(double) - ratio).magnitude,
      let above = try? (exact(double.nextUp) - ratio).magnitude,
      let below = try? (exact(double.nextDown) - ratio).magnitude
    else { return }
    #expect(distance <= above && distance <= below)
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `points and the same ratio give the same double`(seed: UInt64) {
    var draw = SeededNumbers(seed: seed)
    let points = draw.points()
    #expect(Double(points) == Double(Ratio(points)))
  }

  private func exact(_ double: Double) throws -> Ratio {
    let shift = 52 - Int(double.exponent)
    let whole = Int128(double * Double(sign: .plus, exponent: shift, significand: 1))
    guard (0...120).contains(shift) else {
      return try Ratio(whole << Int128(max(0, -shift)), over: 1)
    }
    return try Ratio(whole, over: 1 << Int128(shift))
  }
}
