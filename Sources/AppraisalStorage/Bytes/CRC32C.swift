/// The checksum of iSCSI and of many file formats: CRC-32 with Castagnoli's polynomial.
///
/// It finds every error of up to 32 neighbouring bits. It is no protection against somebody who
/// means to deceive. Source: RFC 3720, section 12.1 and appendix B.4 for test values.
package struct CRC32C: Sendable {
  private var register: UInt32 = .max

  /// Begins a checksum.
  package init() {}

  /// Goes on from the checksum of earlier bytes.
  package init(continuing checksum: UInt32) { register = ~checksum }

  /// The checksum of the bytes so far.
  package var value: UInt32 { ~register }

  /// Takes in more bytes.
  package mutating func update(_ bytes: some Sequence<UInt8>) {
    let done: Void? = bytes.withContiguousStorageIfAvailable { update(UnsafeRawBufferPointer($0)) }
    if done == nil { Array(bytes).withUnsafeBytes { update($0) } }
  }

  /// Takes in words as they lie in memory.
  mutating func update(_ words: [UInt64]) { words.withUnsafeBytes { update($0) } }

  // Eight bytes a step by eight tables ("slicing by 8", Kounavis and Berry 2005): the checksum is
  // half the work of opening a folder when it is taken byte by byte.
  private mutating func update(_ bytes: UnsafeRawBufferPointer) {
    var crc = register
    let eights = bytes.count / 8 * 8
    Self.tables.withUnsafeBufferPointer { tables in
      for start in stride(from: 0, to: eights, by: 8) {
        let word = UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
        let mixed = word ^ UInt64(crc)
        crc = 0
        for place in 0..<8 {
          let byte = Int(truncatingIfNeeded: mixed >> (8 * place)) & 0xFF
          crc ^= tables[256 * (7 - place) + byte]
        }
      }
      for byte in bytes[eights...] {
        crc = tables[Int((crc ^ UInt32(byte)) & 0xFF)] ^ (crc >> 8)
      }
    }
    register = crc
  }

  /// The checksum of some bytes at once.
  package static func checksum(of bytes: some Sequence<UInt8>) -> UInt32 {
    var crc = CRC32C()
    crc.update(bytes)
    return crc.value
  }

  // Eight tables of 256: what a byte does to the register from 0 to 7 bytes further on. The
  // polynomial is 0x1EDC6F41, bits reversed.
  private static let tables: [UInt32] = {
    var tables: [UInt32] = []
    for byte in 0..<256 as Range<UInt32> {
      var crc = byte
      for _ in 0..<8 { crc = crc & 1 == 1 ? (crc >> 1) ^ 0x82F6_3B78 : crc >> 1 }
      tables.append(crc)
    }
    for index in 256..<2_048 {
      let before = tables[index - 256]
      tables.append(tables[Int(before & 0xFF)] ^ (before >> 8))
    }
    return tables
  }()
}
