/// Variances of many raters, each known from little, drawn towards what all show together.
///
/// A rater's own variance is taken as *v*₀ *F*(*d*, *d*₀), after Smyth (2004), "Linear Models and
/// Empirical Bayes Methods", *Statistical Applications in Genetics and Molecular Biology* 3(1); *d*₀
/// comes from moments and not from logarithms, since a rater who tells nobody apart has a variance of
/// nought.
struct ModeratedVariances {
  struct Variance {
    var value: Double
    var degreesOfFreedom: Double
  }

  /// What all raters show together.
  let common: Double
  /// What that counts for beside a rater's own; infinite if raters do not differ in it.
  let commonFreedom: Double
  /// What all raters have together.
  let mostFreedom: Double

  /// - Parameter own: Those without degrees of freedom do not count.
  init(_ own: [Variance]) {
    var (freedom, first, second, spread) = (0.0, 0.0, 0.0, 0.0)
    for one in own where one.degreesOfFreedom > 0 {
      freedom += one.degreesOfFreedom
      first += one.degreesOfFreedom * one.value
      second += one.degreesOfFreedom * one.value * one.value
      spread += one.degreesOfFreedom + 2
    }
    mostFreedom = freedom
    let mean = freedom > 0 ? first / freedom : 0
    let ratio = mean > 0 ? second / spread / (mean * mean) : 0
    if ratio > 1 {
      commonFreedom = (4 * ratio - 2) / (ratio - 1)
      common = mean * (commonFreedom - 2) / commonFreedom
    } else {
      commonFreedom = .infinity
      common = mean
    }
  }

  /// A rater's variance, which the common one supports.
  func moderated(_ own: Variance) -> Variance {
    guard commonFreedom.isFinite else {
      return Variance(value: common, degreesOfFreedom: max(mostFreedom, own.degreesOfFreedom))
    }
    let freedom = commonFreedom + own.degreesOfFreedom
    let value = (commonFreedom * common + own.degreesOfFreedom * own.value) / freedom
    return Variance(value: value, degreesOfFreedom: min(freedom, mostFreedom))
  }
}
