import KinerjaCore

extension BlockReader {
  /// What a cell of numbers holds.
  enum Number {
    case missing
    case value(Points)
    case problem(Diagnostic)
  }

  func readIntegers(
    _ bytes: Span<UInt8>, _ column: CSVPlan.Column, _ field: Int, _ range: ClosedRange<Int>,
    _ problems: inout BlockProblems
  ) -> ColumnPart {
    readExact(
      bytes, column, field, places: 0, Int64(range.lowerBound)...Int64(range.upperBound), &problems)
  }

  func readDecimals(
    _ bytes: Span<UInt8>, _ column: CSVPlan.Column, _ field: Int, places: Int,
    _ range: ClosedRange<Points>?, _ problems: inout BlockProblems
  ) -> ColumnPart {
    let low = range.flatMap { $0.lowerBound.mantissa(places: places, roundingUp: true) }
    let high = range.flatMap { $0.upperBound.mantissa(places: places, roundingUp: false) }
    let (least, most) = (low ?? .min, high ?? .max)
    // No number of so few places lies in the range.
    let bounds = least <= most ? least...most : Int64.min...Int64.min
    return readExact(bytes, column, field, places: places, bounds, &problems)
  }

  private func readExact(
    _ bytes: Span<UInt8>, _ column: CSVPlan.Column, _ field: Int, places: Int,
    _ range: ClosedRange<Int64>, _ problems: inout BlockProblems
  ) -> ColumnPart {
    var values: [Int64] = []
    values.reserveCapacity(block.rowCount)
    var missing: [Int] = []
    var found = BlockProblems(limit: plan.problemLimit)
    let mark = plan.decimals?.decimalMarkByte
    let powers = (0...places).map { power in (0..<power).reduce(Int64(1)) { ten, _ in ten * 10 } }
    for row in 0..<block.rowCount {
      let cell = block.cell(row, field)
      if let (digits, decimals) = Self.digits(bytes, cell, mark: mark), decimals <= places {
        let (value, overflow) = digits.multipliedReportingOverflow(by: powers[places - decimals])
        if !overflow, range.contains(value) {
          values.append(value)
          continue
        }
      }
      switch number(bytes, cell, column) {
      case .missing:
        missing.append(row)
        values.append(0)
        if column.isRequired {
          report(Diagnostic(.emptyCell), bytes, row, cell, column, &found)
        }
      case .value(let points):
        let mantissa = points.mantissa(places: places)
        if let mantissa, range.contains(mantissa) {
          values.append(mantissa)
        } else {
          values.append(0)
          report(
            Self.refusal(of: points, cell, places: places, range), bytes, row, cell, column, &found)
        }
      case .problem(let problem):
        values.append(0)
        report(
          places == 0 ? Self.forWholeNumber(problem) : problem, bytes, row, cell, column, &found)
      }
    }
    problems.add(contentsOf: found)
    return .integers(values, missing: missing)
  }

  /// The value of a cell of at most 18 digits, perhaps with a minus sign and one decimal mark
  /// between two of them; nothing for any other, which may be a number all the same.
  ///
  /// - Returns: The digits as a whole number, and how many of them are decimals.
  @inline(__always)
  static func digits(
    _ bytes: Span<UInt8>, _ cell: CellBlock.Cell, mark: UInt8?
  ) -> (value: Int64, decimals: Int)? {
    var position = cell.from
    let isNegative = position < cell.to && bytes[position] == UInt8(ascii: "-")
    if isNegative { position += 1 }
    let first = position
    guard position < cell.to, cell.to - position <= 18 else { return nil }
    var value: Int64 = 0
    var decimals = 0
    while position < cell.to {
      let byte = bytes[position]
      let digit = byte &- UInt8(ascii: "0")
      if digit < 10 {
        value = value &* 10 &+ Int64(digit)
      } else if byte == mark, decimals == 0, position > first, position + 1 < cell.to {
        decimals = cell.to - position - 1
      } else {
        return nil
      }
      position += 1
    }
    return (isNegative ? -value : value, decimals)
  }

