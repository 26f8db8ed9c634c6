public import KinerjaCore

/// Which ids of a collection are wanted: those between two texts, in the order of bytes.
///
/// ```swift
/// store.records(tenant: "kendari", collection: "enrolments", ids: .prefix("2026-s1/"))
/// store.records(tenant: "kendari", collection: "plans", ids: IDRange("p-100"..<"p-200"))
/// ```
/// Every range has both bounds, which are ASCII texts but need not be ids: no id begins before the
/// empty text or behind `{`, and none stands between `p` and `p!` but `p` itself. So one comparison
/// with each bound, `id >= lowerBound AND id < upperBound` by bytes, decides in every store.
public struct IDRange: Hashable, Sendable {
  /// The least text that is within.
  public let lowerBound: String
  /// The least text behind the range.
  public let upperBound: String

  init(lowerBound: String, upperBound: String) {
    self.lowerBound = lowerBound
    self.upperBound = upperBound
  }

  /// All ids.
  public static let all = IDRange(lowerBound: "", upperBound: "{")

  /// The ids that begin with a text, that text too if it is an id.
  public static func prefix(_ prefix: KeyText) -> IDRange {
    IDRange(lowerBound: prefix.text, upperBound: .behindAll(beginningWith: prefix.text))
  }

  /// The ids from the lower bound up to the upper, the upper not among them.
  public init(_ range: Range<KeyText>) {
    self.init(lowerBound: range.lowerBound.text, upperBound: range.upperBound.text)
  }

  /// The ids from the lower bound through the upper.
  public init(_ range: ClosedRange<KeyText>) {
    self.init(lowerBound: range.lowerBound.text, upperBound: .next(after: range.upperBound))
  }

  /// The ids from a bound on.
  public init(_ range: PartialRangeFrom<KeyText>) {
    self.init(lowerBound: range.lowerBound.text, upperBound: Self.all.upperBound)
  }

  /// The ids before a bound.
  public init(_ range: PartialRangeUpTo<KeyText>) {
    self.init(lowerBound: Self.all.lowerBound, upperBound: range.upperBound.text)
  }

  /// The ids before a bound, and the bound.
  public init(_ range: PartialRangeThrough<KeyText>) {
    self.init(lowerBound: Self.all.lowerBound, upperBound: .next(after: range.upperBound))
  }

  /// Whether an id is within.
  public func contains(_ id: KeyText) -> Bool {
    // For ASCII the order of strings is the order of bytes.
    lowerBound <= id.text && id.text < upperBound
  }

  /// Those of the ids that stand behind one; all of them for nil.
  public func after(_ id: KeyText?) -> IDRange {
    guard let id else { return self }
    return IDRange(lowerBound: max(lowerBound, .next(after: id)), upperBound: upperBound)
  }
}

extension IDRange {
  /// Those of the ids that stand behind a cursor; for authors of stores ordered by bytes.
  ///
  /// - Throws: ``StoreError/invalidCursor`` if it was altered or belongs to another tenant or
  ///   collection.
  public func after(
    _ cursor: Cursor?, tenant: AgencyID, collection: KeyText
  ) throws(StoreError) -> IDRange {
    guard let cursor else { return self }
    return after(try cursor.lastID(tenant: tenant, collection: collection))
  }
}

extension String {
  /// The least bound behind an id and before all that are longer: every character of an id that
  /// is not its first stands behind `!`.
  fileprivate static func next(after id: KeyText) -> String { id.text + "!" }

  /// The least bound behind all ids that begin with an ASCII text, which is not empty.
  static func behindAll(beginningWith prefix: String) -> String {
    var bytes = Array(prefix.utf8)
    // The last letter of the alphabet is z, so this is ASCII too.
    if let last = bytes.popLast() { bytes.append(last + 1) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
