import KinerjaCore

/// Where something stands in a block: its line from 0 and its column from 1.
struct BlockPlace: Sendable, Hashable {
  let line: Int
  let column: Int

  /// Places a byte of a row that begins at `rowStart` on a line of the block.
  ///
  /// Line breaks inside quotes lie between; columns are counted in characters, as editors show them.
  init(of offset: Int, in bytes: Span<UInt8>, rowStart: Int, line: Int) {
    var line = line
    var lineStart = rowStart
    for position in rowStart..<offset {
      let byte = bytes[position]
      let isReturn = byte == RecordScanner.carriageReturn
      guard isReturn || byte == RecordScanner.lineFeed else { continue }
      // A return that a line feed follows is counted with it.
      if isReturn, position + 1 < bytes.count, bytes[position + 1] == RecordScanner.lineFeed {
        continue
      }
      line += 1
      lineStart = position + 1
    }
    self.line = line
    column = bytes.text(lineStart..<offset).count + 1
  }
}

/// What is wrong with the cells of a block, found column by column and told row by row.
struct BlockProblems: Sendable {
  private struct Entry: Sendable {
    let offset: Int
    let place: BlockPlace
    let column: String?
    let diagnostic: Diagnostic
  }

  private let limit: Int
  private var entries: [Entry] = []
  private(set) var omittedCount = 0

  init(limit: Int) { self.limit = limit }

  var isEmpty: Bool { entries.isEmpty && omittedCount == 0 }
  private var isFull: Bool { entries.count >= limit }

  mutating func add(
    _ diagnostic: Diagnostic, offset: Int, place: BlockPlace, column: String? = nil
  ) {
    entries.append(
      Entry(offset: offset, place: place, column: column, diagnostic: diagnostic))
  }

  /// Adds what was found in a column, top to bottom.
  mutating func add(contentsOf other: BlockProblems) {
    entries += other.entries
    omittedCount += other.omittedCount
  }

  /// Counts one more problem if the limit is reached, so that its sentence need not be made.
  mutating func omitsNext() -> Bool {
    guard isFull else { return false }
    omittedCount += 1
    return true
  }

  /// Moves everything to `diagnostics`, in the order of the file.
  func report(to diagnostics: inout Diagnostics, firstLine: Int) {
    for entry in entries.sorted(by: { $0.offset < $1.offset }) {
      var diagnostic = entry.diagnostic
      diagnostic.place.line = firstLine + entry.place.line
      diagnostic.place.column = entry.place.column
      if let column = entry.column { diagnostic.place.path = [.key(column)] }
      diagnostics.add(diagnostic)
    }
    diagnostics.addOmitted(errors: omittedCount)
  }
}

/// What is wrong with a row as a whole.
enum RowFault {
  case ragged(found: Int, expected: Int)
  case unclosedQuote
  case textAfterQuote
  case long(limit: Int)

  var diagnostic: Diagnostic {
    switch self {
    case .ragged(let found, let expected):
      Diagnostic(
        .raggedRow, ["found": .integer(Int64(found)), "expected": .integer(Int64(expected))])
    case .unclosedQuote: Diagnostic(.unclosedQuote)
    case .textAfterQuote: Diagnostic(.textAfterQuote)
    case .long(let limit): Diagnostic(.longRow, ["limit": .integer(Int64(limit))])
    }
  }
}

extension Span<UInt8> {
  /// The text of some bytes, what is not UTF-8 replaced.
  func text(_ range: Range<Int>) -> String {
    String(decoding: range.map { self[$0] }, as: UTF8.self)
  }
}
