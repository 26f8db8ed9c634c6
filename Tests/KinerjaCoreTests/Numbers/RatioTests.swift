import KinerjaCore
import Testing

@Suite struct RatioTests {
  static let largest = Int128.max

  @Test func `terms are lowest and the denominator positive`() throws {
    let half = try Ratio(3, over: -6)
    #expect((half.numerator, half.denominator) == (-1, 2))
    #expect(try Ratio(0, over: -5) == .zero)
    #expect(half.sign == -1 && half.magnitude == "0.5" && !half.isWhole)
    #expect(throws: ArithmeticError.divisionByZero) { try Ratio(1, over: 0) }
  }

  // 9/20 · 80 + 11/20 · 100/3: the shape of a weighted score.
  @Test func `a weighted sum is exact`() throws {
    let score: Ratio = try "9/20" * 80 + "11/20" * (100 / 3)
    #expect(score == "163/3")
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `field laws hold`(seed: UInt64) throws {
    var draw = SeededNumbers(seed: seed)
    let (a, b, c) = (draw.ratio(bits: 20), draw.ratio(bits: 20), draw.ratio(bits: 20))
    #expect(try a + b == b + a)
    #expect(try (a + b) + c == a + (b + c))
    #expect(try a * b == b * a)
    #expect(try (a * b) * c == a * (b * c))
    #expect(try a * (b + c) == a * b + a * c)
    #expect(try a + (-a) == .zero && a - b == -(b - a))
    if b != .zero { #expect(try a / b * b == a) }
    #expect((a < b) == (try (b - a).sign > 0))
    #expect(try (a < b) == (a + c < b + c))
  }

  // Products of two terms of 63 bits still fit a whole number of 128 bits, which is the oracle.
  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `terms of up to 63 bits are reckoned as whole numbers are`(seed: UInt64) throws {
    var draw = SeededNumbers(seed: seed)
    let bits = [8, 31, 62][Int(seed % 3)]
    let (a, c) = (draw.whole(bits: bits), draw.whole(bits: bits))
    let (b, d) = (abs(draw.whole(bits: bits)) + 1, abs(draw.whole(bits: bits)) + 1)
    let (left, right) = (try Ratio(a, over: b), try Ratio(c, over: d))
    #expect(try left + right == Ratio(a * d + c * b, over: b * d))
    #expect(try left - right == Ratio(a * d - c * b, over: b * d))
    #expect(try left * right == Ratio(a * c, over: b * d))
    if c != 0 { #expect(try left / right == Ratio(a * d, over: b * c)) }
    #expect((left < right) == (a * d < c * b) && (right < left) == (c * b < a * d))
    #expect(
      try left.rounded(to: 0, .floor) == Points(exactly: Ratio((a - (a % b + b) % b) / b, over: 1)))
  }

  @Test func `the border of 64 bits is passed without a seam`() throws {
    let border = try Ratio(Int128(Int64.max), over: 1)
    let beyond = try Ratio(Int128(Int64.max) + 1, over: 1)
    #expect(try border + 1 == beyond && beyond - 1 == border && -beyond + 1 == -border)
    #expect(Ratio(Int64.min) == -beyond && Ratio(Int64.min) < -border)
    #expect(try border * border == Ratio(Int128(Int64.max) * Int128(Int64.max), over: 1))
    #expect(try border / beyond < 1 && border / border == 1)
    #expect(try 1 / border + 1 / border == Ratio(2, over: Int128(Int64.max)))
  }

  // The sum fits although each product on the way to it has up to 250 bits.
  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `a sum overflows only if it does not fit`(seed: UInt64) throws {
    var draw = SeededNumbers(seed: seed)
    let scale = abs(draw.whole(bits: 62)) + 1
    let part = try Ratio(draw.whole(bits: 126), over: scale)
    let other = try Ratio(draw.whole(bits: 126), over: scale)
    guard let difference = try? other - part else { return }
    #expect(try part + difference == other)
    #expect(try other - difference == part)
  }

  @Test func `wide sums are reduced before they are judged`() throws {
    // (2¹²⁷ − 1 + 2¹²⁷ − 3) ∕ 3 needs 129 bits on the way; 2¹²⁷ − 2 is a multiple of 3.
    let a = try Ratio(Self.largest, over: 3)
    let b = try Ratio(Self.largest - 2, over: 3)
    #expect(try a + b == Ratio(2 * ((Self.largest - 1) / 3), over: 1))
    #expect(try a - b == "2/3")
  }

  @Test func `the limits throw and do not trap`() throws {
    let largest = try Ratio(Self.largest, over: 1)
    let smallest = try Ratio(1, over: Self.largest)
    #expect(throws: ArithmeticError.overflow) { try largest + 1 }
    #expect(throws: ArithmeticError.overflow) { try -largest - 1 }
    #expect(throws: ArithmeticError.overflow) { try largest * 2 }
    #expect(throws: ArithmeticError.overflow) { try smallest / 2 }
    #expect(throws: ArithmeticError.overflow) { try smallest + "1/2" }
    #expect(throws: ArithmeticError.divisionByZero) { try largest / 0 }
    #expect(throws: ArithmeticError.overflow) { try Ratio(.min, over: 1) }
    #expect(throws: ArithmeticError.overflow) { try Ratio(1, over: .min) }
    #expect(try Ratio(.min, over: 2).numerator == .min / 2)
    #expect(try Ratio(.min, over: .min) == 1)
    #expect(try largest * smallest == 1)
    #expect(try largest / largest == 1)
    #expect(smallest < largest && -largest < -smallest && -largest < smallest)
    #expect(Ratio(Int64.min).numerator == Int128(Int64.min))
  }

  @Test func `comparison is exact where products need 254 bits`() throws {
    let a = try Ratio(Self.largest, over: Self.largest - 1)
    let b = try Ratio(Self.largest - 1, over: Self.largest - 2)
    #expect(a < b && !(b < a) && -b < -a && a <= a)
    #expect(max(a, b) == b)
    #expect(b.clamped(to: 0...1) == 1 && (-b).clamped(to: 0...1) == 0)
  }

  @Test func `sum and mean`() throws {
    #expect(try Ratio.sum(of: []) == .zero)
    #expect(try Ratio.sum(of: ["1/2", "1/3", "1/6"]) == 1)
    #expect(try Ratio.mean(of: [1, 2]) == "1.5")
    #expect(throws: ArithmeticError.nothingToAverage) { try Ratio.mean(of: []) }
  }
}
