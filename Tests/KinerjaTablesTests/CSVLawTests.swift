import Foundation
import KinerjaCore
import KinerjaTables
import Testing

/// Laws of reading over seeded input.
@Suite struct CSVLawTests {
  static let layout = CSVLayout(
    [
      .identifier("ratee", PersonID.self), .identifier("rater", PersonID.self), .code("item"),
      .integer("rating", in: 1...5), .decimal("weight", places: 2, presence: .emptyCellsAllowed),
      .double("hours", presence: .emptyCellsAllowed), .day("day", presence: .emptyCellsAllowed),
      .text("note", presence: .optional),
    ], otherColumns: .ignored)

  /// A file of ratings as a machine would write it.
  private static func file(rows: Int, seed: UInt64) -> [UInt8] {
    var draws = RandomDraws(seed: seed)
    var writer = CSVWriter(columns: [
      "ratee", "rater", "item", "rating", "weight", "hours", "day", "note", "other",
    ])
    let notes: [CSVWriter.Cell] = [
      .empty, .text("baik"), .text("a, b"), .text("\"x\"\r\ny"), .text("é\n"), .text(" z "),
    ]
    for _ in 0..<rows {
      writer.append([
        .text("p\(draws.integer(in: 1...40))"), .text("p\(draws.integer(in: 1...12))"),
        .text("item-number-\(draws.integer(in: 1...7))"), .integer(draws.integer(in: 1...5)),
        draws.bernoulli(0.2)
          ? .empty : .decimal(Points(mantissa: Int64(draws.integer(in: -500...500)), places: 2)),
        draws.bernoulli(0.2) ? .empty : .double(draws.normal()),
        draws.bernoulli(0.2)
          ? .empty : .day((try? "2026-01-01" + draws.integer(in: 0...364)) ?? "2026-01-01"),
        notes[draws.integer(in: 0...5)], .text("o"),
      ])
    }
    return writer.bytes
  }

  private static func outcome(_ reader: CSVReader, _ bytes: [UInt8]) -> Result<Table, InvalidInput>
  {
    do throws(InvalidInput) { return .success(try reader.read(bytes: bytes, as: "f.csv")) } catch {
      return .failure(error)
    }
  }

  @Test(arguments: [1, 2, 3, 7])
  func `table and problems do not depend on the number of threads`(threads: Int) throws {
    let good = Self.file(rows: 600, seed: 5)
    var bad = good
    for place in stride(from: 100, to: bad.count, by: 997) { bad[place] = UInt8(ascii: "?") }
    for bytes in [good, bad] {
      let whole = Self.outcome(CSVReader(Self.layout, parallel: ParallelBlocks(threads: 1)), bytes)
      let reader = CSVReader(
        Self.layout, parallel: ParallelBlocks(threads: threads), bytesPerRead: 8_192,
        bytesPerBlock: 512)
      #expect(Self.outcome(reader, bytes) == whole)
    }
  }

  @Test(arguments: UInt64(1)...8)
  func `what is written is read back`(seed: UInt64) throws {
    var draws = RandomDraws(seed: seed)
    let delimiter = CSVDialect.Delimiter.allCases[draws.integer(in: 0...3)]
    let convention: DecimalConvention = draws.bernoulli(0.5) ? .comma : .point
    var writer = CSVWriter(
      columns: ["t", "n", "d", "x", "k"], delimiter: delimiter, decimals: convention,
      writesByteOrderMark: draws.bernoulli(0.5))
    let pieces = [
      "a", "é", "\"", ",", ";", "\t", "|", "\n", "\r", "\r\n", " ", "-", "\u{A0}", "NA",
    ]
    var expected: [(String, Int, Points, Double)] = []
    for _ in 0..<300 {
      let text = (0..<draws.integer(in: 1...6)).map { _ in pieces[draws.integer(in: 0...13)] }
        .joined()
      let decimal = Points(mantissa: Int64(draws.integer(in: -99_999...99_999)), places: 3)
      let double = Double(bitPattern: draws.bits())
      let row = (
        text, draws.integer(in: .min ... .max) >> draws.integer(in: 1...62), decimal,
        double.isFinite ? double : 0.5
      )
      expected.append(row)
      writer.append([
        .text(row.0), .integer(row.1), .decimal(row.2), .double(row.3), .text("k"),
      ])
    }
    let layout = CSVLayout([
      .text("t"), .integer("n"), .decimal("d", places: 3), .double("x"), .code("k"),
    ])
    let table = try CSVReader(layout, dialect: CSVDialect(decimals: convention))
      .read(bytes: writer.bytes)
    #expect(table.rowCount == expected.count)
    for (row, cells) in zip(table.rows, expected) {
      #expect(row.text("t").utf8.elementsEqual(cells.0.utf8) && row.integer("n") == cells.1)
      #expect(row.decimal("d") == cells.2 && row.double("x") == cells.3)
    }
  }

  // 2 400 files with a few bytes changed, removed or put in: none may stop the program, and none
  // may be read differently when it is cut differently.
  @Test(arguments: UInt64(1)...8)
  func `damaged files are read or refused, however they are cut`(seed: UInt64) {
    var draws = RandomDraws(seed: seed)
    let spice = Array("\",;\t\n\r\u{0}\u{FEFF}-.0 9Ee/".utf8) + [0xFF, 0xC3, 0x80]
    for round in 0..<300 {
      var bytes = Self.file(rows: draws.integer(in: 0...6), seed: seed &* 1_000 &+ UInt64(round))
      for _ in 0..<draws.integer(in: 1...6) where !bytes.isEmpty {
        let place = draws.integer(in: 0...(bytes.count - 1))
        switch draws.integer(in: 0...3) {
        case 0: bytes[place] = spice[draws.integer(in: 0...(spice.count - 1))]
        case 1: bytes.insert(spice[draws.integer(in: 0...(spice.count - 1))], at: place)
        case 2: bytes.remove(at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + draws.integer(in: 1...40)))
        }
      }
      let dialect = CSVDialect(mostBytesInRow: draws.bernoulli(0.3) ? 100 : 10_000)
      let whole = Self.outcome(CSVReader(Self.layout, dialect: dialect), bytes)
      let cut = CSVReader(
        Self.layout, dialect: dialect, parallel: ParallelBlocks(threads: draws.integer(in: 1...2)),
        bytesPerRead: draws.integer(in: 1...300), bytesPerBlock: draws.integer(in: 1...100))
      #expect(Self.outcome(cut, bytes) == whole, "seed \(seed), round \(round)")
    }
  }
}
