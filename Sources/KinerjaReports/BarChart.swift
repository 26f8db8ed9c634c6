public import KinerjaCore

/// Horizontal bars, one a label, such as counts by predicate or a rater's leniency with its interval.
public struct BarChart: Sendable, Hashable {
  /// A bar.
  public struct Bar: Sendable, Hashable {
    /// What the bar is of.
    public var label: LocalizedText
    /// Its length in the chart's unit; may be negative.
    public var value: Double
    /// The ends of an interval about the value, if it is an estimate.
    public var interval: ClosedRange<Double>?
    /// How it is meant.
    public var tone: ReportTone?

    /// Creates a bar.
    public init(
      _ label: LocalizedText, _ value: Double, interval: ClosedRange<Double>? = nil,
      tone: ReportTone? = nil
    ) {
      self.label = label
      self.value = value
      self.interval = interval
      self.tone = tone
    }
  }

  /// What the chart shows, with its unit.
  public var title: LocalizedText
  /// Decimals in the figures beside the bars.
  public var places: Int
  /// The bars from top to bottom.
  public var bars: [Bar]

  /// Creates a chart.
  public init(title: LocalizedText, places: Int = 0, bars: [Bar]) {
    self.title = title
    self.places = places
    self.bars = bars
  }

  /// The span that bars and intervals cover, always with nought in it.
  var span: ClosedRange<Double> {
    let ends = bars.flatMap { bar in
      [bar.value] + (bar.interval.map { [$0.lowerBound, $0.upperBound] } ?? [])
    }.filter(\.isFinite)
    let low = min(0, ends.min() ?? 0)
    let high = max(0, ends.max() ?? 0)
    return low == high ? low...(low + 1) : low...high
  }
}
