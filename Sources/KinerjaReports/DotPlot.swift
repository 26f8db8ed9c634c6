public import KinerjaCore

/// Estimates with their intervals along one axis, one a row, such as how severe each rater is.
///
/// A band marks what is too small to matter, so that one sees both how far an estimate lies from it
/// and how surely.
public struct DotPlot: Sendable, Hashable {
  /// One estimate.
  public struct Row: Sendable, Hashable {
    /// What it is of.
    public var label: LocalizedText
    /// The estimate.
    public var value: Double
    /// The ends of its interval.
    public var interval: ClosedRange<Double>?
    /// How it is meant; a row with a tone has another shape too.
    public var tone: ReportTone?

    /// Creates a row.
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

  /// What the plot shows.
  public var title: LocalizedText
  /// What the axis counts, with its unit.
  public var axis: LocalizedText
  /// Where no effect lies.
  public var reference: Double
  /// What is too small to matter.
  public var band: ClosedRange<Double>?
  /// The rows from top to bottom.
  public var rows: [Row]

  /// Creates a plot.
  public init(
    title: LocalizedText, axis: LocalizedText, reference: Double = 0,
    band: ClosedRange<Double>? = nil, rows: [Row]
  ) {
    self.title = title
    self.axis = axis
    self.reference = reference
    self.band = band
    self.rows = rows
  }

  /// What the axis covers: all estimates and the band, and of the intervals as much as lies within
  /// three times that.
  var axisScale: AxisScale {
    let points = (rows.map(\.value) + [reference]).filter(\.isFinite)
    let ends = points + (band.map { [$0.lowerBound, $0.upperBound] } ?? [])
    let (low, high) = (ends.min() ?? 0, ends.max() ?? 1)
    let room = max(high - low, 1e-9)
    let intervals = rows.compactMap(\.interval)
      .flatMap { [$0.lowerBound, $0.upperBound] }
      .filter { $0 >= low - room && $0 <= high + room }
    return AxisScale(covering: (ends + intervals).min() ?? 0, (ends + intervals).max() ?? 1)
  }
}
