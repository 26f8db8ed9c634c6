import KinerjaCore

extension BlockReader {
  func readDoubles(
    _ bytes: Span<UInt8>, _ column: CSVPlan.Column, _ field: Int, _ range: ClosedRange<Double>?,
    _ problems: inout BlockProblems
  ) -> ColumnPart {
    var values: [Double] = []
    values.reserveCapacity(block.rowCount)
    var missing: [Int] = []
    var found = BlockProblems(limit: plan.problemLimit)
    let mark = plan.decimals?.decimalMarkByte
    for row in 0..<block.rowCount {
      let cell = block.cell(row, field)
      var value = 0.0
      // Both parts are exact doubles, so that their quotient is the nearest one.
      if let (digits, decimals) = Self.digits(bytes, cell, mark: mark), digits.magnitude < 1 << 53 {
        value = Double(digits) / Self.powersOfTen[decimals]
        if range?.contains(value) != false {
          values.append(value)
          continue
        }
        value = 0
      }
      switch double(bytes, cell, column) {
      case .success(let number?):
        if range?.contains(number) == false, let range {
          report(
            Self.outside(
              .text(number.description), low: .text(range.lowerBound.description),
              high: .text(range.upperBound.description), isBelow: number < range.lowerBound,
              length: cell.to - cell.from), bytes, row, cell, column, &found)
        } else {
          value = number
        }
      case .success(nil):
        missing.append(row)
        if column.isRequired {
          report(Diagnostic(.emptyCell), bytes, row, cell, column, &found)
        }
      case .failure(let problem):
        report(problem.diagnostic, bytes, row, cell, column, &found)
      }
      values.append(value)
    }
    problems.add(contentsOf: found)
    return .doubles(values, missing: missing)
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  ]

  private struct Refused: Error {
    let diagnostic: Diagnostic
  }

  /// A cell read as the nearest floating-point number; nothing if it is missing.
  private func double(
    _ bytes: Span<UInt8>, _ cell: CellBlock.Cell, _ column: CSVPlan.Column
  ) -> Result<Double?, Refused> {
    switch number(bytes, cell, column) {
    case .missing: return .success(nil)
    case .value(let points): return .success(Double(points))
    case .problem(let problem):
      // An exponent, or more digits than an exact decimal keeps, as programs write doubles.
      guard
        problem.kind != .ambiguousNumber,
        let value = Self.scientific(content(bytes, cell), plan.decimals)
      else { return .failure(Refused(diagnostic: problem)) }
      return .success(value)
    }
  }

  /// The value of a number as programs write doubles, without marks between thousands.
  private static func scientific(_ content: [UInt8], _ declared: DecimalConvention?) -> Double? {
    let mantissa = content.prefix { $0 != UInt8(ascii: "e") && $0 != UInt8(ascii: "E") }
    guard let mark = (declared ?? convention(of: Array(mantissa)))?.decimalMarkByte,
      content.allSatisfy({ $0 == mark || "0123456789+-eE".utf8.contains($0) })
    else { return nil }
    let text = content.map { $0 == mark ? UInt8(ascii: ".") : $0 }
    guard let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else {
      return nil
    }
    return value
  }
}
