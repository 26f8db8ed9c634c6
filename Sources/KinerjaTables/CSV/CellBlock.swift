/// The cells of some rows: where each stands in the bytes they were read from.
struct CellBlock: Sendable {
  /// A cell's place and form.
  struct Cell {
    var from: Int
    var to: Int
    var isQuoted: Bool
    var hasDoubledQuotes: Bool
  }

  /// How many cells each row has.
  let width: Int
  /// The lines at which rows begin, counted from 0 at the block's first.
  private(set) var lines = RowLines()
  /// Where rows begin.
  private(set) var rowStarts: [UInt32] = []
  /// The line breaks in the block.
  private(set) var lineBreaks = 0
  private(set) var problems: BlockProblems
  /// Whether a row was too long and the rest was not read.
  private(set) var isStopped = false

  // Row by row: the start in the low half, the end above it, and in the two highest bits whether the
  // cell is quoted and has doubled quotes.
  private var cells: [UInt64] = []
  private static let quotedBit: UInt64 = 1 << 63
  private static let doubledBit: UInt64 = 1 << 62

  var rowCount: Int { rowStarts.count }

  @inline(__always)
  func cell(_ row: Int, _ field: Int) -> Cell {
    let packed = cells[row * width + field]
    return Cell(
      from: Int(packed & 0xFFFF_FFFF),
      to: Int((packed & ~(Self.quotedBit | Self.doubledBit)) >> 32),
      isQuoted: packed & Self.quotedBit != 0, hasDoubledQuotes: packed & Self.doubledBit != 0)
  }

  /// Finds the cells of `bytes[range]`, which begins and ends with a row.
  init(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ scanner: RecordScanner, width: Int,
    mostBytesInRow: Int, problemLimit: Int
  ) {
    self.width = width
    problems = BlockProblems(limit: problemLimit)
    cells.reserveCapacity(range.count / 4)
    var at = range.lowerBound
    while at < range.upperBound, !isStopped {
      at = scanRow(bytes, at: at, end: range.upperBound, scanner, mostBytesInRow)
    }
  }

  private mutating func scanRow(
    _ bytes: Span<UInt8>, at start: Int, end: Int, _ scanner: RecordScanner, _ mostBytes: Int
  ) -> Int {
    let firstCell = cells.count
    let line = lineBreaks
    var found = 0
    var lastFilled = -1
    var fault: (kind: RowFault, at: Int)?
    var at = start
    while true {
      let field = scanner.field(in: bytes, at: at, end: end)
      if field.isQuoted {
        lineBreaks += field.lineBreaks
        if field.isUnclosed { fault = fault ?? (.unclosedQuote, field.from - 1) }
        if field.hasTextAfterQuote { fault = fault ?? (.textAfterQuote, field.from - 1) }
      }
      if field.to > field.from { lastFilled = found }
      if found < width {
        cells.append(
          UInt64(field.from) | UInt64(field.to) << 32 | (field.isQuoted ? Self.quotedBit : 0)
            | (field.hasDoubledQuotes ? Self.doubledBit : 0))
      }
      found += 1
      at = field.next
      guard at < end, bytes[at] == scanner.delimiter else { break }
      at += 1
    }
    let length = at - start
    if at < end {
      at = scanner.afterLineBreak(in: bytes, at: at, end: end)
      lineBreaks += 1
    }
    if length > mostBytes {
      fault = (.long(limit: mostBytes), start)
      isStopped = true
    } else if fault == nil {
      if lastFilled < 0 {
        drop(from: firstCell)
        return at
      }
      if found < width || lastFilled >= width {
        fault = (.ragged(found: found, expected: width), start)
      }
    }
    if let fault {
      drop(from: firstCell)
      problems.add(
        fault.kind.diagnostic, offset: fault.at,
        place: BlockPlace(of: fault.at, in: bytes, rowStart: start, line: line))
    } else {
      rowStarts.append(UInt32(truncatingIfNeeded: start))
      lines.append(line)
    }
    return at
  }

  private mutating func drop(from firstCell: Int) {
    cells.removeSubrange(firstCell...)
  }
}
