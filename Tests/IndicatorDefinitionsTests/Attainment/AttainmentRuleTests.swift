import IndicatorDefinitions
import KinerjaCore
import RuleLanguage
import Testing

@Suite struct AttainmentRuleTests {
  private struct Case: Sendable {
    let form: AttainmentForm
    let realisation: Ratio
    let target: Target
    let expected: Ratio
  }

  // Worked by hand.
  private static let byHand: [Case] = [
    Case(form: .ratio, realisation: 90, target: .exact(100), expected: 90),
    Case(form: .ratio, realisation: 1, target: .exact(3), expected: "100/3"),
    Case(form: .ratio, realisation: 0, target: .exact(3), expected: 0),
    Case(form: .reversed, realisation: 5, target: .exact(4), expected: 75),
    Case(form: .reversed, realisation: 0, target: .exact(4), expected: 200),
    Case(form: .reversed, realisation: 9, target: .exact(4), expected: -25),
    Case(form: .inverse, realisation: 5, target: .exact(4), expected: 80),
    Case(form: .deviation, realisation: 95, target: .exact(100), expected: 95),
    Case(form: .deviation, realisation: 105, target: .exact(100), expected: 95),
    Case(form: .deviation, realisation: -90, target: .exact(-100), expected: 90),
    Case(
      form: .deviation, realisation: 50, target: .range(lower: 60, upper: 70), expected: "250/3"),
    Case(form: .deviation, realisation: 84, target: .range(lower: 60, upper: 70), expected: 80),
    Case(form: .ratio, realisation: 85, target: .range(lower: 80, upper: 90), expected: 100),
    Case(form: .ratio, realisation: 80, target: .range(lower: 80, upper: 90), expected: 100),
    Case(form: .ratio, realisation: 99, target: .range(lower: 80, upper: 90), expected: 110),
  ]

