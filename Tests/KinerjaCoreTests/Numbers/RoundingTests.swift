import KinerjaCore
import Testing

@Suite struct RoundingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let number: Ratio
    let places: Int
    let halfUp: String, halfDown: String, halfEven: String
    let down: String, up: String, floor: String, ceiling: String
    var testDescription: String { "\(number) to \(places)" }

    init(_ number: Ratio, _ places: Int, _ results: String) {
      (self.number, self.places) = (number, places)
      let texts = results.split(separator: " ").map(String.init)
      (halfUp, halfDown, halfEven) = (texts[0], texts[1], texts[2])
      (down, up, floor, ceiling) = (texts[3], texts[4], texts[5], texts[6])
    }
  }

  // Computed with the module decimal of Python 3.11.7, whose minus before nought is left out.
  // Order: half up, half down, half even, down, up, floor, ceiling.
  static let reference = [
    Case("2.675", 2, "2.68 2.67 2.68 2.67 2.68 2.67 2.68"),
    Case("2.665", 2, "2.67 2.66 2.66 2.66 2.67 2.66 2.67"),
    Case("1.005", 2, "1.01 1.00 1.00 1.00 1.01 1.00 1.01"),
    Case("-2.675", 2, "-2.68 -2.67 -2.68 -2.67 -2.68 -2.68 -2.67"),
    Case("-0.005", 2, "-0.01 0.00 0.00 0.00 -0.01 -0.01 0.00"),
    Case("0.005", 2, "0.01 0.00 0.00 0.00 0.01 0.00 0.01"),
    Case("89.995", 2, "90.00 89.99 90.00 89.99 90.00 89.99 90.00"),
    Case("89.994999", 2, "89.99 89.99 89.99 89.99 90.00 89.99 90.00"),
    Case("104.995", 2, "105.00 104.99 105.00 104.99 105.00 104.99 105.00"),
    Case("0", 2, "0.00 0.00 0.00 0.00 0.00 0.00 0.00"),
    Case("100", 2, "100.00 100.00 100.00 100.00 100.00 100.00 100.00"),
    Case("-1.005", 2, "-1.01 -1.00 -1.00 -1.00 -1.01 -1.01 -1.00"),
    Case("79.5", 0, "80 79 80 79 80 79 80"),
    Case("80.5", 0, "81 80 80 80 81 80 81"),
    Case("-79.5", 0, "-80 -79 -80 -79 -80 -80 -79"),
    Case("69.4999999999999999", 0, "69 69 69 69 70 69 70"),
    Case("69.5", 0, "70 69 70 69 70 69 70"),
    // By hand: whole tens and thousands, as rupiah are rounded.
    Case("1234500", -3, "1235000 1234000 1234000 1234000 1235000 1234000 1235000"),
    Case("1234500.01", -3, "1235000 1235000 1235000 1234000 1235000 1234000 1235000"),
    Case("-1234499.99", -3, "-1234000 -1234000 -1234000 -1234000 -1235000 -1235000 -1234000"),
    Case("15", -1, "20 10 20 10 20 10 20"),
    Case("1/3", -1, "0 0 0 0 10 0 10"),
  ]

  @Test(arguments: reference)
  func `known roundings`(of sample: Case) {
    func text(_ mode: RoundingMode) -> String {
      sample.number.decimalText(places: sample.places, mode, .point)
    }
    #expect(text(.halfUp) == sample.halfUp)
    #expect(text(.halfDown) == sample.halfDown)
    #expect(text(.halfEven) == sample.halfEven)
    #expect(text(.down) == sample.down)
    #expect(text(.up) == sample.up)
    #expect(text(.floor) == sample.floor)
    #expect(text(.ceiling) == sample.ceiling)
  }

  // By definition: the result is a multiple of the step, less than one step away, on the side
  // that the mode names; nearest modes are at most half a step away and ties go where they say.
  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `roundings keep their definition`(seed: UInt64) throws {
    var draw = SeededNumbers(seed: seed)
    let places = draw.integer(in: -2...4)
    let step: Ratio = try places < 0 ? 100 / (places == -1 ? 10 : 1) : Ratio(1, over: power(places))
    // Every third number is a tie or a multiple.
    let number =
      seed % 3 == 0
      ? try step * Ratio(draw.whole(bits: 12), over: 2) : draw.ratio(bits: 30)
    for mode in RoundingMode.allCases {
      let rounded = try Ratio(number.rounded(to: places, mode))
      let moved = try (rounded - number) / step
      #expect(try (rounded / step).isWhole && moved.magnitude < 1)
      switch mode {
      case .floor: #expect(moved <= 0)
      case .ceiling: #expect(moved >= 0)
      case .down: #expect(moved.sign * number.sign <= 0)
      case .up: #expect(moved.sign * number.sign >= 0)
      case .halfUp, .halfDown, .halfEven:
        #expect(moved.magnitude <= "1/2")
        if moved.magnitude == "1/2" {
          let isEven = try (rounded / step / 2).isWhole
          #expect(mode == .halfEven ? isEven : (moved.sign == number.sign) == (mode == .halfUp))
        }
      }
      #expect(try -(number.rounded(to: places, .floor)) == (-number).rounded(to: places, .ceiling))
    }
  }

  private func power(_ exponent: Int) -> Int128 { (0..<exponent).reduce(1) { p, _ in p * 10 } }

  @Test func `huge denominators are rounded whenever the result fits`() throws {
    let nearlyOne = try Ratio(.max - 1, over: .max)
    #expect(try nearlyOne.rounded(to: 18, .down) == "0.999999999999999999")
    #expect(try nearlyOne.rounded(to: 18, .halfUp) == 1)
    #expect(try Ratio(1, over: .max).rounded(to: 0, .up) == 1)
    #expect(try Ratio(.max, over: 2).magnitude.decimalText(places: 0, .down, .point).count == 41)
    #expect(try Ratio(.max, over: .max / 3).rounded(to: 2, .halfUp) == 3)
    // 10¹⁸ to two places: 10²⁰ would not fit, the number without its zeros does.
    #expect(try Ratio("1000000000000000000").rounded(to: 2, .halfUp) == "1000000000000000000")
    #expect(throws: ArithmeticError.overflow) { try Ratio(.max, over: 1).rounded(to: 2, .down) }
    #expect(throws: ArithmeticError.overflow) { try Ratio(.max, over: 1).rounded(to: 18, .up) }
    #expect(throws: ArithmeticError.overflow) { try Ratio(.max, over: 1).rounded(to: -18, .up) }
    #expect(throws: ArithmeticError.overflow) { try Ratio("1/2").rounded(to: 19, .up) }
    #expect(throws: ArithmeticError.overflow) { try Ratio("1/2").rounded(to: -19, .up) }
    #expect(throws: ArithmeticError.overflow) { try Ratio("1/2").rounded(to: .min, .up) }
    #expect(try Ratio(Int64.min).rounded(to: 0, .up) == Points(Int64.min))
  }
}
