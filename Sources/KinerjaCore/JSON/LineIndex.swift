/// Where the lines of a UTF-8 text begin.
struct LineIndex: Sendable {
  /// The first byte of each line; a line ends after its line feed.
  private(set) var starts: [Int32]

  init(firstLineAt start: Int) { starts = [Int32(start)] }

  mutating func startLine(at offset: Int) { starts.append(Int32(offset)) }

  /// The line and the column of a byte, both counted from 1.
  ///
  /// Columns are characters as an editor shows them; in a line over 4096 bytes, Unicode scalars,
  /// so that a file of one endless line stays cheap to complain about.
  func position(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    let start = min(Int(starts[low]), offset)
    let before = bytes[start..<min(offset, bytes.count)]
    let column =
      before.count <= 4_096
      ? String(decoding: before, as: UTF8.self).count
      : before.count { $0 & 0b1100_0000 != 0b1000_0000 }
    return (low + 1, column + 1)
  }
}
