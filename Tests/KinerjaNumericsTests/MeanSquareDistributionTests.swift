import KinerjaNumerics
import Testing

@Suite("F and chi-square") struct MeanSquareDistributionTests {
  private func isNear(_ left: Double, _ right: Double, _ tolerance: Double) -> Bool {
    abs(left - right) <= tolerance * abs(right)
  }

  // scipy 1.17.1, stats.f.sf.
  @Test(arguments: [
    (3.2, 5, 18, 0.03062062004833762), (0.4, 2.5, 7.3, 0.7254331059550897),
    (11.03, 5, 15, 0.00013437785204911817), (1, 1, 1, 0.5),
    (250, 3, 4.785, 1.10210195273335e-05),
  ])
  func `the upper tail of F`(ratio: Double, above: Double, below: Double, tail: Double) {
    #expect(isNear(FDistribution(above, below).upperTail(ratio), tail, 1e-12))
  }

  // scipy 1.17.1, stats.f.ppf.
  @Test(arguments: [
    (0.975, 5, 18, 3.381967805875243), (0.975, 5, 4.785, 7.498880528274082),
    (0.025, 15, 5, 0.27960958175665507), (0.5, 2, 2, 1), (0.999, 1, 3.3, 123.35867804208316),
    (1e-06, 4, 9, 0.0006399963803210785), (0.975, 2, 1e6, 3.6888930619790274),
  ])
  func `quantiles of F`(probability: Double, above: Double, below: Double, ratio: Double) {
    #expect(isNear(FDistribution(above, below).quantile(probability), ratio, 1e-11))
  }

  @Test func `ends of F`() {
    let f = FDistribution(3, 4)
    #expect(f.upperTail(0) == 1 && f.upperTail(.infinity) == 0)
    #expect(f.upperTail(-1).isNaN && f.upperTail(.nan).isNaN)
    #expect(f.quantile(0) == 0 && f.quantile(1) == .infinity)
    #expect(f.quantile(.nan).isNaN && f.quantile(1.1).isNaN)
  }

  // scipy 1.17.1, stats.chi2.sf; two degrees by hand: e^(−x∕2).
  @Test(arguments: [
    (3.2, 5, 0.6691829020332432), (0.1, 0.7, 0.6117581077897063),
    (300, 3, 9.948758346327588e-65), (1000, 1000, 0.49405285382923964),
    (20, 20, 0.4579297144718523), (2, 2, 0.36787944117144233), (0, 2, 1), (.infinity, 2, 0),
  ])
  func `the upper tail of chi-square`(value: Double, degrees: Double, tail: Double) {
    let found = ChiSquareDistribution(degreesOfFreedom: degrees).upperTail(value)
    #expect(found == tail || isNear(found, tail, 1e-11))
  }

  @Test func `chi-square of nothing`() {
    let chi = ChiSquareDistribution(degreesOfFreedom: 3)
    #expect(chi.upperTail(-1).isNaN && chi.upperTail(.nan).isNaN)
  }
}
