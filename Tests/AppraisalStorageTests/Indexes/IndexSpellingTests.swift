import KinerjaCore
import Testing

@testable import AppraisalStorage

@Suite struct IndexSpellingTests {
  private func text(_ value: IndexValue) -> String { IndexSpelling(value).text }

  // Worked by hand from the tables in the source.
  @Test(arguments: [
    (IndexValue.text("dinkes"), "tdinkes"), (.text(""), "t"), (.text("Dinas A"), "tDinas.WA"),
    (.text("y/é"), "ty0.lzCym"), (.number(0), "np0"),
    (.number(75), "np275"), (.number("73.5"), "np273.5"), (.number("-73.5"), "nmx26.4:"),
    (.number(-1), "nmy8:"), (.number("0.05"), "np0.05"),
    (.day("2026-02-28"), "d20260228"),
  ])
  func `spellings can be read`(value: IndexValue, spelling: String) {
    #expect(text(value) == spelling)
  }

  @Test func `moments take twelve digits`() throws {
    #expect(text(.instant(.first)) == "i000000000000")
    let day = try Day(year: 1970, month: 1, day: 1)
    #expect(text(.instant(try Instant(day, hour: 0, in: .wib))) == "i062135571600")
    #expect(text(.instant(.last)).utf8.count == 13)
  }

  private func check(_ values: [IndexValue]) throws {
    for left in values {
      let spelling = text(left)
      #expect(!spelling.contains("-") && spelling.utf8.count <= 121)
      let key = try KeyText(spelling + "-p-01")
      for right in values {
        let other = try KeyText(text(right) + "-p-01")
        #expect((key < other) == (left < right), "\(left) \(right)")
        #expect((key == other) == (left == right), "\(left) \(right)")
      }
    }
  }

  @Test func `texts are in the order of their bytes`() throws {
    // Every single byte that UTF-8 has, and neighbours at every length.
    var texts: [String] = []
    for code in UInt32(0)...0x10FFFF where code < 0x180 || code % 0x3D1 == 0 {
      if let scalar = Unicode.Scalar(code) { texts.append(String(scalar)) }
    }
    texts += ["", "a", "a\u{0}", "a\u{0}\u{0}", "ab", "a-", "a.", "a/", "az", "aé", "ae\u{301}"]
    texts += ["zz", "z", "yz", "y", "xz", "Zz", "9:", ":", "A", "_", "`"]
    // To compare all pairs would take long, and strangers far apart tell nothing.
    let values = texts.map { IndexValue.text($0) }.sorted()
    let keys = try values.map { try KeyText(text($0) + "-p") }
    #expect(keys == keys.sorted() && Set(keys).count == Set(texts.map { Array($0.utf8) }).count)
    try check(values.suffix(11) + texts.suffix(22).map { IndexValue.text($0) })
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `random texts are in the order of their bytes`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let pieces = ["a", "b", "y", "z", " ", "-", "/", "é", "e\u{301}", "ü", "漢", "😀", "\u{0}", "Z"]
    try check(
      (0..<60).map { _ in
        .text((0..<dice.roll(6)).map { _ in dice.pick(pieces) }.joined())
      })
  }

  @Test func `numbers are in the order of their values`() throws {
    let greatest = Int128.max
    var numbers: [Ratio] = [0, 1, -1, 9, 10, 99, 100, -9, -10, -99, -100, "0.1", "-0.1"]
    for pair: (Int128, Int128) in [
      (1, 3), (-1, 3), (2, 3), (10, 3), (1, greatest), (-1, greatest), (2, greatest),
      (1, greatest - 1), (greatest, 1), (-greatest, 1), (greatest - 1, greatest),
      (greatest - 2, greatest - 1), (greatest, greatest - 1), (-greatest, greatest - 1), (22, 7),
      (355, 113), (73, 2), (731, 20), (-73, 2), (-731, 20), (1, 1_000_000_007),
    ] { numbers.append(try Ratio(pair.0, over: pair.1)) }
    var dice = Dice(seed: 5)
    for _ in 0..<60 {
      numbers.append(
        try Ratio(Int128(dice.roll(2_000) - 1_000), over: Int128(1 + dice.roll(60))))
    }
    try check(numbers.map { .number($0) })
  }

  @Test func `days and kinds are in order`() throws {
    try check([
      .day(.first), .day("1969-12-31"), .day("1970-01-01"), .day("2026-02-28"), .day(.last),
      .instant(.first), .instant(.last), .number(-5), .number(5), .text(""), .text("a"),
    ])
  }

  @Test func `a long text is cut where its order ends, and told from its neighbours`() {
    let stem = String(repeating: "a", count: 86)
    let whole = [stem, stem + "a"]
    for text in whole { #expect(IndexSpelling(.text(text)).digest == nil) }
    let long = [stem + "ab", stem + "ac", stem + "aé", stem + "ab" + stem]
    let spellings = long.map { IndexSpelling(.text($0)) }
    #expect(Set(spellings.map(\.ordered)) == ["t\(stem)a"])
    #expect(Set(spellings.map(\.text)).count == 4)
    #expect(spellings.allSatisfy { $0.text.utf8.count == 121 })
    // Each stands behind the text that it begins with and before what comes behind its beginning.
    for spelling in spellings {
      #expect("\(spelling.text)-" > "t\(stem)a-" && "\(spelling.text)-" < "t\(stem)b-")
    }
  }

  @Test func `an id that does not fit is cut, and leads where it should`() throws {
    let index = RecordIndex<Int>.by("n") { $0 }
    let value = IndexValue.text(String(repeating: "é", count: 60))
    let fitting = try KeyText(String(repeating: "p", count: 78))
    let long = try KeyText(String(repeating: "p", count: 79))
    let longer = try KeyText(String(repeating: "p", count: 200))
    let ids = [fitting, long, longer].map { IndexEntry(index, value, of: $0).id }
    #expect(Set(ids).count == 3 && ids.allSatisfy { $0.text.utf8.count == 200 })
    #expect(ids[0].text.hasSuffix("-" + fitting.text))
    #expect(ids[1].text.contains("-/ppp") && ids[1] < ids[0])
    for id in ids { #expect(try KeyText(id.text) == id) }
    let short = IndexEntry(index, .number(1), of: longer).id
    #expect(short.text.hasPrefix("np11-/p") && short.text.utf8.count == 200)
  }

  @Test func `a collection with a long name has names for its indexes`() throws {
    let long = try KeyText(String(repeating: "c", count: 200))
    let names = ["by", "by/unit", "by/score"].map { KeyText($0, of: long) }
    #expect(Set(names).count == 3)
    for name in names { #expect(try KeyText(name.text) == name) }
    #expect(KeyText("by/unit", of: "plans") == "plans/by/unit")
  }
}
