import KinerjaCore

// Tables of lines and of rates.
extension RuleCompiler {

  mutating func line(
    _ points: [RuleTable.Point], outside: RuleTable.Outside, of draft: inout DraftTable
  ) -> [ResolvedTable.Piece]? {
    let path = draft.path.appending(.key("points"))
    guard isNumeric(draft), isFilled(points.count, least: 2, of: draft),
      let found = pairs(
        points.map { ($0.number, $0.value) }, keys: ("at", "value"), at: path, of: &draft)
    else { return nil }
    var pieces: [ResolvedTable.Piece] = []
    for (row, (one, other)) in zip(found, found.dropFirst()).enumerated() {
      let line = exactly(at: path.appending(.index(row + 1))) { () throws(ArithmeticError) in
        try ResolvedTable.Line((one.number, one.value), (other.number, other.value))
      }
      guard let line else { return nil }
      let (isFirst, isLast) = (row == 0, row == found.count - 2)
      let isExtended = outside == .extend
      pieces.append(
        ResolvedTable.Piece(
          lower: isFirst && isExtended ? nil : ResolvedEdge(value: one.number, isClosed: true),
          upper: isLast && isExtended ? nil : ResolvedEdge(value: other.number, isClosed: isLast),
          value: .curve(ResolvedTable.Curve(constant: line.constant, slope: line.slope)),
          row: row, rate: nil))
    }
    if outside == .clamp, let first = found.first, let last = found.last {
      pieces.insert(.flat(first.value, lower: nil, upper: first.number), at: 0)
      pieces.append(.flat(last.value, lower: last.number, upper: nil))
    }
    return pieces
  }

  // MARK: - Rates

  mutating func marginal(
    _ brackets: [RuleTable.Bracket], of draft: inout DraftTable
  ) -> [ResolvedTable.Piece]? {
    let path = draft.path.appending(.key("marginalRates"))
    guard let found = rates(brackets, at: path, of: &draft), let first = found.first else {
      return nil
    }
    var pieces = [ResolvedTable.Piece.flat(.zero, lower: nil, upper: first.number)]
    var sum = Ratio.zero
    for (row, bracket) in found.enumerated() {
      let next = row + 1 < found.count ? found[row + 1].number : nil
      let constant = exactly(at: path.appending(.index(row))) { () throws(ArithmeticError) in
        let constant = try sum - bracket.value * bracket.number
        if let next { sum = try constant + bracket.value * next }
        return constant
      }
      guard let constant else { return nil }
      pieces.append(
        ResolvedTable.Piece(
          // What is just at a threshold is taxed by the bracket beneath it.
          lower: ResolvedEdge(value: bracket.number, isClosed: row == 0),
          upper: next.map { ResolvedEdge(value: $0, isClosed: true) },
          value: .curve(ResolvedTable.Curve(constant: constant, slope: bracket.value)), row: row,
          rate: ResolvedTable.Line(constant: bracket.value, slope: .zero)))
    }
    return pieces
  }

  mutating func average(
    _ brackets: [RuleTable.Bracket], of draft: inout DraftTable
  ) -> [ResolvedTable.Piece]? {
    let path = draft.path.appending(.key("averageRates"))
    guard let found = rates(brackets, at: path, of: &draft), let first = found.first,
      let last = found.last
    else { return nil }
    func piece(
      _ line: ResolvedTable.Line, _ lower: Ratio?, _ upper: Ratio?, row: Int?
    ) -> ResolvedTable.Piece {
      ResolvedTable.Piece(
        lower: lower.map { ResolvedEdge(value: $0, isClosed: true) },
        upper: upper.map { ResolvedEdge(value: $0, isClosed: false) },
        value: .curve(
          ResolvedTable.Curve(constant: .zero, slope: line.constant, square: line.slope)),
        row: row, rate: line)
    }
    var pieces = [
      piece(
        ResolvedTable.Line(constant: first.value, slope: .zero), nil, first.number, row: nil)
    ]
    for (row, (one, other)) in zip(found, found.dropFirst()).enumerated() {
      let line = exactly(at: path.appending(.index(row + 1))) { () throws(ArithmeticError) in
        try ResolvedTable.Line((one.number, one.value), (other.number, other.value))
      }
      guard let line else { return nil }
      pieces.append(piece(line, one.number, other.number, row: row))
    }
    pieces.append(
      piece(
        ResolvedTable.Line(constant: last.value, slope: .zero), last.number, nil,
        row: found.count - 1))
    return pieces
  }

  private mutating func rates(
    _ brackets: [RuleTable.Bracket], at path: DefinitionPath, of draft: inout DraftTable
  ) -> [(number: Ratio, value: Ratio)]? {
    guard isNumeric(draft), isFilled(brackets.count, of: draft) else { return nil }
    let found = pairs(
      brackets.map { ($0.from, $0.rate) }, keys: ("from", "rate"), at: path, of: &draft)
    if let first = brackets.first {
      let scope = FormulaScope(text: first.rate, path: path, list: nil)
      draft.valueUnit = combined(.times, draft.keyUnit, draft.valueUnit, in: scope)
    }
    return found
  }
}

extension ResolvedTable.Piece {
  /// One value beyond an end.
  fileprivate static func flat(_ value: Ratio, lower: Ratio?, upper: Ratio?) -> Self {
    Self(
      lower: lower.map { ResolvedEdge(value: $0, isClosed: false) },
      upper: upper.map { ResolvedEdge(value: $0, isClosed: false) },
      value: .curve(ResolvedTable.Curve(constant: value)), row: nil, rate: nil)
  }
}
