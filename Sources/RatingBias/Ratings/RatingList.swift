import KinerjaCore

/// The ratings of a ``RatingSet`` one by one, ordered by ratee, item, time and rater.
public struct RatingList: Sendable, RandomAccessCollection {
  let storage: RatingStorage
  let scale: RatingScale

  public var startIndex: Int { 0 }
  public var endIndex: Int { storage.cells.count }

  /// The rating at a position.
  ///
  /// - Complexity: O(log *n*).
  public subscript(position: Int) -> Rating { storage.rating(position, on: scale) }
}
