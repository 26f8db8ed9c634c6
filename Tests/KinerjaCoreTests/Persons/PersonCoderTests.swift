import Foundation
import KinerjaCore
import Testing

@Suite struct PersonCoderTests {
  static let digits = "199001012015041001"

  // By Python: hmac.new(bytes(range(32)), digits, sha256).digest()[:16], two letters a byte.
  @Test func `the code is the published function of key and digits`() throws {
    let coder = try PersonCoder(key: 0..<32)
    let code = coder.personID(for: try NationalPersonNumber("19900101 201504 1 001"))
    #expect(code.text == "pghokhldapngjlcgemjiildcdefipmlo")
    #expect(
      coder.personID(for: try NationalPersonNumber("199009132025242014")).text
        == "epadjebdgfpjdmkadoifbehfjpdlhnge")
  }

  @Test func `another key or number gives another code`() throws {
    let coder = try PersonCoder(key: 0..<32)
    let other = try PersonCoder(key: 1..<33)
    let number = try NationalPersonNumber(Self.digits)
    #expect(coder.personID(for: number) == coder.personID(for: number))
    #expect(coder.personID(for: number) != other.personID(for: number))
    let neighbour = try NationalPersonNumber("199001012015041002")
    #expect(coder.personID(for: number) != coder.personID(for: neighbour))
  }

  @Test func `a key that can be guessed is refused`() {
    #expect(throws: InvalidPersonKey.self) { try PersonCoder(key: []) }
    #expect(throws: InvalidPersonKey.self) { try PersonCoder(key: 0..<15) }
    #expect(throws: InvalidPersonKey.self) {
      try PersonCoder(key: [UInt8](repeating: 7, count: 32))
    }
  }

  @Test func `nothing of the key is described`() throws {
    let coder = try PersonCoder(key: [UInt8](repeating: 77, count: 31) + [78])
    var dumped = ""
    dump(coder, to: &dumped)
    dump(PersonReader.nationalNumbers(coder), to: &dumped)
    #expect(!"\(coder) \(String(reflecting: coder)) \(dumped)".contains { $0.isNumber })
  }

  @Test(arguments: [
    digits, "19900101 201504 1 001", "19900101.201504.1.001", "19900101-201504-1-001",
    "'199001012015041001", "999999999999999999", "NIP199001012015041001", "p:199001012015041001",
    "3201012901950001", "32.01.01.290195.0001",
  ])
  func `a person's identifier refuses what looks like a number, whoever reads it`(text: String) {
    let error = #expect(throws: InvalidIdentifier.self) { try PersonID(text) }
    #expect(error?.reason == .personNumber)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([PersonID].self, from: JSONEncoder().encode([text]))
    }
    let refused = #expect(throws: InvalidInput.self) {
      try PersonReader.opaqueCodes.personID(from: text)
    }
    var dumped = ""
    if let error { dump(error, to: &dumped) }
    if let refused { dump(refused, to: &dumped) }
    let shown = [
      dumped, error.map { "\($0) \(String(reflecting: $0))" } ?? "",
      refused?.report(in: .indonesian) ?? "", refused?.report(in: .english) ?? "",
    ].joined()
    for digits in ["1990", "2015", "3201", "9999", "1001", "001"] {
      #expect(!shown.contains(digits))
    }
  }

  @Test(arguments: [
    "p-0001", "12345", "550e8400-e29b-41d4-a716-446655440000", "20260101-000123",
    "123456789012345", "12345678901234567", "A1234567890123456789012345", "x999999999999999999",
  ])
  func `an opaque code is not mistaken for one`(text: String) throws {
    #expect(try PersonID(text).text == text)
    #expect(try PersonReader.opaqueCodes.personID(from: text).text == text)
  }

  @Test func `other identifiers may have 18 digits`() throws {
    let text = "199001012015041001"
    #expect(try UnitID(text).text == text)
  }

  @Test func `a definition file with numbers for keys or values is refused without repeating them`()
  {
    let json = #"{"199001012015041001": 4, "p-1": {"x": "19900101 201504 1 001"}}"#
    let error = #expect(throws: InvalidInput.self) {
      try JSONDocument(json, file: "people.json").read([PersonID: Int].self)
    }
    var dumped = ""
    if let error { dump(error, to: &dumped) }
    #expect(error?.problems.map(\.code) == ["core.person-number-as-code", "definition.kind"])
    #expect(error?.problems.first.map { "\($0.place)" } == "people.json:1:2: …")
    #expect(!"\(error.debugDescription)\(dumped)".contains("1990"))
  }

  @Test func `a reader of numbers gives the code`() throws {
    let coder = try PersonCoder(key: 0..<32)
    let expected = coder.personID(for: try NationalPersonNumber(Self.digits))
    #expect(try PersonReader.nationalNumbers(coder).personID(from: Self.digits) == expected)
    #expect(try PersonID(expected.text) == expected)
    let error = #expect(throws: InvalidInput.self) {
      try PersonReader.nationalNumbers(coder).personID(from: "12345")
    }
    #expect(
      error?.report(in: .english)
        == """
        this NIP has 5 digits; write 18 digits; the old NIP of 9 digits is no longer in force
        """)
  }
}
