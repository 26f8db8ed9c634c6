/// Values of an index between bounds: `60..<75`, `60...75`, `60...`, `..<75` or `...75`.
public protocol IndexBounds {
  /// The bounds.
  var indexInterval: IndexInterval { get }
}

/// The values of one kind between two bounds.
public struct IndexInterval: Sendable {
  let kind: IndexValue.Kind
  let lowerBound: IndexValue?
  let upperBound: IndexValue?
  let includesUpperBound: Bool

  /// The values from a bound on, up to another or through it.
  fileprivate init(
    from lowerBound: IndexValue, to upperBound: IndexValue, through includesUpperBound: Bool
  ) {
    kind = lowerBound.kind
    self.lowerBound = lowerBound
    self.upperBound = upperBound
    self.includesUpperBound = includesUpperBound
  }

  fileprivate init(from lowerBound: IndexValue) {
    kind = lowerBound.kind
    self.lowerBound = lowerBound
    upperBound = nil
    includesUpperBound = true
  }

  fileprivate init(to upperBound: IndexValue, through includesUpperBound: Bool) {
    kind = upperBound.kind
    lowerBound = nil
    self.upperBound = upperBound
    self.includesUpperBound = includesUpperBound
  }

  /// Whether a value is within.
  func contains(_ value: IndexValue) -> Bool {
    guard value.kind == kind, lowerBound.map({ $0 <= value }) ?? true else { return false }
    return upperBound.map { value < $0 || includesUpperBound && value == $0 } ?? true
  }
}

extension Range: IndexBounds where Bound: IndexKey {
  public var indexInterval: IndexInterval {
    IndexInterval(from: lowerBound.indexValue, to: upperBound.indexValue, through: false)
  }
}

extension ClosedRange: IndexBounds where Bound: IndexKey {
  public var indexInterval: IndexInterval {
    IndexInterval(from: lowerBound.indexValue, to: upperBound.indexValue, through: true)
  }
}

extension PartialRangeFrom: IndexBounds where Bound: IndexKey {
  public var indexInterval: IndexInterval { IndexInterval(from: lowerBound.indexValue) }
}

extension PartialRangeUpTo: IndexBounds where Bound: IndexKey {
  public var indexInterval: IndexInterval {
    IndexInterval(to: upperBound.indexValue, through: false)
  }
}

extension PartialRangeThrough: IndexBounds where Bound: IndexKey {
  public var indexInterval: IndexInterval {
    IndexInterval(to: upperBound.indexValue, through: true)
  }
}
