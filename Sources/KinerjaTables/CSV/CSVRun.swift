import KinerjaCore

/// One reading of one file, piece by piece.
struct CSVRun {
  private let reader: CSVReader
  private let source: ByteSource
  private let file: String?
  private var problems: Diagnostics
  /// Bytes that are read from the source and not yet into the table, from the beginning of a row.
  private var buffer: [UInt8] = []
  private var isAtEnd = false
  private var done = 0

  init(_ reader: CSVReader, _ source: ByteSource, file: String?) {
    self.reader = reader
    self.source = source
    self.file = file
    problems = Diagnostics(at: SourcePlace(file: file), limit: reader.problemLimit)
  }

  mutating func table() throws(InvalidInput) -> Table {
    var found = try findHeader()
    while !found.isComplete, buffer.count <= CSVHeader.mostBytes, !isAtEnd {
      fill()
      found = try findHeader()
    }
    guard let header = found.header else {
      problems.add(.emptyFile, ["columns": .list(reader.layout.columns.map(\.name))])
      throw InvalidInput(problems)
    }
    guard header.end <= CSVHeader.mostBytes else {
      problems.add(
        .longHeader, ["limit": .integer(Int64(CSVHeader.mostBytes))],
        at: SourcePlace(line: header.line))
      throw InvalidInput(problems)
    }
    let layout = reader.layout.completed(by: header.names.map(\.text))
    let fields = header.fields(of: layout, file: file, problems: &problems)
    // Cells cannot be judged by columns that are not known.
    try problems.throwIfAny()
    let plan = CSVPlan(
      layout, reader.dialect, fields: fields, width: header.names.count,
      delimiter: header.delimiter, problemLimit: reader.problemLimit)
    var builder = TableBuilder(plan, firstLine: header.nextLine)
    try readRows(from: header.end, plan, into: &builder)
    if builder.rowCount == 0, problems.isEmpty { problems.add(.noRows) }
    try problems.throwIfAny()
    return builder.finished(file: file, warnings: problems)
  }

  /// Looks for the header in what is read so far; it is complete once nothing that follows could
  /// change it.
  private mutating func findHeader() throws(InvalidInput) -> (header: CSVHeader?, isComplete: Bool)
  {
    let (start, line) = try skipPreamble()
    return CSVHeader.detect(
      buffer, from: start, line: line, reader.layout, reader.dialect, file: file)
  }

  private mutating func fill() {
    switch source.next(reader.bytesPerRead) {
    case .success(let bytes):
      isAtEnd = bytes.isEmpty
      if buffer.isEmpty { buffer = bytes } else { buffer.append(contentsOf: bytes) }
    case .failure(let fault):
      isAtEnd = true
      problems.add(fault.kind)
    }
  }

  /// Skips a byte order mark and the line by which Excel is told the delimiter.
  private mutating func skipPreamble() throws(InvalidInput) -> (start: Int, line: Int) {
    if buffer.starts(with: [0xFE, 0xFF]) || buffer.starts(with: [0xFF, 0xFE]) {
      problems.add(.utf16Text)
    } else if buffer.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      problems.add(.workbook)
    }
    try problems.throwIfAny()
    let start = buffer.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let rest = buffer[start...]
    guard rest.starts(with: Array("sep=".utf8)), let end = rest.firstIndex(where: isLineBreak),
      end - start <= 5
    else { return (start, 1) }
    let scanner = RecordScanner(delimiter: 0, trimsSpaces: false)
    return (scanner.afterLineBreak(in: buffer.span, at: end, end: buffer.count), 2)
  }

  private func isLineBreak(_ byte: UInt8) -> Bool {
    byte == RecordScanner.lineFeed || byte == RecordScanner.carriageReturn
  }

  private mutating func readRows(
    from start: Int, _ plan: CSVPlan, into builder: inout TableBuilder
  ) throws(InvalidInput) {
    var start = start
    while true {
      let bytes = buffer
      buffer = []
      let (blocks, end) = blocks(of: bytes, from: start, plan)
      let isStopped = try read(blocks, of: bytes, plan, into: &builder)
      report(end)
      if isStopped || isAtEnd { return }
      buffer = Array(bytes[end...])
      start = 0
      // Two more than the limit, for a line break that may end the row.
      if buffer.count > plan.mostBytesInRow + 2 {
        builder.report(RowFault.long(limit: plan.mostBytesInRow).diagnostic, to: &problems)
        return
      }
      fill()
    }
  }

  /// Cuts bytes into blocks that begin and end with a row.
  private func blocks(
    of bytes: [UInt8], from start: Int, _ plan: CSVPlan
  ) -> (ranges: [Range<Int>], end: Int) {
    let span = bytes.span
    var ranges: [Range<Int>] = []
    var at = start
    while at < bytes.count {
      let limit = min(bytes.count, at + reader.bytesPerBlock)
      let end =
        plan.scanner.lastRecordEnd(
          in: span, from: at, limit: limit, end: bytes.count, isComplete: isAtEnd)
        ?? plan.scanner.recordEnd(in: span, from: at, end: bytes.count, isComplete: isAtEnd)
      guard let end = end ?? (isAtEnd ? bytes.count : nil) else { break }
      ranges.append(at..<end)
      at = end
    }
    return (ranges, at)
  }

  /// Reads blocks into the table.
  ///
  /// - Returns: Whether a row was too long, so that nothing after it is read.
  private mutating func read(
    _ blocks: [Range<Int>], of bytes: [UInt8], _ plan: CSVPlan, into builder: inout TableBuilder
  ) throws(InvalidInput) -> Bool {
    do throws(CancellationError) {
      var parts = try silent.map(blocks: blocks.count) { block in
        BlockReader.read(bytes.span, blocks[block], plan)
      }
      let stop = parts.firstIndex { $0.block.isStopped }
      if let stop { parts.removeSubrange((stop + 1)...) }
      try builder.append(parts, of: bytes, silent, problems: &problems)
      return stop != nil
    } catch {
      throw InvalidInput(Diagnostic(.readingCancelled, at: SourcePlace(file: file)))
    }
  }

  /// Tells how many bytes are in the table; blocks come and go and say nothing to anybody.
  private mutating func report(_ bytes: Int) {
    done += bytes
    reader.parallel.onProgress?(
      ParallelBlocks.Progress(done: done, total: max(done, source.byteCount)))
  }

  private var silent: ParallelBlocks { ParallelBlocks(threads: reader.parallel.threads) }
}
