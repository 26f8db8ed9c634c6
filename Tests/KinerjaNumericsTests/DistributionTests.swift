import KinerjaNumerics
import Testing

// Reference values: mpmath 1.3.0 with 40 digits (loggamma, betainc, erfc, findroot), checked against
// scipy 1.17.1. Tolerances are relative unless said otherwise.
@Suite struct DistributionTests {
  struct Known: Sendable, CustomTestStringConvertible {
    let x: Double, a: Double, b: Double, value: Double
    var testDescription: String { "(\(x), \(a), \(b)) → \(value)" }
    init(_ x: Double, _ a: Double = 0, _ b: Double = 0, is value: Double) {
      (self.x, self.a, self.b, self.value) = (x, a, b, value)
    }

    func isNear(_ found: Double, _ tolerance: Double) -> Bool {
      abs(found - value) <= tolerance * abs(value)
    }
  }

  @Test(arguments: [
    Known(1e-8, is: 18.420680738180209), Known(0.5, is: 0.5723649429247001), Known(1, is: 0),
    Known(1.5, is: -0.12078223763524522), Known(2, is: 0), Known(2.5, is: 0.28468287047291916),
    Known(9.99, is: 12.779315214350193), Known(10, is: 12.80182748008147),
    Known(171.5, is: 709.14316303092824), Known(1e6, is: 12815504.569147612),
  ])
  func `log gamma`(_ known: Known) {
    // Absolute below 10, where the function crosses nought.
    #expect(abs(LogGamma.value(of: known.x) - known.value) <= 2e-15 * max(10, abs(known.value)))
  }

  @Test(arguments: [
    Known(0, 0.5, 0.5, is: 1.1447298858494002), Known(0, 2, 3, is: -2.4849066497880003),
    Known(0, 0.5, 50, is: -1.3811466014510411), Known(0, 12, 12, is: -16.602059876016602),
    Known(0, 1e6, 0.5, is: -6.335390211057437), Known(0, 1e6, 2e6, is: -1909548.290968533),
    Known(0, 9.5, 10.5, is: -13.709925546998462),
  ])
  func `log beta`(_ known: Known) {
    #expect(known.isNear(LogGamma.beta(known.a, known.b), 5e-15))
    #expect(LogGamma.beta(known.a, known.b) == LogGamma.beta(known.b, known.a))
  }

  @Test(arguments: [
    Known(0.3, 2, 3, is: 0.3483), Known(0.999, 0.5, 0.5, is: 0.97986495836662251),
    Known(0.01, 20, 0.5, is: 1.2597199925095973e-41), Known(0.5, 100, 100, is: 0.5),
    Known(0.6, 1000, 700, is: 0.8378197862078475),
    Known(1e-5, 0.5, 4, is: 0.0069174132072095616),
  ])
  func `incomplete beta`(_ known: Known) {
    let found = IncompleteBeta.value(at: known.x, complement: 1 - known.x, known.a, known.b)
    #expect(known.isNear(found, 1e-13))
    let rest = IncompleteBeta.value(at: 1 - known.x, complement: known.x, known.b, known.a)
    #expect(abs(found + rest - 1) <= 1e-13)
  }

  @Test func `incomplete beta outside its domain`() {
    #expect(IncompleteBeta.value(at: 0, complement: 1, 2, 3) == 0)
    #expect(IncompleteBeta.value(at: 1, complement: 0, 2, 3) == 1)
    #expect(IncompleteBeta.value(at: 0.5, complement: 0.5, 0, 3).isNaN)
    #expect(IncompleteBeta.value(at: -0.5, complement: 1.5, 1, 3).isNaN)
    #expect(LogGamma.value(of: 0).isNaN && LogGamma.value(of: .infinity) == .infinity)
  }

  // x is t, a the degrees of freedom.
  @Test(arguments: [
    Known(1, 1, is: 0.5), Known(2, 3.5, is: 0.12613852257591353),
    Known(2.5, 10, is: 0.031446844236608804), Known(12, 30, is: 5.5801854151992561e-13),
    Known(1.96, 1_000, is: 0.050273184955748714), Known(0.001, 7, is: 0.99923001724499884),
    Known(40, 5, is: 1.8411962171772954e-7), Known(3, 1e6, is: 0.0026998625414217971),
    Known(0.3, 1e6, is: 0.76417721797899424), Known(0.3, 1e8, is: 0.76417715624566379),
    Known(0.3, 9e9, is: 0.76417715562902323),
  ])
  func `tails of t`(_ known: Known) {
    let t = StudentDistribution(degreesOfFreedom: known.a)
    #expect(known.isNear(t.twoSided(known.x), 1e-12))
    #expect(t.twoSided(-known.x) == t.twoSided(known.x))
    #expect(abs(t.cumulative(known.x) + t.upperTail(known.x) - 1) <= 1e-15)
    #expect(known.isNear(2 * t.cumulative(-known.x), 1e-12))
  }

  // x is the probability, a the degrees of freedom.
  @Test(arguments: [
    Known(0.975, 1, is: 12.706204736174705), Known(0.975, 2.5, is: 3.5746548420036832),
    Known(0.95, 9, is: 1.8331129326562372), Known(0.975, 30, is: 2.0422724563012383),
    Known(0.995, 1_000, is: 2.5807546980659511), Known(0.6, 4, is: 0.27072229470759742),
    Known(1e-7, 3, is: -222.57159094719873), Known(0.975, 1e6, is: 1.959966356814107),
    Known(0.975, 1e13, is: 1.9599639845402967),
  ])
  func `quantiles of t`(_ known: Known) {
    let t = StudentDistribution(degreesOfFreedom: known.a)
    #expect(known.isNear(t.quantile(known.x), 1e-11))
    #expect(abs(t.cumulative(t.quantile(known.x)) - known.x) <= 1e-13)
  }

  @Test func `quantiles of t at the ends and in the middle`() {
    let t = StudentDistribution(degreesOfFreedom: 12)
    #expect(t.quantile(0.5) == 0)
    #expect(abs(t.quantile(0.5001) - 0.00025593362884945139) <= 1e-13)
    #expect(t.quantile(0) == -.infinity && t.quantile(1) == .infinity)
    #expect(t.quantile(1.1).isNaN && t.twoSided(.nan).isNaN && t.twoSided(.infinity) == 0)
    // With one degree t is Cauchy's distribution, here far out: 1 ∕ (π·10⁻¹²).
    let cauchy = StudentDistribution(degreesOfFreedom: 1)
    #expect(abs(cauchy.quantile(1e-12) / -318_309_886_183.79067 - 1) <= 1e-11)
    #expect(cauchy.upperTail(1e200) == 0)
  }

  @Test(arguments: [
    Known(0, is: 0.5), Known(1, is: 0.84134474606854295), Known(1.96, is: 0.97500210485177957),
    Known(-3, is: 0.0013498980316300945), Known(6, is: 0.99999999901341235),
    Known(-10, is: 7.6198530241605261e-24), Known(-37, is: 5.7255712225245768e-300),
  ])
  func `the normal distribution`(_ known: Known) {
    // The slope of the logarithm in the far tail magnifies the rounding of z ∕ √2.
    #expect(known.isNear(NormalDistribution.cumulative(known.x), 1e-12))
    #expect(NormalDistribution.upperTail(-known.x) == NormalDistribution.cumulative(known.x))
    if abs(known.x) < 6 {
      #expect(abs(NormalDistribution.quantile(known.value) - known.x) <= 1e-12)
    }
  }
}
