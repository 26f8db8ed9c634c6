import Foundation
import KinerjaTables

/// The ways of getting the file into memory that are compared.
enum Ways {
  static let layout = CSVLayout([
    .code("ratee"), .code("rater"), .code("item"), .integer("rating", in: 1...5),
  ])

  static func kinerja(_ file: RatingsFile, threads: Int) throws -> Table {
    try CSVReader(layout, parallel: ParallelBlocks(threads: threads)).read(path: file.path)
  }

  /// A number that changes if any cell does.
  static func checksum(_ table: Table) -> Int {
    var sum: UInt64 = 0
    let ratees = table.codes("ratee").indices
    let raters = table.codes("rater").indices
    let items = table.codes("item").indices
    let ratings = table.integers("rating").values
    for row in 0..<table.rowCount {
      for cell in [Int(ratees[row]), Int(raters[row]), Int(items[row]), Int(ratings[row])] {
        sum = (sum &+ UInt64(cell)) &* 0x9E37_79B9_7F4A_7C15
        sum ^= sum >> 29
      }
    }
    return Int(sum >> 12)
  }

  /// What one writes first: a string of the whole file, split, with dictionaries of strings.
  static func naive(_ file: RatingsFile) throws -> Int {
    let text = try String(contentsOf: URL(fileURLWithPath: file.path), encoding: .utf8)
    var dictionaries: [[String: Int32]] = [[:], [:], [:]]
    var indices: [[Int32]] = [[], [], []]
    var ratings: [Int] = []
    for line in text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      guard cells.count == 4, let rating = Int(cells[3]), (1...5).contains(rating) else { continue }
      for column in 0..<3 {
        let next = Int32(dictionaries[column].count)
        let code = dictionaries[column][String(cells[column]), default: next]
        if code == next { dictionaries[column][String(cells[column])] = next }
        indices[column].append(code)
      }
      ratings.append(rating)
    }
    return ratings.count
  }

  /// The bytes alone: read in pieces as large as the reader's, each looked at once.
  static func bytesOnly(_ file: RatingsFile) throws -> UInt64 {
    guard let handle = FileHandle(forReadingAtPath: file.path) else { return 0 }
    var sum: UInt64 = 0
    while let piece = try handle.read(upToCount: 4 << 20), !piece.isEmpty {
      piece.withUnsafeBytes { bytes in
        for byte in bytes { sum &+= UInt64(byte) }
      }
    }
    return sum
  }
}
