import KinerjaCore
import Synchronization

/// Puts the parts of a file together, first to last.
struct TableBuilder {
  private let plan: CSVPlan
  // By column of the layout; each uses the list of its kind.
  private var packed: [PackedIntegers]
  private var doubles: [[Double]]
  private var texts: [(bytes: [UInt8], ends: [Int])]
  private var missing: [BitSet]
  // Reference types, so that threads may fill several domains at once, each in place.
  private let domains: [Domain]
  private var lines = RowLines()
  private(set) var rowCount = 0
  // The line at which the next part begins.
  private var nextLine: Int

  init(_ plan: CSVPlan, firstLine: Int) {
    self.plan = plan
    nextLine = firstLine
    packed = plan.columns.map { _ in PackedIntegers() }
    doubles = plan.columns.map { _ in [] }
    texts = plan.columns.map { _ in ([], []) }
    missing = plan.columns.map { _ in BitSet() }
    domains = plan.domains.map { Domain(CodeDomain(plan, members: $0)) }
  }

  private final class Domain: Sendable {
    let state: Mutex<CodeDomain>

    init(_ domain: CodeDomain) { state = Mutex(domain) }
  }

  /// Adds what was read from some blocks, in their order.
  mutating func append(
    _ parts: [BlockPart], of bytes: [UInt8], _ parallel: ParallelBlocks,
    problems: inout Diagnostics
  ) throws(CancellationError) {
    let plan = plan
    let domains = domains
    let found = try parallel.map(blocks: domains.count) { domain in
      domains[domain].state.withLock { state in
        parts.map { state.read(bytes.span, $0.block, plan) }
      }
    }
    for (number, part) in parts.enumerated() {
      var all = part.problems
      for domain in found { all.add(contentsOf: domain[number]) }
      all.report(to: &problems, firstLine: nextLine)
      for index in plan.columns.indices { append(part, column: index) }
      lines.append(contentsOf: part.block.lines, movedBy: nextLine)
      rowCount += part.block.rowCount
      nextLine += part.block.lineBreaks
    }
  }

  private mutating func append(_ part: BlockPart, column index: Int) {
    switch part.columns[index] {
    case .integers(let values, let rows):
      packed[index].append(contentsOf: values)
      for row in rows { missing[index].insert(rowCount + row) }
    case .doubles(let values, let rows):
      doubles[index].append(contentsOf: values)
      for row in rows { missing[index].insert(rowCount + row) }
    case .texts(let bytes, let ends, let rows):
      let start = texts[index].bytes.count
      texts[index].ends.append(contentsOf: ends.lazy.map { $0 + start })
      texts[index].bytes.append(contentsOf: bytes)
      for row in rows { missing[index].insert(rowCount + row) }
    case .none: break
    }
  }

  /// Reports what is wrong with the row that comes next.
  func report(_ diagnostic: Diagnostic, to problems: inout Diagnostics) {
    var diagnostic = diagnostic
    diagnostic.place = SourcePlace(line: nextLine, column: 1)
    problems.add(diagnostic)
  }

  /// The table, once every part is in.
  func finished(file: String?, warnings: Diagnostics) -> Table {
    let domains = domains.map { $0.state.withLock(\.self) }
    let columns = plan.columns.enumerated().filter { _, column in
      column.field != nil || !plan.omitsAbsentColumns
    }.map { index, column in
      (name: column.spec.name, column: finished(index, column, domains))
    }
    return Table(
      columns: columns, required: Set(plan.columns.filter(\.isRequired).map(\.spec.name)),
      rowCount: rowCount, file: file, lines: lines, warnings: warnings)
  }

  private func finished(
    _ index: Int, _ column: CSVPlan.Column, _ domains: [CodeDomain]
  ) -> TableColumn {
    var missing = missing[index]
    var list = packed[index]
    var (doubles, texts) = (doubles[index], texts[index])
    let domain = column.domain.map { domains[$0] }
    if let lane = domain?.lanes.first(where: { $0.index == index }) {
      (list, missing) = (lane.packed, lane.missing)
    }
    if column.field == nil {
      // The file lacks the column: every value is missing.
      list = PackedIntegers(zeros: rowCount)
      if case .double = column.spec.content { doubles = Array(repeating: 0, count: rowCount) }
      if case .text = column.spec.content { texts.ends = Array(repeating: 0, count: rowCount) }
      missing = BitSet(below: rowCount)
    }
    let rows = missing.isEmpty ? nil : missing
    return switch column.spec.content {
    case .code:
      .code(
        CodeColumn(
          dictionary: domain?.dictionary ?? CodeDictionary(), packed: list, missing: rows))
    case .integer: .integer(IntegerColumn(packed: list, missing: rows))
    case .decimal(let places, _):
      .decimal(DecimalColumn(mantissas: list, places: places, missing: rows))
    case .day: .day(DayColumn(packed: list, missing: rows))
    case .double: .double(DoubleColumn(values: doubles, missing: rows))
    case .text: .text(TextColumn(bytes: texts.bytes, ends: texts.ends, missing: rows))
    }
  }
}
