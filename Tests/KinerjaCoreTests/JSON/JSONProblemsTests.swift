import KinerjaCore
import Testing

/// A broken file and exactly what is to be said of it.
struct BrokenJSON: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  let report: String

  init(_ name: String, _ text: String, _ report: String) {
    self.name = name
    self.text = text
    self.report = report
  }

  var testDescription: String { name }

  static let all: [BrokenJSON] = [
    BrokenJSON(
      "trailing commas", "{\n  \"a\": [1, 2,],\n  \"b\": 3,\n}",
      """
      line 2:13: a[2]: a comma stands right before "]"; remove the comma
      line 3:9: a comma stands right before "}"; remove the comma
      """),
    BrokenJSON(
      "missing commas", "{\n  \"a\": 1\n  \"b\": [2 3]\n}",
      """
      line 3:3: no comma stands before this; add a comma
      line 3:11: b[1]: no comma stands before this; add a comma
      """),
    BrokenJSON(
      "commas too many", "[1,, 2]",
      """
      line 1:4: [1]: this comma is one too many; remove it
      """),
    BrokenJSON(
      "missing colon and value", "{\"a\" 1, \"b\", \"c\":, \"d\": }",
      """
      line 1:6: a: no colon follows the key "a"; write a colon and a value after the key
      line 1:12: b: no colon follows the key "b"; write a colon and a value after the key
      line 1:18: c: no value follows the key "c"; write the value, or remove the key
      line 1:25: d: no value follows the key "d"; write the value, or remove the key
      """),
    BrokenJSON(
      "truncated", "{\n  \"a\": [1, {\"b\": ",
      """
      line 2:18: a[1].b: the file ends before the "{" at 2:12 is closed; complete the file and \
      close it with "}"
      """),
    BrokenJSON(
      "brackets that do not match", "{\"a\": [1, 2}, \"b\": 3]",
      """
      line 1:12: a[2]: "}" does not match the "[" at 1:7; write "]" here
      line 1:13: text follows the end of the JSON value; remove the rest; a file holds one value
      """),
    BrokenJSON(
      "a wrong bracket for the only open one", "[1, 2}",
      """
      line 1:6: [2]: "}" does not match the "[" at 1:1; write "]" here
      """),
    BrokenJSON(
      "comments", "{ // weights\n  \"a\": 1 /* one */\n}",
      """
      line 1:3: JSON has no comments; remove the comment
      line 2:10: JSON has no comments; remove the comment
      """),
    BrokenJSON(
      "JavaScript", "{kind: 'ratio', \"n\": undefined}",
      """
      line 1:2: the key kind has no quotation marks; write "kind"
      line 1:8: kind: the text stands in single quotation marks; use double quotation marks
      line 1:22: n: "undefined" is not a JSON value; write true, false or null, or put the text in \
      double quotation marks
      """),
    BrokenJSON(
      "Python", "{\"a\": True, \"b\": None}",
      """
      line 1:7: a: "True" is not a JSON value; write true, false or null, or put the text in double \
      quotation marks
      line 1:18: b: "None" is not a JSON value; write true, false or null, or put the text in \
      double quotation marks
      """),
    BrokenJSON(
      "a decimal comma", "{\"weight\": 0,25, \"b\": 1}",
      """
      line 1:12: the number seems to be written with a decimal comma; in JSON write a decimal \
      point: 0.25
      """),
    BrokenJSON(
      "numbers", "[01, +1, .5, 2., 1e999999]",
      """
      line 1:2: [0]: "01" is not a JSON number; write it like -12.5: no plus or zero in front, \
      digits on both sides of the point
      line 1:6: [1]: "+1" is not a JSON number; write it like -12.5: no plus or zero in front, \
      digits on both sides of the point
      line 1:10: [2]: ".5" is not a JSON number; write it like -12.5: no plus or zero in front, \
      digits on both sides of the point
      line 1:14: [3]: "2." is not a JSON number; write it like -12.5: no plus or zero in front, \
      digits on both sides of the point
      line 1:18: [4]: the number is too long or too large; write at most 1000 digits and powers of \
      ten up to 1000
      """),
    BrokenJSON(
      "a text over two lines", "{\"a\": \"one\ntwo\", \"b\": 2}",
      """
      line 1:7: a: the text is not closed on its line; close it with "; write a line break as \\n
      """),
    BrokenJSON(
      "a forgotten quotation mark", "{\n  \"a\": \"one,\n  \"b\": \"two\n}",
      """
      line 2:8: a: the text is not closed on its line; close it with "; write a line break as \\n
      line 3:8: b: the text is not closed on its line; close it with "; write a line break as \\n
      """),
    BrokenJSON(
      "a tab and a control character in texts", "[\"a\tb\", \"\u{1B}\"]",
      """
      line 1:4: [0]: the control character U+0009 stands in a text; write \\t
      line 1:10: [1]: the control character U+001B stands in a text; write \\u001B
      """),
    BrokenJSON(
      "escapes", "[\"C:\\data\", \"\\u00G0\", \"\\ud83d!\"]",
      """
      line 1:5: [0]: "\\d" is not an escape of JSON; write \\\\ for a backslash, or \\u with four \
      hexadecimal digits
      line 1:14: [1]: "\\u" is not an escape of JSON; write \\\\ for a backslash, or \\u with four \
      hexadecimal digits
      line 1:24: [2]: \\ud83d is half of a character; write both halves, or the character itself
      """),
    BrokenJSON(
      "a key that stands twice", "{\n  \"a\": {\"x\": 1, \"y\": 2, \"x\": 3},\n  \"a\": 4\n}",
      """
      line 2:25: a.x: the key "x" already stands at 2:9; remove one of the two
      line 3:3: a: the key "a" already stands at 2:3; remove one of the two
      """),
    BrokenJSON(
      "text after the end", "{}\n{}",
      """
      line 2:1: text follows the end of the JSON value; remove the rest; a file holds one value
      """),
    BrokenJSON(
      "characters from elsewhere", "{\"a\": “b”, \"c\"; 1, \"d\" = 2, \"e\": *}",
      """
      line 1:7: a: "“b”" is not a JSON value; write true, false or null, or put the text in double \
      quotation marks
      line 1:15: c: no colon follows the key "c"; write a colon and a value after the key
      line 1:24: d: no colon follows the key "d"; write a colon and a value after the key
      line 1:34: e: "*" does not belong here; remove it, or write a value
      """),
    BrokenJSON(
      "nothing", "  \n",
      "line 2:1: the file is empty; write a JSON value, such as an object in braces"),
  ]
}

