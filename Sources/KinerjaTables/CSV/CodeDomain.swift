import KinerjaCore

/// The columns that share a dictionary, as far as they are read.
///
/// Codes are numbered in the order of the file, row by row and within a row by the layout; so one
/// thread at a time goes through the blocks of a domain, first to last, while others do other domains.
struct CodeDomain: Sendable {
  /// A column of the domain.
  struct Lane: Sendable {
    let column: CSVPlan.Column
    /// Its number in the layout.
    let index: Int
    let field: Int
    let rule: CSVColumn.CodeRule
    let isRequired: Bool
    let hasMarkers: Bool
    /// The numbers of its codes, 0 where missing.
    var packed = PackedIntegers()
    var missing = BitSet()

    /// Whether a cell's bytes are its code as they stand.
    @inline(__always)
    func isPlain(_ bytes: Span<UInt8>, _ cell: CellBlock.Cell) -> Bool {
      !cell.isQuoted && !hasMarkers && cell.from < cell.to && bytes[cell.from] != 0xC2
        && bytes[cell.to - 1] != 0xA0
    }

    func fault(in code: [UInt8]) -> Diagnostic? {
      BlockReader.byteFault(in: code, allowsBreaks: false)
        ?? rule.fault(in: String(decoding: code, as: UTF8.self))
    }
  }

  private(set) var dictionary = CodeDictionary()
  private(set) var lanes: [Lane]

  // What is known of each code in each lane, code by code.
  private var verdicts: [UInt8] = []
  private static let unknown: UInt8 = 0
  private static let good: UInt8 = 1
  private static let bad: UInt8 = 2
  private var rowCount = 0

  init(_ plan: CSVPlan, members: [Int]) {
    lanes = members.compactMap { index in
      let column = plan.columns[index]
      guard let field = column.field, case .code(_, let rule) = column.spec.content else {
        return nil
      }
      return Lane(
        column: column, index: index, field: field, rule: rule, isRequired: column.isRequired,
        hasMarkers: !column.markers.isEmpty)
    }
  }

  /// Interns the cells of a block, row by row.
  mutating func read(_ bytes: Span<UInt8>, _ block: CellBlock, _ plan: CSVPlan) -> BlockProblems {
    let reader = BlockReader(plan: plan, block: block)
    let width = lanes.count
    let lanes = self.lanes
    var indices = lookUp(bytes, block)
    var found = lanes.map { _ in BlockProblems(limit: plan.problemLimit) }
    var position = 0
    for row in 0..<block.rowCount {
      for lane in 0..<width {
        defer { position += 1 }
        if indices[position] >= 0, verdicts[Int(indices[position]) * width + lane] == Self.good {
          continue
        }
        let cell = block.cell(row, lanes[lane].field)
        let isPlain = lanes[lane].isPlain(bytes, cell)
        let code =
          isPlain
          ? dictionary.intern(bytes, cell.from, cell.to).index
          : intern(reader.content(bytes, cell), lanes[lane])
        indices[position] = Int32(truncatingIfNeeded: code)
        if code < 0 {
          if lanes[lane].isRequired {
            reader.report(
              Diagnostic(.emptyCell), bytes, row, cell, lanes[lane].column, &found[lane])
          }
          continue
        }
        while verdicts.count < dictionary.count * width { verdicts.append(Self.unknown) }
        let place = code * width + lane
        if verdicts[place] == Self.good { continue }
        if isPlain, lanes[lane].rule.surelyAllows(bytes, cell.from, cell.to) {
          verdicts[place] = Self.good
        } else if let problem = lanes[lane].fault(in: dictionary.bytes(of: code)) {
          verdicts[place] = Self.bad
          reader.report(problem, bytes, row, cell, lanes[lane].column, &found[lane])
        } else {
          verdicts[place] = Self.good
        }
      }
    }
    append(indices, rows: block.rowCount)
    return found.reduce(into: BlockProblems(limit: plan.problemLimit)) { $0.add(contentsOf: $1) }
  }

  /// The numbers of the codes that are known already, row by row; −1 for others and for cells that
  /// want a closer look.
  ///
  /// Apart from the loop that adds codes, since lookups that do not wait for each other overlap their
  /// waits for memory: an eighth less time with 10⁵ codes in random order.
  private func lookUp(_ bytes: Span<UInt8>, _ block: CellBlock) -> [Int32] {
    var indices = [Int32](repeating: -1, count: block.rowCount * lanes.count)
    var numbers = indices.mutableSpan
    for (offset, lane) in lanes.enumerated() where !lane.hasMarkers {
      var position = offset
      for row in 0..<block.rowCount {
        let cell = block.cell(row, lane.field)
        if lane.isPlain(bytes, cell) {
          numbers[position] = dictionary.find(bytes, cell.from, cell.to)
        }
        position += lanes.count
      }
    }
    return indices
  }

  private mutating func append(_ indices: [Int32], rows: Int) {
    let width = lanes.count
    for lane in 0..<width {
      lanes[lane].packed.append(indices, from: lane, step: width)
      if indices.allSatisfy({ $0 >= 0 }) { continue }
      for row in 0..<rows where indices[row * width + lane] < 0 {
        lanes[lane].missing.insert(rowCount + row)
      }
    }
    rowCount += rows
  }

  /// The number of the code in a cell with quotes, markers or odd spaces; −1 if it is empty.
  private mutating func intern(_ content: [UInt8], _ lane: Lane) -> Int {
    guard !content.isEmpty, !lane.column.markers.contains(content) else { return -1 }
    return dictionary.intern(content.span, 0, content.count).index
  }
}
