import Foundation

/// An axis with round ticks.
struct AxisScale: Hashable {
  let lower: Double
  let upper: Double
  let step: Double

  /// The decimals that ticks need.
  let places: Int

  /// An axis that covers two values with four to ten ticks at 1, 2 or 5 times a power of ten.
  init(covering low: Double, _ high: Double) {
    let span = high > low ? high - low : max(abs(low), 1)
    let rough = span / 6
    let power = pow(10, floor(log10(rough)))
    let factor = [1.0, 2, 5, 10].first { $0 * power >= rough } ?? 10
    step = factor * power
    lower = (low / step).rounded(.down) * step
    let top = (high / step).rounded(.up) * step
    upper = top > lower ? top : lower + step
    places = max(0, Int(-floor(log10(step) + 1e-9)))
  }

  /// Where the ticks stand.
  var ticks: [Double] {
    (0...Int(((upper - lower) / step).rounded())).map { lower + Double($0) * step }
  }

  /// Where a value lies, from 0 to 1; values beyond the ends at the ends.
  func share(of value: Double) -> Double {
    min(max((value - lower) / (upper - lower), 0), 1)
  }
}
