import KinerjaCore

/// What a column holds in the rows of one block.
enum ColumnPart: Sendable {
  case integers([Int64], missing: [Int])
  case doubles([Double], missing: [Int])
  case texts([UInt8], ends: [Int], missing: [Int])
  /// The file lacks the column, or it holds codes, which are read apart.
  case none
}

/// What was read from one block.
struct BlockPart: Sendable {
  let block: CellBlock
  /// By column of the layout.
  var columns: [ColumnPart]
  var problems: BlockProblems
}

/// Reads the columns of one block, one after another, except those of codes.
struct BlockReader {
  let plan: CSVPlan
  let block: CellBlock

  static func read(_ bytes: Span<UInt8>, _ range: Range<Int>, _ plan: CSVPlan) -> BlockPart {
    let block = CellBlock(
      bytes, range, plan.scanner, width: plan.width, mostBytesInRow: plan.mostBytesInRow,
      problemLimit: plan.problemLimit)
    let reader = BlockReader(plan: plan, block: block)
    var part = BlockPart(
      block: block, columns: Array(repeating: .none, count: plan.columns.count),
      problems: block.problems)
    for (index, column) in plan.columns.enumerated() {
      guard let field = column.field else { continue }
      switch column.spec.content {
      case .code: break
      case .integer(let range):
        part.columns[index] = reader.readIntegers(bytes, column, field, range, &part.problems)
      case .decimal(let places, let range):
        part.columns[index] = reader.readDecimals(
          bytes, column, field, places: places, range, &part.problems)
      case .double(let range):
        part.columns[index] = reader.readDoubles(bytes, column, field, range, &part.problems)
      case .day(let format):
        part.columns[index] = reader.readDays(bytes, column, field, format, &part.problems)
      case .text:
        part.columns[index] = reader.readTexts(bytes, column, field, &part.problems)
      }
    }
    return part
  }

  /// Adds a problem of a cell, unless as many are known already as anybody will read.
  func report(
    _ diagnostic: @autoclosure () -> Diagnostic, _ bytes: Span<UInt8>, _ row: Int,
    _ cell: CellBlock.Cell, _ column: CSVPlan.Column, _ problems: inout BlockProblems
  ) {
    guard !problems.omitsNext() else { return }
    let offset = cell.isQuoted ? cell.from - 1 : cell.from
    let place = BlockPlace(
      of: offset, in: bytes, rowStart: Int(block.rowStarts[row]), line: block.lines[row])
    problems.add(diagnostic(), offset: offset, place: place, column: column.spec.name)
  }

  /// The bytes of a cell that is to be looked at closely: doubled quotes single, spaces dropped.
  func content(
    _ bytes: Span<UInt8>, _ cell: CellBlock.Cell, trims: Bool = true
  ) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(cell.to - cell.from)
    var position = cell.from
    while position < cell.to {
      let byte = bytes[position]
      result.append(byte)
      position += byte == RecordScanner.quote && cell.hasDoubledQuotes ? 2 : 1
    }
    return trims && plan.scanner.trimsSpaces ? Self.trimmed(result) : result
  }

  /// Drops spaces, tabs and no-break spaces at both ends.
  static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    var rest = bytes[...]
    while true {
      if let first = rest.first, first == 0x20 || first == 0x09 {
        rest = rest.dropFirst()
      } else if let last = rest.last, last == 0x20 || last == 0x09 {
        rest = rest.dropLast()
      } else if rest.starts(with: [0xC2, 0xA0]) {
        rest = rest.dropFirst(2)
      } else if rest.suffix(2).elementsEqual([0xC2, 0xA0]) {
        rest = rest.dropLast(2)
      } else {
        return rest.count == bytes.count ? bytes : Array(rest)
      }
    }
  }
}
