/// A column of free texts, in one run of UTF-8 bytes.
public struct TextColumn: Sendable, Hashable {
  /// The rows without a text; nothing if every row has one.
  public let missing: BitSet?

  private let bytes: [UInt8]
  // Where each row's text ends in `bytes`.
  private let ends: [Int]

  package init(bytes: [UInt8], ends: [Int], missing: BitSet?) {
    self.bytes = bytes
    self.ends = ends
    self.missing = missing
  }

  /// Creates a column from texts.
  public init(_ texts: some Sequence<String?>) {
    let texts = Array(texts)
    var bytes: [UInt8] = []
    var ends: [Int] = []
    for text in texts {
      bytes.append(contentsOf: (text ?? "").utf8)
      ends.append(bytes.count)
    }
    self.init(bytes: bytes, ends: ends, missing: BitSet(missingIn: texts))
  }

  /// How many rows there are.
  public var count: Int { ends.count }

  /// The text of a row; nothing if it is missing.
  public subscript(row: Int) -> String? {
    let range = (row == 0 ? 0 : ends[row - 1])..<ends[row]
    guard missing?.contains(row) != true else { return nil }
    return String(decoding: bytes[range], as: UTF8.self)
  }
}
