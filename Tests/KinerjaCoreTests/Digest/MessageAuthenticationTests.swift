import KinerjaCore
import Testing

@Suite struct MessageAuthenticationTests {
  struct Vector: Sendable {
    let key: [UInt8]
    let message: [UInt8]
    let code: String

    init(key: some Sequence<UInt8>, message: some Sequence<UInt8>, code: String) {
      self.key = Array(key)
      self.message = Array(message)
      self.code = code
    }
  }

  static func repeated(_ byte: UInt8, _ count: Int) -> [UInt8] {
    [UInt8](repeating: byte, count: count)
  }

  /// RFC 4231, test cases 1 to 7; the fifth is there cut to 128 bits.
  static let vectors = [
    Vector(
      key: repeated(0x0b, 20), message: "Hi There".utf8,
      code: "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
    Vector(
      key: "Jefe".utf8, message: "what do ya want for nothing?".utf8,
      code: "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
    Vector(
      key: repeated(0xaa, 20), message: repeated(0xdd, 50),
      code: "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
    Vector(
      key: 1...25, message: repeated(0xcd, 50),
      code: "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"),
    Vector(
      key: repeated(0x0c, 20), message: "Test With Truncation".utf8,
      code: "a3b6167473100ee06e0c796c2955552b"),
    Vector(
      key: repeated(0xaa, 131),
      message: "Test Using Larger Than Block-Size Key - Hash Key First".utf8,
      code: "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"),
    Vector(
      key: repeated(0xaa, 131),
      message: """
        This is a test using a larger than block-size key and a larger than block-size data. \
        The key needs to be hashed before being used by the HMAC algorithm.
        """.utf8,
      code: "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"),
  ]

  @Test(arguments: vectors) func `published vectors`(vector: Vector) {
    let code = MessageAuthentication(key: vector.key).code(for: vector.message)
    #expect(code.hex.hasPrefix(vector.code))
  }

  @Test func `a prepared key serves many messages`() {
    let keyed = MessageAuthentication(key: Self.vectors[0].key)
    let first = keyed.code(for: Self.vectors[0].message)
    #expect(keyed.code(for: [1]) != first)
    #expect(keyed.code(for: Self.vectors[0].message) == first)
  }

  @Test func `nothing of the key is described`() {
    let keyed = MessageAuthentication(key: [1, 2, 3])
    var dumped = ""
    dump(keyed, to: &dumped)
    for text in [String(describing: keyed), String(reflecting: keyed), dumped] {
      #expect(!text.contains { $0.isNumber })
    }
  }
}
