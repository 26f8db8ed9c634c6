public import KinerjaCore

/// Where ratees, raters, items and categories stand on one common scale of logits: a Wright map.
///
/// Ratees are drawn as a histogram, the others by name. High is able, severe and hard.
public struct FacetMap: Sendable, Hashable {
  /// A facet whose elements are drawn by name, such as raters.
  public struct Facet: Sendable, Hashable {
    /// What the facet is called.
    public var name: LocalizedText
    /// Its elements with their measures in logits.
    public var elements: [(label: String, logits: Double)] {
      zip(labels, logits).map { ($0, $1) }
    }
    private var labels: [String]
    private var logits: [Double]

    /// Creates a facet; an element whose measure is not finite is left out.
    public init(_ name: LocalizedText, _ elements: [(label: String, logits: Double)]) {
      let finite = elements.filter(\.logits.isFinite)
      self.name = name
      labels = finite.map(\.label)
      logits = finite.map(\.logits)
    }
  }

  /// What the map shows.
  public var title: LocalizedText
  /// What the histogram counts, such as employees.
  public var ratees: LocalizedText
  /// The measures of the ratees, in logits.
  public var measures: [Double]
  /// The facets drawn by name, from left to right.
  public var facets: [Facet]

  /// Creates a map; a measure that is not finite is left out.
  public init(
    title: LocalizedText, ratees: LocalizedText, measures: [Double], facets: [Facet]
  ) {
    self.title = title
    self.ratees = ratees
    self.measures = measures.filter(\.isFinite)
    self.facets = facets
  }

  var axisScale: AxisScale {
    let all = measures + facets.flatMap { $0.elements.map(\.logits) }
    return AxisScale(covering: all.min() ?? -1, all.max() ?? 1)
  }
}
