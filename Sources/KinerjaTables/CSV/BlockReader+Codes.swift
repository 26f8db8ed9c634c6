import KinerjaCore

/// What the loop over codes needs of a column, apart from what only problems need.
private struct CodeLane {
  let column: CSVPlan.Column
  let field: Int
  let rule: CSVColumn.CodeRule
  let isRequired: Bool
  let hasMarkers: Bool

  init?(_ column: CSVPlan.Column) {
    guard let field = column.field, case .code(_, let rule) = column.spec.content else {
      return nil
    }
    self.rule = rule
    self.column = column
    self.field = field
    isRequired = column.isRequired
    hasMarkers = !column.markers.isEmpty
  }

  func fault(in code: [UInt8]) -> Diagnostic? {
    BlockReader.byteFault(in: code, allowsBreaks: false)
      ?? rule.fault(in: String(decoding: code, as: UTF8.self))
  }
}

extension BlockReader {
  // What is known of a code in a column.
  private static let unknown: UInt8 = 0
  private static let good: UInt8 = 1
  private static let bad: UInt8 = 2

  /// Interns the cells of the columns that share a dictionary, row by row.
  func readCodes(
    _ bytes: Span<UInt8>, _ members: [Int], into part: inout BlockPart
  ) -> CodeDictionary {
    let lanes = members.compactMap { CodeLane(plan.columns[$0]) }
    let width = lanes.count
    var dictionary = CodeDictionary(capacity: min(block.rowCount, 1_024))
    // Row by row and, for verdicts, code by code; each has `width` entries.
    var indices: [Int32] = []
    indices.reserveCapacity(block.rowCount * width)
    var verdicts: [UInt8] = []
    var found = lanes.map { _ in BlockProblems(limit: plan.problemLimit) }
    for row in 0..<block.rowCount {
      for lane in 0..<width {
        let cell = block.cell(row, lanes[lane].field)
        let isPlain =
          !cell.isQuoted && !lanes[lane].hasMarkers && cell.from < cell.to
          && bytes[cell.from] != 0xC2 && bytes[cell.to - 1] != 0xA0
        let code =
          isPlain
          ? dictionary.intern(bytes, cell.from, cell.to).index
          : internClosely(bytes, cell, lanes[lane].column, into: &dictionary)
        indices.append(Int32(truncatingIfNeeded: code))
        if code < 0 {
          if lanes[lane].isRequired {
            report(Diagnostic(.emptyCell), bytes, row, cell, lanes[lane].column, &found[lane])
          }
          continue
        }
        let place = code * width + lane
        while verdicts.count <= place { verdicts.append(Self.unknown) }
        if verdicts[place] == Self.good { continue }
        if isPlain, lanes[lane].rule.surelyAllows(bytes, cell.from, cell.to) {
          verdicts[place] = Self.good
        } else if let problem = lanes[lane].fault(in: dictionary.bytes(of: code)) {
          verdicts[place] = Self.bad
          report(problem, bytes, row, cell, lanes[lane].column, &found[lane])
        } else {
          verdicts[place] = Self.good
        }
      }
    }
    for lane in 0..<width {
      part.columns[members[lane]] = .codes(
        width == 1 ? indices : (0..<block.rowCount).map { indices[$0 * width + lane] })
      part.problems.add(contentsOf: found[lane])
    }
    return dictionary
  }

  /// The number of the code in a cell with quotes, markers or odd spaces; −1 if it is empty.
  private func internClosely(
    _ bytes: Span<UInt8>, _ cell: CellBlock.Cell, _ column: CSVPlan.Column,
    into dictionary: inout CodeDictionary
  ) -> Int {
    let content = content(bytes, cell)
    guard !content.isEmpty, !column.markers.contains(content) else { return -1 }
    return dictionary.intern(content.span, 0, content.count).index
  }

  /// What is wrong with the bytes of a text: not UTF-8, or a control character.
  static func byteFault(in text: [UInt8], allowsBreaks: Bool) -> Diagnostic? {
    if let position = text.firstInvalidUTF8 {
      return Diagnostic(.invalidUTF8, ["position": .integer(Int64(position + 1))])
    }
    let isControl: (UInt8) -> Bool = { byte in
      (byte < 0x20 && !(allowsBreaks && (byte == 0x09 || byte == 0x0A || byte == 0x0D)))
        || byte == 0x7F
    }
    guard let position = text.firstIndex(where: isControl) else { return nil }
    let hex = String(text[position], radix: 16, uppercase: true)
    return Diagnostic(
      .controlCharacter,
      [
        "character": .text("U+" + String(repeating: "0", count: 4 - hex.count) + hex),
        "position": .integer(Int64(position + 1)),
      ])
  }
}

extension [UInt8] {
  /// Where the first byte stands that no UTF-8 text has there, by the Unicode standard's table 3-7.
  var firstInvalidUTF8: Int? {
    var at = 0
    while at < count {
      let lead = self[at]
      if lead < 0x80 {
        at += 1
        continue
      }
      let (length, second): (Int, ClosedRange<UInt8>) =
        switch lead {
        case 0xC2...0xDF: (2, 0x80...0xBF)
        case 0xE0: (3, 0xA0...0xBF)
        case 0xED: (3, 0x80...0x9F)
        case 0xE1...0xEF: (3, 0x80...0xBF)
        case 0xF0: (4, 0x90...0xBF)
        case 0xF1...0xF3: (4, 0x80...0xBF)
        case 0xF4: (4, 0x80...0x8F)
        default: (0, 0x80...0xBF)
        }
      guard length > 0, at + length <= count, second.contains(self[at + 1]) else { return at }
      for trail in (at + 2)..<Swift.max(at + length, at + 2)
      where !(0x80...0xBF).contains(self[trail]) { return at }
      at += length
    }
    return nil
  }
}
