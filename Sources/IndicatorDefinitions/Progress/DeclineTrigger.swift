public import KinerjaCore

/// A fall of an indicator from one period to the next that asks for a look at its causes.
public struct DeclineTrigger: Hashable, Sendable {
  /// The place in the series, counted from 0.
  public let index: Int
  /// The last figure before.
  public let before: Ratio
  /// The figure.
  public let after: Ratio

  /// The fall in the indicator's unit: figures that got worse, always positive.
  public var fall: Ratio? { try? (after - before).magnitude }

  /// Finds every fall in a series.
  ///
  /// A figure is compared with the last one that is known; missing ones are passed over. For less
  /// is better a rise is the fall. For nearer is better, and within a range, give attainments.
  ///
  /// - Parameters:
  ///   - series: Figures or attainments, one a period, nil where missing.
  ///   - points: How many units of the series count as a fall, such as 10 percentage points;
  ///     positive.
  ///   - polarity: Which way is better.
  public static func triggers(
    in series: [Ratio?], fallingBy points: Ratio, _ polarity: Polarity = .maximize
  ) -> [DeclineTrigger] {
    var triggers: [DeclineTrigger] = []
    var last: Ratio?
    for (index, figure) in series.enumerated() {
      guard let figure else { continue }
      if let before = last, let change = try? figure - before {
        let fall = polarity == .minimize ? change : -change
        if fall >= points {
          triggers.append(DeclineTrigger(index: index, before: before, after: figure))
        }
      }
      last = figure
    }
    return triggers
  }
}
