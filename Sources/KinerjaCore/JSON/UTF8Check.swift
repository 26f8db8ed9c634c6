/// Finds what is not UTF-8, and where lines begin, in one pass.
struct UTF8Check {
  private(set) var lines: LineIndex
  /// The first byte of each run of bytes that are not UTF-8.
  private(set) var faults: [Int] = []

  init(_ bytes: [UInt8], from start: Int) {
    lines = LineIndex(firstLineAt: start)
    var offset = start
    var endOfLastFault = -1
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte < 0x80 {
        offset += 1
        if byte == UInt8(ascii: "\n") { lines.startLine(at: offset) }
        continue
      }
      if let length = Self.length(of: byte, at: offset, in: bytes) {
        offset += length
      } else {
        if offset != endOfLastFault { faults.append(offset) }
        offset += 1
        endOfLastFault = offset
      }
    }
  }

  /// The length of the scalar at `offset`; nil if there is none (Unicode, table 3-7).
  private static func length(of lead: UInt8, at offset: Int, in bytes: [UInt8]) -> Int? {
    let (length, second): (Int, ClosedRange<UInt8>)
    switch lead {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return nil }
    for further in bytes[(offset + 2)..<(offset + length)] where !(0x80...0xBF).contains(further) {
      return nil
    }
    return length
  }
}