  /// A cell read as an exact decimal.
  func number(
    _ bytes: Span<UInt8>, _ cell: CellBlock.Cell, _ column: CSVPlan.Column
  ) -> Number {
    let content = content(bytes, cell)
    if content.isEmpty || column.markers.contains(content) { return .missing }
    guard let convention = plan.decimals ?? Self.convention(of: content) else {
      let mark = content.contains(UInt8(ascii: ",")) ? "," : "."
      return .problem(Diagnostic(.ambiguousNumber, ["mark": .text(mark)]))
    }
    do throws(InvalidNumber) {
      return .value(try Points(String(decoding: content, as: UTF8.self), convention))
    } catch {
      return .problem(error.diagnostic)
    }
  }

  /// How a number shows that its decimals are written; nothing if it may be read in two ways.
  ///
  /// The later of two marks begins decimals; a mark that comes twice parts thousands; one mark
  /// before any but three digits begins decimals, and so it does after a nought or more than three
  /// digits.
  static func convention(of number: [UInt8]) -> DecimalConvention? {
    let points = number.indices.filter { number[$0] == UInt8(ascii: ".") }
    let commas = number.indices.filter { number[$0] == UInt8(ascii: ",") }
    guard let mark = points.last ?? commas.last else { return .point }
    if let point = points.last, let comma = commas.last { return point > comma ? .point : .comma }
    let ifDecimal: DecimalConvention = points.isEmpty ? .comma : .point
    let ifThousands: DecimalConvention = points.isEmpty ? .point : .comma
    if points.count + commas.count > 1 { return ifThousands }
    let isDigit: (UInt8) -> Bool = { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let before = number[..<mark].drop { !isDigit($0) }
    let after = number[(mark + 1)...].prefix(while: isDigit)
    let isDecimal =
      after.count != 3 || !(1...3).contains(before.count) || before.first == UInt8(ascii: "0")
    return isDecimal ? ifDecimal : nil
  }

  private static func refusal(
    of points: Points, _ cell: CellBlock.Cell, places: Int, _ range: ClosedRange<Int64>
  ) -> Diagnostic {
    if points.places > places {
      return places == 0
        ? Diagnostic(.notWhole)
        : Diagnostic(.tooManyDecimals, ["places": .integer(Int64(places))])
    }
    let low = DiagnosticValue.number(Ratio(Points(mantissa: range.lowerBound, places: places)))
    let high = DiagnosticValue.number(Ratio(Points(mantissa: range.upperBound, places: places)))
    return outside(
      .number(Ratio(points)), low: low, high: high,
      isBelow: points < Points(mantissa: range.lowerBound, places: places),
      length: cell.to - cell.from)
  }

  /// The problem with a cure that does not speak of decimals.
  private static func forWholeNumber(_ problem: Diagnostic) -> Diagnostic {
    problem.kind == .numberCharacter ? Diagnostic(.wholeNumberCharacter, problem.values) : problem
  }

  static func outside(
    _ value: DiagnosticValue, low: DiagnosticValue, high: DiagnosticValue, isBelow: Bool,
    length: Int
  ) -> Diagnostic {
    guard length <= 12 else {
      return Diagnostic(
        .outsideRange, ["length": .integer(Int64(length)), "low": low, "high": high])
    }
    return Diagnostic(
      isBelow ? .belowRange : .aboveRange, ["value": value, "low": low, "high": high])
  }
}

extension Points {
  /// The number times ten to the power of `places`; nothing if it has more places or does not fit.
  func mantissa(places: Int) -> Int64? {
    guard places >= self.places else { return nil }
    var value = mantissa
    for _ in self.places..<places {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      value = product
    }
    return value
  }

  /// The nearest number of `places` places within a bound; nothing if it does not fit.
  func mantissa(places: Int, roundingUp: Bool) -> Int64? {
    if places >= self.places { return mantissa(places: places) }
    guard let rounded = try? rounded(to: places, roundingUp ? .ceiling : .floor) else { return nil }
    return rounded.mantissa(places: places)
  }
}
