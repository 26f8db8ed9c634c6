/// A set of row numbers, one bit each.
public struct BitSet: Sendable, Hashable {
  private var words: [UInt64] = []

  /// Creates an empty set.
  public init() {}

  /// Creates a set of numbers, none negative.
  public init(_ members: some Sequence<Int>) {
    for member in members { insert(member) }
  }

  /// Creates the set of all numbers below `count`.
  package init(below count: Int) {
    words = [UInt64](repeating: .max, count: count >> 6)
    if count & 63 != 0 { words.append(1 << UInt64(count & 63) - 1) }
  }

  /// Adds a number, not negative.
  public mutating func insert(_ member: Int) {
    precondition(member >= 0, "a BitSet holds no negative numbers")
    let word = member >> 6
    while words.count <= word { words.append(0) }
    words[word] |= 1 << UInt64(member & 63)
  }

  /// Whether a number is in the set.
  public func contains(_ member: Int) -> Bool {
    let word = member >> 6
    return member >= 0 && word < words.count && words[word] & (1 << UInt64(member & 63)) != 0
  }

  /// How many numbers are in the set.
  ///
  /// - Complexity: O(largest member ∕ 64).
  public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Whether the set is empty.
  public var isEmpty: Bool { words.isEmpty }

  /// The members, ascending.
  public var members: [Int] {
    var result: [Int] = []
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        result.append(index << 6 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return result
  }
}
