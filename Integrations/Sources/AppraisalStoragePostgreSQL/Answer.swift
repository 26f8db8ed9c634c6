import CLibPQ

/// The rows that a statement answered with.
final class Answer {
  private let result: OpaquePointer

  init(owning result: OpaquePointer) { self.result = result }

  deinit { PQclear(result) }

  var count: Int { Int(PQntuples(result)) }

  /// What the statement did, such as `COMMIT`.
  var command: String { String(cString: PQcmdStatus(result)) }

  /// How many rows the statement changed.
  var changed: Int { Int(String(cString: PQcmdTuples(result))) ?? 0 }

  func isNull(_ row: Int, _ column: Int) -> Bool {
    PQgetisnull(result, Int32(row), Int32(column)) == 1
  }

  func bytes(_ row: Int, _ column: Int) -> [UInt8] {
    Array(raw(row, column))
  }

  func text(_ row: Int, _ column: Int) -> String {
    String(decoding: raw(row, column), as: UTF8.self)
  }

  /// A number of any width, or nought for null.
  func integer(_ row: Int, _ column: Int) -> Int64 { integer(raw(row, column)) }

  /// A one-dimensional array of numbers without nulls.
  func integers(_ row: Int, _ column: Int) -> [Int64] {
    let all = raw(row, column)
    guard all.count >= 20 else { return [] }
    var integers: [Int64] = []
    var offset = 20
    while offset + 4 <= all.count {
      let length = Int(integer(UnsafeRawBufferPointer(rebasing: all[offset..<offset + 4])))
      let start = offset + 4
      guard length >= 0, start + length <= all.count else { break }
      integers.append(integer(UnsafeRawBufferPointer(rebasing: all[start..<start + length])))
      offset = start + length
    }
    return integers
  }

  private func integer(_ bytes: UnsafeRawBufferPointer) -> Int64 {
    guard let first = bytes.first else { return 0 }
    return bytes.reduce(first & 0x80 == 0 ? 0 : -1) { $0 << 8 | Int64($1) }
  }

  private func raw(_ row: Int, _ column: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(
      start: PQgetvalue(result, Int32(row), Int32(column)),
      count: Int(PQgetlength(result, Int32(row), Int32(column))))
  }
}
