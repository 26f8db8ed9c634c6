import KinerjaCore
import Testing

/// Mutates a seed document in every way a disk, an editor or a tired person might.
@Suite struct JSONFuzzTests {
  private static let seed = Array(
    """
    {
      "id": "permenpanrb-6-2022", "nama": {"id": "Predikat kinerja – é", "en": "Rating"},
      "bobot": [0.6, 4e-1, -0, 12345678901234567890],
      "teks": "a\\"b\\\\c\\u00e9\\ud834\\udd1e\\n", "benar": true, "salah": false, "kosong": null,
      "dalam": [[[{"x": {}}]], []]
    }

    """.utf8)
  private static let fragments = [
    ",", ":", "\"", "\\", "\\u", "\\ud800", "{", "}", "[", "]", "//", "/*", "*/", "'", "\n", "\t",
    "0", "-", ".", "e", "1e9999", "nul", "é", "\u{FEFF}", "\u{0}", "\"a\":1", "\"id\":", "0,5",
  ].map { Array($0.utf8) }

  /// A small generator of its own (SplitMix64), so that this suite needs nothing above the core.
  private struct Draws {
    var state: UInt64
    mutating func next(_ bound: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((z ^ (z >> 31)) % UInt64(bound))
    }
  }

  private static func mutated(_ draws: inout Draws) -> [UInt8] {
    var bytes = seed
    for _ in 0...draws.next(4) {
      let place = bytes.isEmpty ? 0 : draws.next(bytes.count)
      switch draws.next(6) {
      case 0: bytes.insert(contentsOf: fragments[draws.next(fragments.count)], at: place)
      case 1: bytes.removeSubrange(place..<min(place + 1 + draws.next(6), bytes.count))
      case 2: bytes.removeLast(bytes.count - place)
      case 3 where !bytes.isEmpty: bytes[place] = UInt8(draws.next(256))
      case 4 where !bytes.isEmpty: bytes[place] ^= 1 << UInt8(draws.next(8))
      default:
        let end = min(place + draws.next(30), bytes.count)
        bytes.insert(
          contentsOf: bytes[place..<end], at: bytes.isEmpty ? 0 : draws.next(bytes.count))
      }
    }
    return bytes
  }

  @Test(arguments: 1...8)
  func `a mutated file is either read or refused with places inside it`(seed: UInt64) throws {
    var draws = Draws(state: seed)
    var accepted = 0
    var refused = 0
    for _ in 0..<600 {
      let bytes = Self.mutated(&draws)
      let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      do throws(InvalidInput) {
        let document = try JSONDocument(bytes)
        accepted += 1
        // What is accepted survives both ways of writing.
        let value = document.root.value
        #expect(try JSONDocument(value.canonicalBytes).root.value == value)
        #expect(try JSONDocument(value.prettyText).root.value == value)
      } catch {
        refused += 1
        #expect(error.diagnostics.hasErrors)
        for problem in error.problems where problem.code != "json.utf-16" {
          let line = try #require(problem.place.line)
          let column = try #require(problem.place.column)
          try #require((1...lines.count).contains(line))
          #expect((1...(lines[line - 1].count + 1)).contains(column))
        }
      }
    }
    #expect(accepted > 10 && refused > 100)
  }

  @Test func `every beginning of a file is refused, and says so at its end or before`() {
    for count in 0..<(Self.seed.count - 2) {
      let error = #expect(throws: InvalidInput.self) {
        try JSONDocument(Array(Self.seed[..<count]))
      }
      #expect(error?.diagnostics.hasErrors == true)
    }
  }
}