  @Test(arguments: byHand.indices)
  func `each form gives the exact per cent`(index: Int) throws {
    let one = Self.byHand[index]
    let polarity = try #require(Polarity.allCases.first { $0.forms.contains(one.form) })
    let rule = try AttainmentRule(one.form)
    #expect(
      rule.attainment(of: one.realisation, against: one.target, polarity) == .percent(one.expected))
  }

  @Test func `cap and floor hold, then the rounding`() throws {
    let rounding = DecimalRounding(places: 1, .halfUp)
    let rule = try AttainmentRule(.ratio, cap: 120, floor: 10, rounding: rounding)
    let percent = { (realisation: Ratio) in
      rule.attainment(of: realisation, against: .exact(100), .maximize)
    }
    #expect(percent(130) == .percent(120))
    #expect(percent(5) == .percent(10))
    #expect(percent("93.25") == .percent("93.3"))
    #expect(percent("119.96") == .percent(120))
  }

  @Test func `what has no value says why`() throws {
    let ratio = try AttainmentRule(.ratio)
    let inverse = try AttainmentRule(.inverse)
    #expect(ratio.attainment(of: 1, against: .exact(0), .maximize) == .undefined(.zeroTarget))
    #expect(ratio.attainment(of: nil, against: .exact(0), .maximize) == .missing)
    #expect(ratio.attainment(of: 1, against: nil, .maximize) == .undefined(.noTarget))
    #expect(ratio.attainment(of: -1, against: .exact(-2), .maximize) == .undefined(.negative))
    #expect(
      inverse.attainment(of: 0, against: .exact(4), .minimize) == .undefined(.zeroRealisation))
    let large = Ratio(Int64.max)
    let small: Ratio = "1/170141183460469231731687303715884105727"
    #expect(ratio.attainment(of: large, against: .exact(small), .maximize) == .undefined(.overflow))
    // Only the bound that divides matters.
    let range = Target.range(lower: 0, upper: 5)
    #expect(ratio.attainment(of: 3, against: range, .minimize) == .percent(100))
  }

  @Test func `a rule may answer a target of nought`() throws {
    let rule = try AttainmentRule(.reversed, zeroTarget: .values(met: 100, missed: 0))
    #expect(rule.attainment(of: 0, against: .exact(0), .minimize) == .percent(100))
    #expect(rule.attainment(of: 2, against: .exact(0), .minimize) == .percent(0))
  }

  @Test func `a floor above the cap is refused`() {
    let error = #expect(throws: InvalidInput.self) {
      try AttainmentRule(.ratio, cap: 100, floor: 120)
    }
    #expect(
      error?.report(in: .indonesian)
        == "batas terendah 120 di atas batas tertinggi 100; perbaiki salah satunya")
  }

  @Test func `the steps can be read and checked by hand`() throws {
    let unit = MeasurementUnit.percent
    let rule = try AttainmentRule(.ratio, cap: 110)
    let range = Target.range(lower: 80, upper: 90)
    let above = rule.derivation(of: 92, against: range, .maximize)
    #expect(above.divisor == 90)
    #expect(above.text(unit, in: .indonesian) == "r / t × 100 = 92 / 90 × 100 = 102,2222…%")
    let far = rule.derivation(of: 108, against: range, .maximize)
    #expect(far.isLimited && far.raw == 120)
    #expect(
      far.text(unit, in: .english) == "r / t × 100 = 108 / 90 × 100 = 120%; limited to 110%")
    let rounded = try AttainmentRule(.reversed, rounding: DecimalRounding(places: 0, .halfUp))
      .derivation(of: "6.5", against: .range(lower: 7, upper: 8), .minimize)
    #expect(
      rounded.text(unit, in: .indonesian)
        == "(2 − r / t) × 100 = (2 − 6,5 / 7) × 100 = 107,1428…%; dibulatkan menjadi 107%")
    #expect(
      rule.derivation(of: nil, against: range, .maximize).text(unit, in: .english)
        == "no realisation yet")
  }

  @Test func `cap and floor hold to the point, whatever the rounding`() throws {
    let whole = DecimalRounding(places: 0, .halfUp)
    let rule = try AttainmentRule(.ratio, cap: "104.5", floor: "0.4", rounding: whole)
    let capped = rule.derivation(of: "104.6", against: .exact(100), .maximize)
    #expect(capped.attainment == .percent("104.5"))
    #expect(
      capped.text(.percent, in: .english)
        == "r / t × 100 = 104.6 / 100 × 100 = 104.6%; rounded to 105%; limited to 104.5%")
    #expect(rule.attainment(of: 0, against: .exact(100), .maximize) == .percent("0.4"))
    #expect(rule.attainment(of: "97.895", against: .exact(100), .maximize) == .percent(98))
  }

  // A mean of three months is no decimal, and a slash within would be read as a division.
  @Test func `signs and fractions can be reckoned by hand`() throws {
    let inverse = try AttainmentRule(.inverse)
    #expect(
      inverse.derivation(of: "268/3", against: .exact(90), .minimize).text(.percent, in: .english)
        == "t / r × 100 = 90 / 89.3333… × 100 = 100.7462…%")
    let reversed = try AttainmentRule(.reversed)
    #expect(
      reversed.derivation(of: -5, against: .exact(10), .minimize).text(.percent, in: .indonesian)
        == "(2 − r / t) × 100 = (2 − (−5) / 10) × 100 = 250%")
    let rupiah = try AttainmentRule(.ratio)
      .derivation(of: 9_999_999_999, against: .exact(10_000_000_000), .maximize)
    #expect(
      rupiah.text(.percent, in: .indonesian)
        == "r / t × 100 = 9.999.999.999 / 10.000.000.000 × 100 = 99,9999…%")
  }

  // Laws: a better figure never has a lower attainment, and the target itself is 100 per cent.
  @Test(arguments: Polarity.allCases)
  func `attainment follows the polarity`(polarity: Polarity) throws {
    for form in polarity.forms {
      let rule = try AttainmentRule(form, cap: 120, floor: 0)
      let figures = (1...40).map { Ratio($0) }
      for target in figures {
        let percents = try figures.map {
          try #require(rule.attainment(of: $0, against: .exact(target), polarity).percent)
        }
        #expect(rule.attainment(of: target, against: .exact(target), polarity) == .percent(100))
        for (index, pair) in zip(percents, percents.dropFirst()).enumerated() {
          let isRising = polarity == .maximize || (form == .deviation && figures[index] < target)
          #expect(isRising ? pair.0 <= pair.1 : pair.0 >= pair.1)
        }
      }
    }
  }
}
