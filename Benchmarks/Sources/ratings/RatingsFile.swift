import Foundation
import KinerjaTables

/// A file of ratings, `ratee,rater,item,rating`, made from a seed: three of twice √*ratees* raters rate
/// each ratee on five items, on five levels.
///
/// Ratees and raters differ by a point or so, so that agreement is neither 0 nor 1.
struct RatingsFile {
  let path: String

  /// Writes the file piece by piece, so that the process's largest memory is the reader's.
  init(ratings: Int, seed: UInt64, path: String) throws {
    let stream = RandomStream(seed: seed)
    let ratees = (ratings + 14) / 15
    let raters = max(3, Int(2 * Double(ratees).squareRoot()))
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let handle = FileHandle(forWritingAtPath: path)
    else { throw CocoaError(.fileWriteUnknown) }
    var bytes = Array("ratee,rater,item,rating\n".utf8)
    var left = ratings
    for ratee in 0..<ratees {
      let draws = stream.substream(ratee)
      let quality = draws.integer(in: -1...1, at: 0)
      let first = draws.integer(in: 0...(raters - 1), at: 1)
      let step = draws.integer(in: 1...max(1, (raters - 1) / 2), at: 2)
      for (place, rater) in [first, first + step, first + 2 * step].enumerated() {
        for item in 0..<5 where left > 0 {
          let level = 3 + quality + draws.integer(in: -1...1, at: 3 + 5 * place + item)
          Self.append("p", ratee, width: 7, to: &bytes)
          Self.append(",r", rater % raters, width: 4, to: &bytes)
          Self.append(",i", item + 1, width: 1, to: &bytes)
          Self.append(",", level, width: 1, to: &bytes)
          bytes.append(UInt8(ascii: "\n"))
          left -= 1
        }
      }
      if bytes.count >= 1 << 18 || ratee == ratees - 1 {
        try handle.write(contentsOf: Data(bytes))
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try handle.close()
    self.path = path
  }

  private static func append(_ prefix: String, _ number: Int, width: Int, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: prefix.utf8)
    var power = 1
    for _ in 1..<width { power *= 10 }
    var rest = number
    while power > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / power % 10))
      rest %= power
      power /= 10
    }
  }
}
