/// Which values of an index are wanted, and where the entries of all of them lie.
struct IndexQuery: Sendable {
  /// Where the entries lie; among those of long texts there may be others, for spellings are cut.
  let ids: IDRange
  /// Whether a value is wanted.
  let wants: @Sendable (IndexValue) -> Bool

  /// Every value.
  static let all = IndexQuery(ids: .all) { _ in true }

  /// One value.
  static func `is`(_ value: IndexValue) -> IndexQuery {
    let spelling = IndexSpelling(value).text
    return IndexQuery(ids: IDRange(lowerBound: "\(spelling)-", upperBound: "\(spelling).")) {
      $0 == value
    }
  }

  /// The values of an interval.
  static func `in`(_ interval: IndexInterval) -> IndexQuery {
    let kind = interval.kind.rawValue
    let lower = interval.lowerBound.map { IndexSpelling($0).ordered } ?? kind
    let upper = interval.upperBound.map { bound in
      let spelling = IndexSpelling(bound)
      if spelling.digest != nil { return String.behindAll(beginningWith: spelling.ordered) }
      // A hyphen stands behind the spelling in a key, and the full stop is the next in the alphabet.
      return interval.includesUpperBound ? "\(spelling.ordered)." : spelling.ordered
    }
    return IndexQuery(
      ids: IDRange(lowerBound: lower, upperBound: upper ?? .behindAll(beginningWith: kind)),
      wants: interval.contains)
  }

  /// The texts that begin with one.
  static func startsWith(_ prefix: String) -> IndexQuery {
    let spelling = IndexSpelling.beginning(ofTexts: prefix)
    return IndexQuery(
      ids: IDRange(
        lowerBound: spelling, upperBound: .behindAll(beginningWith: spelling))
    ) {
      if case .text(let text) = $0 { text.utf8.starts(with: prefix.utf8) } else { false }
    }
  }
}
