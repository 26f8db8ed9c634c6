import KinerjaCore

/// The header of a file: the names of its columns and where they stand.
struct CSVHeader {
  /// A name and its place.
  struct Name {
    let text: String
    let bytes: [UInt8]
    let place: SourcePlace
  }

  let delimiter: CSVDialect.Delimiter
  /// The names, without empty ones at the end.
  let names: [Name]
  /// What is wrong with it as text.
  let fault: (kind: DiagnosticKind, place: SourcePlace)?
  /// Where the row after it begins.
  let end: Int
  /// The line on which it begins and the one on which the row after it begins.
  let line: Int
  let nextLine: Int

  /// The longest header that is read, in bytes.
  static let mostBytes = 1 << 16

  /// Reads the first row that is not empty; nothing if there is none.
  ///
  /// - Parameter line: The line on which `start` lies.
  init?(
    _ bytes: [UInt8], from start: Int, line: Int, delimiter: CSVDialect.Delimiter, trims: Bool,
    file: String?
  ) {
    let scanner = RecordScanner(delimiter: delimiter.rawValue, trimsSpaces: trims)
    let span = bytes.span
    var (at, line) = (start, line)
    while at < bytes.count {
      let rowStart = at
      let firstLine = line
      var names: [Name] = []
      var fault: (DiagnosticKind, SourcePlace)?
      while true {
        let field = scanner.field(in: span, at: at, end: bytes.count)
        let place = BlockPlace(
          of: field.isQuoted ? field.from - 1 : field.from, in: span, rowStart: rowStart,
          line: firstLine)
        let source = SourcePlace(file: file, line: place.line, column: place.column)
        line += field.lineBreaks
        if field.isUnclosed { fault = fault ?? (.unclosedQuote, source) }
        if field.hasTextAfterQuote { fault = fault ?? (.textAfterQuote, source) }
        let raw = Self.unquoted(bytes[field.from..<field.to], field.hasDoubledQuotes)
        let text = String(decoding: raw, as: UTF8.self)
        names.append(Name(text: text, bytes: raw, place: source))
        at = field.next
        guard at < bytes.count, bytes[at] == scanner.delimiter else { break }
        at += 1
      }
      if at < bytes.count {
        at = scanner.afterLineBreak(in: span, at: at, end: bytes.count)
        line += 1
      }
      while let last = names.last, last.bytes.isEmpty { names.removeLast() }
      if names.isEmpty, fault == nil { continue }
      self.delimiter = delimiter
      self.names = names
      self.fault = fault
      end = at
      self.line = firstLine
      nextLine = line
      return
    }
    return nil
  }

  private static func unquoted(_ bytes: ArraySlice<UInt8>, _ hasDoubledQuotes: Bool) -> [UInt8] {
    var result: [UInt8] = []
    var isSecond = false
    for byte in bytes {
      isSecond = hasDoubledQuotes && byte == RecordScanner.quote && !isSecond
      if byte != RecordScanner.quote || isSecond || !hasDoubledQuotes { result.append(byte) }
    }
    return BlockReader.trimmed(result)
  }

  /// Reads the header with the delimiter that finds most columns of the layout, and of those that
  /// find as many, the one that finds most cells.
  ///
  /// - Returns: The header, nothing if there is none; and whether the bytes reach beyond it whichever
  ///   delimiter is meant, so that more bytes would not change it.
  static func detect(
    _ bytes: [UInt8], from start: Int, line: Int, _ layout: CSVLayout, _ dialect: CSVDialect,
    file: String?
  ) -> (header: CSVHeader?, isComplete: Bool) {
    var best: (header: CSVHeader, score: (Int, Int))?
    var isEmpty = false
    var isComplete = true
    for delimiter in dialect.delimiter.map({ [$0] }) ?? CSVDialect.Delimiter.allCases {
      guard
        let header = CSVHeader(
          bytes, from: start, line: line, delimiter: delimiter, trims: dialect.trimsSpaces,
          file: file)
      else {
        isEmpty = true
        isComplete = false
        continue
      }
      if header.end >= bytes.count { isComplete = false }
      let known = header.names.count { layout.column(named: $0.text) != nil }
      let score = (known, header.names.count)
      if best.map({ $0.score < score }) ?? true { best = (header, score) }
    }
    // Lines of nothing but one delimiter are empty, although another would see names in them.
    guard let best, best.score.0 > 0 || !isEmpty else { return (nil, isComplete) }
    return (best.header, isComplete)
  }

  /// Finds the cell of each column of the layout, and says what is wrong.
  func fields(of layout: CSVLayout, file: String?, problems: inout Diagnostics) -> [Int?] {
    var fields = [Int?](repeating: nil, count: layout.columns.count)
    var strangers: [Name] = []
    if let fault {
      // Which names there are is not known until the quotes are right.
      problems.add(fault.kind, at: fault.place)
      return fields
    }
    for (position, name) in names.enumerated() {
      if let problem = BlockReader.byteFault(in: name.bytes, allowsBreaks: true) {
        problems.add(Diagnostic(problem.kind, problem.values, at: name.place))
      } else if let column = layout.column(named: name.text) {
        if let first = fields[column] {
          problems.add(
            .repeatedColumn,
            ["column": .text(name.text), "first": .integer(Int64(first + 1))], at: name.place)
        } else {
          fields[column] = position
        }
      } else if layout.otherColumns == .refused {
        if name.bytes.isEmpty {
          problems.add(
            .unnamedColumn, ["position": .integer(Int64(position + 1))], at: name.place)
        } else {
          strangers.append(name)
        }
      }
    }
    reportAbsent(layout, fields, strangers, file: file, problems: &problems)
    return fields
  }

  private func reportAbsent(
    _ layout: CSVLayout, _ fields: [Int?], _ strangers: [Name], file: String?,
    problems: inout Diagnostics
  ) {
    var absent = layout.columns.indices.filter { fields[$0] == nil }
    for stranger in strangers {
      let candidates = absent.flatMap { [layout.columns[$0].name] + layout.columns[$0].aliases }
      let known = absent.isEmpty ? layout.columns.map(\.name) : candidates
      guard let meant = Spelling.nearest(to: stranger.text, among: candidates) else {
        problems.add(
          .unknownColumn, ["column": .text(stranger.text), "known": .list(known)],
          at: stranger.place)
        continue
      }
      problems.add(
        .misspelledColumn, ["column": .text(stranger.text), "meant": .text(meant)],
        at: stranger.place)
      // One mistake, one message: the column is not reported as missing as well.
      absent.removeAll { $0 == layout.column(named: meant) }
    }
    for column in absent where layout.columns[column].presence != .optional {
      problems.add(
        .missingColumn,
        ["column": .text(layout.columns[column].name), "found": .list(names.map(\.text))],
        at: SourcePlace(file: file, line: line))
    }
  }
}
