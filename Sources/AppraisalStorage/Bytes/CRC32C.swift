/// The checksum of iSCSI and of many file formats: CRC-32 with Castagnoli's polynomial.
///
/// It finds every error of up to 32 neighbouring bits. It is no protection against somebody who
/// means to deceive. Source: RFC 3720, section 12.1 and appendix B.4 for test values.
package struct CRC32C: Sendable {
  private var register: UInt32 = .max

  /// Begins a checksum.
  package init() {}

  /// The checksum of the bytes so far.
  package var value: UInt32 { ~register }

  /// Takes in more bytes.
  package mutating func update(_ bytes: some Sequence<UInt8>) {
    let done: Void? = bytes.withContiguousStorageIfAvailable { update($0) }
    if done == nil { Array(bytes).withUnsafeBufferPointer { update($0) } }
  }

  private mutating func update(_ bytes: UnsafeBufferPointer<UInt8>) {
    var crc = register
    Self.table.withUnsafeBufferPointer { table in
      for byte in bytes {
        crc = table[Int((crc ^ UInt32(byte)) & 0xFF)] ^ (crc >> 8)
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

  // The polynomial 0x1EDC6F41, bits reversed.
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { crc, _ in
      crc & 1 == 1 ? (crc >> 1) ^ 0x82F6_3B78 : crc >> 1
    }
  }
}
