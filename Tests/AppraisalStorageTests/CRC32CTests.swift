import AppraisalStorage
import Testing

@Suite struct CRC32CTests {
  struct Case: Sendable {
    let bytes: [UInt8]
    let checksum: UInt32
  }

  // RFC 3720, appendix B.4, and the check value of the catalogue of parametrised CRCs.
  @Test(arguments: [
    Case(bytes: Array(repeating: 0, count: 32), checksum: 0x8A91_36AA),
    Case(bytes: Array(repeating: 0xFF, count: 32), checksum: 0x62A8_AB43),
    Case(bytes: Array(0...31), checksum: 0x46DD_794E),
    Case(bytes: Array((0...31).reversed()), checksum: 0x113F_DB5C),
    Case(bytes: Array("123456789".utf8), checksum: 0xE306_9283),
    Case(bytes: [], checksum: 0),
  ])
  func `published values`(test: Case) {
    #expect(CRC32C.checksum(of: test.bytes) == test.checksum)
    var crc = CRC32C()
    for byte in test.bytes { crc.update(CollectionOfOne(byte)) }
    #expect(crc.value == test.checksum)
  }

  // The definition, bit by bit, against lengths and starts that the quick way cuts differently.
  @Test func `agrees with the definition at every length`() {
    let bytes = (0..<100).map { UInt8(truncatingIfNeeded: $0 * $0 * 31 + 7) }
    for start in 0..<9 {
      for end in start...bytes.count {
        let slow = bytes[start..<end].reduce(UInt32.max) { crc, byte in
          (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in
            crc & 1 == 1 ? (crc >> 1) ^ 0x82F6_3B78 : crc >> 1
          }
        }
        #expect(CRC32C.checksum(of: bytes[start..<end]) == ~slow)
      }
    }
  }
}
