import Foundation
import KinerjaCore
import Testing

@Suite struct JSONValueTests {
  @Test func `canonical bytes do not depend on the order or spelling given`() throws {
    let one = try JSONDocument(#" { "b" : [1.50, "\u00e9\/"], "a": -0, "ä": 1e2, "Z": {} } "#)
    let two = try JSONDocument(#"{"Z":{},"ä":100,"a":0.0,"b":[15e-1,"é/"]}"#)
    #expect(one.root.value == two.root.value)
    let bytes = one.root.value.canonicalBytes
    #expect(bytes == two.root.value.canonicalBytes)
    #expect(String(decoding: bytes, as: UTF8.self) == #"{"Z":{},"a":0,"b":[1.5,"é/"],"ä":100}"#)
  }

  @Test func `only what must be escaped is escaped`() {
    let value = JSONValue.string("\"\\/\u{8}\u{C}\n\r\t\u{1}\u{1F}\u{7F}\u{2028}é𝄞")
    #expect(
      String(decoding: value.canonicalBytes, as: UTF8.self)
        == "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\u{7F}\u{2028}é𝄞\"")
  }

  @Test func `keys are ordered by their bytes`() {
    let value: JSONValue = ["😀": 1, "\u{FFFD}": 2, "a": 3, "B": 4, "": 5, "aa": 6]
    #expect(
      String(decoding: value.canonicalBytes, as: UTF8.self)
        == "{\"\":5,\"B\":4,\"a\":3,\"aa\":6,\"\u{FFFD}\":2,\"😀\":1}")
  }

  @Test func `the form for people keeps short things on a line`() {
    let value: JSONValue = [
      "name": ["id": "Rasio capaian", "en": "Ratio of attainment"],
      "steps": [
        [
          "id": "work",
          "source": ["instrument": "PP 46/2011", "article": "Pasal 15", "note": "bobot"],
        ],
        [],
      ],
      "weights": [60, 40], "nothing": .object([:]),
    ]
    #expect(
      value.prettyText == """
        {
          "name": {"en": "Ratio of attainment", "id": "Rasio capaian"},
          "nothing": {},
          "steps": [
            {
              "id": "work",
              "source": {
                "article": "Pasal 15",
                "instrument": "PP 46/2011",
                "note": "bobot"
              }
            },
            []
          ],
          "weights": [60, 40]
        }

        """)
  }

  @Test(arguments: [
    ["0", "0"], ["-0", "0"], ["-0.00e5", "0"], ["12", "12"], ["-12.50", "-12.5"], ["1e3", "1000"],
    ["1E-3", "0.001"], ["0.1e1", "1"],
    ["123456789012345678901234567890", "123456789012345678901234567890"],
    ["1e37", "1" + String(repeating: "0", count: 37)], ["1e38", "1e38"], ["12e38", "1.2e39"],
    ["1e-38", "0." + String(repeating: "0", count: 37) + "1"], ["1.5e-39", "1.5e-39"],
    ["100e-2", "1"], ["1.23e1", "12.3"], ["0e9999", "0"],
    ["0.01e1002", "1e1000"], ["10e-1001", "1e-1000"],
    [String(repeating: "7", count: 1_000), "7." + String(repeating: "7", count: 999) + "e999"],
  ])
  func `a number has one spelling`(pair: [String]) throws {
    let number = try #require(JSONNumber(pair[0]))
    #expect(number.text == pair[1])
    #expect(JSONNumber(number.text) == number)
    #expect(try JSONDocument(number.text).root.value == .number(number))
  }

  @Test(arguments: [
    "", "-", "01", "1.", ".1", "+1", "1e", "0x1", "1 ", "NaN", "1e1001", "10e1000", "1e-1001",
    "1e99999999999999999999", "١",
  ])
  func `text that is no number gives none`(text: String) {
    #expect(JSONNumber(text) == nil)
  }

  @Test func `a number too long to be written again is refused`() {
    let text = String(repeating: "7", count: 1_001)
    #expect(JSONNumber(text) == nil)
    let error = #expect(throws: InvalidInput.self) { try JSONDocument("[\(text)]") }
    #expect(error?.problems.map(\.code) == ["json.number-size"])
  }

  @Test func `members without a value are left out`() {
    let nothing: JSONValue? = nil
    #expect(JSONValue.object(of: ["a": 1, "b": nothing, "c": nil]) == ["a": 1])
    let isLeftOut = nothing == nil
    #expect(JSONValue.object(of: ["b": isLeftOut ? nil : "text"]) == .object([:]))
    var members: [String: JSONValue] = ["a": 1]
    members["a"] = isLeftOut ? nil : "text"
    #expect(members == [:])
  }

  @Test func `values pass through the coders of Foundation`() throws {
    let value: JSONValue = [
      "a": [.null, true, false, -1, "teks"], "b": ["c": .object([:])],
      "d": .number(try #require(JSONNumber("0.1"))),
      "e": .number(try #require(JSONNumber("12345.678"))), "f": .integer(.max),
    ]
    #expect(try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(value)) == value)
    let encoder = PropertyListEncoder()
    let plain: JSONValue = [
      "a": [true, -1, "teks"], "d": .number(try #require(JSONNumber("0.1"))),
    ]
    #expect(
      try PropertyListDecoder().decode(JSONValue.self, from: encoder.encode(plain)) == plain)
  }

  @Test func `a coder that would lose digits is refused`() throws {
    let number = try #require(JSONNumber("0.12345678901234567891"))
    #expect(throws: EncodingError.self) { try JSONEncoder().encode(JSONValue.number(number)) }
    // Foundation's own JSON decoder hands over 38 digits.
    let data = Data("[0.12345678901234567891]".utf8)
    #expect(try JSONDecoder().decode(JSONValue.self, from: data) == [.number(number)])
  }
}
