import Foundation
import KinerjaTables

/// A file of ratings, `ratee,rater,item,rating`, made from a seed.
struct RatingsFile {
  let path: String
  let rowCount: Int
  let byteCount: Int

  /// Writes the file: as many persons as a tenth of the rows, each rated by whom chance has it.
  ///
  /// Rows come as forms do, thirteen items of one rater on one person together; shuffled, each row
  /// has persons of its own, which is the worst that can happen to a dictionary.
  ///
  /// It goes out piece by piece, so that the process's largest memory is the readers'.
  init(rows: Int, seed: UInt64, isShuffled: Bool, path: String) throws {
    let stream = RandomStream(seed: seed)
    let ratees = max(10, rows / 10)
    let raters = max(5, rows / 50)
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let handle = FileHandle(forWritingAtPath: path)
    else { throw CocoaError(.fileWriteUnknown) }
    var bytes = Array("ratee,rater,item,rating\n".utf8)
    var written = 0
    for row in 0..<rows {
      let form = isShuffled ? row : row / 13
      let item = isShuffled ? stream.integer(in: 1...13, at: 4 * row + 2) : row % 13 + 1
      Self.append("P", stream.integer(in: 1...ratees, at: 4 * form), width: 7, to: &bytes)
      bytes.append(UInt8(ascii: ","))
      Self.append("R", stream.integer(in: 1...raters, at: 4 * form + 1), width: 6, to: &bytes)
      bytes.append(UInt8(ascii: ","))
      Self.append("i", item, width: 2, to: &bytes)
      bytes.append(UInt8(ascii: ","))
      Self.append("", stream.integer(in: 1...5, at: 4 * row + 3), width: 1, to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
      if bytes.count >= 1 << 18 || row == rows - 1 {
        try handle.write(contentsOf: Data(bytes))
        written += bytes.count
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try handle.close()
    self.path = path
    rowCount = rows
    byteCount = written
  }

  private static func append(_ prefix: String, _ number: Int, width: Int, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: prefix.utf8)
    var power = 1
    for _ in 1..<max(width, 1) { power *= 10 }
    var rest = number
    while power > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / power % 10))
      rest %= power
      power /= 10
    }
  }
}