@Suite struct JSONProblemsTests {
  @Test(arguments: BrokenJSON.all)
  func `a broken file is answered line by line`(file: BrokenJSON) {
    let error = #expect(throws: InvalidInput.self) { try JSONDocument(file.text) }
    #expect(error?.description == file.report)
  }

  @Test func `bytes that are not UTF-8 are named once for each run, by line and column`() {
    // "Puskesmas Lepo é" as an old editor saves it, in Latin-1.
    let bytes =
      Array("{\n \"a\": \"x ".utf8) + [0xE9, 0xE8] + Array("\", \"b\": ".utf8) + [0x93, 0x22, 0x22]
      + Array("}".utf8)
    let error = #expect(throws: InvalidInput.self) { try JSONDocument(bytes) }
    #expect(
      error?.problems.map { "\($0.place) \($0.code)" } == [
        "line 2:10 json.encoding", "line 2:20 json.encoding",
      ])
  }

  @Test func `the file's name and Indonesian sentences`() {
    let error = #expect(throws: InvalidInput.self) {
      try JSONDocument("{\"bobot\": 0,6}", file: "aturan.json")
    }
    #expect(
      error?.report(in: .indonesian) == """
        aturan.json:1:11: angka ini tampaknya ditulis dengan koma desimal; di dalam JSON tulis \
        titik desimal: 0.6
        """)
  }
}
