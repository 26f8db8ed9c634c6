import KinerjaCore

extension BlockReader {
  // What is known of a code in a column.
  private static let unknown: UInt8 = 0
  private static let good: UInt8 = 1
  private static let bad: UInt8 = 2

  /// Interns the cells of the columns that share a dictionary, row by row.
  func readCodes(
    _ bytes: Span<UInt8>, _ members: [Int], into part: inout BlockPart
  ) -> CodeDictionary {
    var dictionary = CodeDictionary()
    var indices = members.map { _ in [Int32]() }
    for slot in members.indices { indices[slot].reserveCapacity(block.rowCount) }
    var verdicts = members.map { _ in [UInt8]() }
    var found = members.map { _ in BlockProblems(limit: plan.problemLimit) }
    for row in 0..<block.rowCount {
      for (slot, member) in members.enumerated() {
        let column = plan.columns[member]
        guard let field = column.field else { continue }
        let cell = block.cell(row, field)
        guard
          let code = intern(bytes, cell, column, into: &dictionary)
        else {
          indices[slot].append(-1)
          if column.isRequired {
            report(Diagnostic(.emptyCell), bytes, row, cell, column, &found[slot])
          }
          continue
        }
        indices[slot].append(Int32(truncatingIfNeeded: code))
        while verdicts[slot].count <= code { verdicts[slot].append(Self.unknown) }
        if verdicts[slot][code] == Self.good { continue }
        let problem = fault(in: dictionary[bytesOf: code], column)
        verdicts[slot][code] = problem == nil ? Self.good : Self.bad
        if let problem { report(problem, bytes, row, cell, column, &found[slot]) }
      }
    }
    for (slot, member) in members.enumerated() {
      part.columns[member] = .codes(indices[slot])
      part.problems.add(contentsOf: found[slot])
    }
    return dictionary
  }

  /// The number of a cell's code; nothing if the cell is empty.
  private func intern(
    _ bytes: Span<UInt8>, _ cell: CellBlock.Cell, _ column: CSVPlan.Column,
    into dictionary: inout CodeDictionary
  ) -> Int? {
    let isPlain =
      !cell.isQuoted && column.markers.isEmpty
      && (cell.from == cell.to || (bytes[cell.from] != 0xC2 && bytes[cell.to - 1] != 0xA0))
    if isPlain {
      return cell.from == cell.to ? nil : dictionary.intern(bytes, cell.from, cell.to).index
    }
    let content = content(bytes, cell)
    guard !content.isEmpty, !column.markers.contains(content) else { return nil }
    return dictionary.intern(content.span, 0, content.count).index
  }

  private func fault(in code: [UInt8], _ column: CSVPlan.Column) -> Diagnostic? {
    if let problem = Self.byteFault(in: code, allowsBreaks: false) { return problem }
    guard case .code(_, let check?) = column.spec.content else { return nil }
    return check(String(decoding: code, as: UTF8.self))
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

extension CodeDictionary {
  /// The bytes of a code.
  subscript(bytesOf code: Int) -> [UInt8] { Array(self[code].utf8) }
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
