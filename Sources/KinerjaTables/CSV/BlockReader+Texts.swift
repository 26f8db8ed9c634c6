import KinerjaCore

extension BlockReader {
  func readTexts(
    _ bytes: Span<UInt8>, _ column: CSVPlan.Column, _ field: Int, _ problems: inout BlockProblems
  ) -> ColumnPart {
    var texts: [UInt8] = []
    var ends: [Int] = []
    ends.reserveCapacity(block.rowCount)
    var missing: [Int] = []
    var found = BlockProblems(limit: plan.problemLimit)
    for row in 0..<block.rowCount {
      let cell = block.cell(row, field)
      let content = content(bytes, cell, trims: !cell.isQuoted)
      if content.isEmpty || column.markers.contains(content) {
        missing.append(row)
        if column.isRequired {
          report(Diagnostic(.emptyCell), bytes, row, cell, column, &found)
        }
      } else if let fault = Self.byteFault(in: content, allowsBreaks: true) {
        report(fault, bytes, row, cell, column, &found)
      } else {
        texts.append(contentsOf: content)
      }
      ends.append(texts.count)
    }
    problems.add(contentsOf: found)
    return .texts(texts, ends: ends, missing: missing)
  }

  func readDays(
    _ bytes: Span<UInt8>, _ column: CSVPlan.Column, _ field: Int, _ format: CSVColumn.DayFormat,
    _ problems: inout BlockProblems
  ) -> ColumnPart {
    var values: [Int64] = []
    values.reserveCapacity(block.rowCount)
    var missing: [Int] = []
    var found = BlockProblems(limit: plan.problemLimit)
    for row in 0..<block.rowCount {
      let cell = block.cell(row, field)
      let content = content(bytes, cell)
      var value: Int64 = 0
      if content.isEmpty || column.markers.contains(content) {
        missing.append(row)
        if column.isRequired {
          report(Diagnostic(.emptyCell), bytes, row, cell, column, &found)
        }
      } else {
        do throws(InvalidDay) {
          value = Int64(try Self.day(content, format).daysSince1970)
        } catch {
          report(error.diagnostic, bytes, row, cell, column, &found)
        }
      }
      values.append(value)
    }
    problems.add(contentsOf: found)
    return .integers(values, missing: missing)
  }

  private static func day(
    _ content: [UInt8], _ format: CSVColumn.DayFormat
  ) throws(InvalidDay) -> Day {
    switch format {
    case .iso: try Day(isoBytes: content)
    case .dayMonthYear: try Day(dayFirst: String(decoding: content, as: UTF8.self))
    }
  }
}
