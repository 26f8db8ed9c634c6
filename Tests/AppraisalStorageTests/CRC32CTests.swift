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
}
