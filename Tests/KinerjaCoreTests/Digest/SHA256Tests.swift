import Foundation
import KinerjaCore
import Testing

@Suite struct SHA256Tests {
  struct Vector: Sendable {
    let message: String
    let hash: String
  }

  // FIPS 180-4 examples (NIST, "Cryptographic Standards and Guidelines", SHA256.pdf), and the empty message.
  @Test(arguments: [
    Vector(
      message: "", hash: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    Vector(
      message: "abc", hash: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    Vector(
      message: "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      hash: "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
    Vector(
      message: "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
        + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      hash: "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"),
    Vector(
      message: String(repeating: "a", count: 1_000_000),
      hash: "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
  ])
  func `published vectors`(vector: Vector) {
    #expect(SHA256.hash(vector.message.utf8).hex == vector.hash)
  }

  // The hash of the 201 hashes, by Python's hashlib: every length around the block border.
  @Test func `every length from 0 through 200`() {
    var all = SHA256()
    for length in 0...200 {
      all.update(SHA256.hash((0..<length).map { UInt8((7 * $0 + length) % 256) }).bytes)
    }
    #expect(
      all.finalize().hex == "e673d33f6940a6d3856d0d305fd88363ae0ba3b96e2411d8ddd5e0dd443f4525")
  }

  @Test(arguments: [1, 3, 63, 64, 65, 127, 128, 199])
  func `cutting the bytes into pieces changes nothing`(size: Int) {
    let bytes = (0..<200).map { UInt8($0) }
    var hash = SHA256()
    for start in stride(from: 0, to: bytes.count, by: size) {
      hash.update(bytes[start..<min(start + size, bytes.count)])
    }
    #expect(hash.finalize() == SHA256.hash(bytes))
    #expect(hash.finalize() == hash.finalize())
    hash.update([0])
    #expect(hash.finalize() == SHA256.hash(bytes + [0]))
  }

  @Test func `a sequence without storage hashes like an array`() {
    let bytes = (0..<100).map { UInt8($0) }
    #expect(SHA256.hash((0..<100).lazy.map { UInt8($0) }) == SHA256.hash(bytes))
  }

  @Test func `a digest comes back from its bytes, its text and its code`() throws {
    let digest = SHA256.hash("abc".utf8)
    #expect(Digest(bytes: digest.bytes) == digest)
    #expect(Digest(hex: digest.description) == digest)
    let data = try JSONEncoder().encode([digest])
    #expect(try JSONDecoder().decode([Digest].self, from: data) == [digest])
    for place in 0..<32 {
      var bytes = digest.bytes
      bytes[place] ^= 1
      #expect(Digest(bytes: bytes) != digest)
    }
  }

  @Test func `what is no digest is refused`() {
    let hex = SHA256.hash([]).hex
    #expect(Digest(bytes: [UInt8](repeating: 0, count: 31)) == nil)
    #expect(Digest(hex: hex.uppercased()) == nil)
    #expect(Digest(hex: hex.dropLast()) == nil)
    #expect(Digest(hex: "g" + hex.dropFirst()) == nil)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Digest].self, from: Data(#"["abc"]"#.utf8))
    }
  }
}
