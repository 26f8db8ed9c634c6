import KinerjaCore
import Testing

@Suite struct PointsTests {
  @Test func `equal numbers have equal bytes`() {
    let score = Points(mantissa: 9_350, places: 2)
    #expect(score.mantissa == 935 && score.places == 1)
    #expect(Points(mantissa: 0, places: 9) == 0)
    #expect(Points("93.50") == score && "93.5".hashValue != 0)
    #expect(Set<Points>(["1.0", "1", 1, "1.00"]).count == 1)
  }

  @Test func `arithmetic worked by hand`() throws {
    let (a, b): (Points, Points) = ("93.86", "-0.140")
    #expect(try a + b == "93.72")
    #expect(try a - b == 94)
    #expect(try a * b == "-13.1404")
    #expect(try a / b == "-4693/7")
    #expect(try -a == "-93.86")
    #expect(try Points.sum(of: [a, b, 1]) == "94.72")
    #expect(try Points.mean(of: ["1.5", 2]) == "7/4")
    #expect(throws: ArithmeticError.nothingToAverage) { try Points.mean(of: []) }
    #expect(throws: ArithmeticError.divisionByZero) { try a / 0 }
    #expect(a.clamped(to: 0...90) == 90 && b.clamped(to: 0...90) == 0)
  }

  @Test(arguments: 1...300 as ClosedRange<UInt64>)
  func `agrees with ratios wherever the result fits`(seed: UInt64) throws {
    var draw = SeededNumbers(seed: seed)
    let (a, b) = (draw.points(), draw.points())
    let (x, y) = (Ratio(a), Ratio(b))
    #expect(try (try? a + b) == Points(exactly: x + y))
    #expect(try (try? a - b) == Points(exactly: x - y))
    #expect(try (try? a * b) == Points(exactly: x * y))
    #expect((a < b) == (x < y))
    #expect(Points(exactly: x) == a)
    if b != 0 { #expect(try a / b == x / y) }
    for mode in RoundingMode.allCases {
      #expect((try? a.rounded(to: 2, mode)) == (try? x.rounded(to: 2, mode)))
    }
  }

  @Test func `the limits throw and do not trap`() throws {
    let largest = Points(Int64.max)
    let least = Points(Int64.min)
    let fine = Points(mantissa: .max, places: 18)
    #expect(throws: ArithmeticError.overflow) { try largest + 1 }
    #expect(throws: ArithmeticError.overflow) { try least - 1 }
    #expect(throws: ArithmeticError.overflow) { try -least }
    #expect(throws: ArithmeticError.overflow) { try largest + "0.1" }
    #expect(throws: ArithmeticError.overflow) { try fine * "0.1" }
    #expect(throws: ArithmeticError.overflow) { try largest * largest }
    #expect(try fine.rounded(to: 18, .up) == fine)
    #expect(throws: ArithmeticError.overflow) { try largest.rounded(to: -1, .up) }
    #expect(throws: ArithmeticError.overflow) { try fine.rounded(to: 19, .up) }
    #expect(try -largest + largest == 0)
    #expect(try least * 1 == least && least + 1 == -largest)
    #expect(try Points("922337203685477580.7") * 10 == largest)
    #expect(least < fine && fine < largest && Points(mantissa: .min, places: 18) < fine)
    #expect(try largest / fine == "1000000000000000000")
    #expect(Points(exactly: "1/3") == nil)
    #expect(try Points(exactly: Ratio(largest) + 1) == nil)
    #expect(Points(exactly: "1.5") == "1.5")
  }
}
