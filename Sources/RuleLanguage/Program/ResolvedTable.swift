package import KinerjaCore

/// A table of a rule whose cells are values, checked.
package struct ResolvedTable: Sendable {
  /// How the value is found.
  package enum Content: Sendable {
    /// By a number: pieces in ascending order, none of which overlap.
    case pieces([Piece])
    /// By one or two keys: the positions of the keys, and the values row by row.
    case cells(rows: [RuleValue: Int], columns: [RuleValue: Int]?, [[RuleValue]])
  }

  /// Numbers whose values follow one formula.
  package struct Piece: Sendable, EdgedRange {
    package let lower: ResolvedEdge?
    package let upper: ResolvedEdge?
    package let value: PieceValue
    /// The position of the row in the rule's table; nil for what lies beyond its ends.
    package let row: Int?
    /// The rate of a bracket, at the number for one that changes.
    package let rate: Line?
  }

  package enum PieceValue: Sendable {
    case category(CategoryID)
    case curve(Curve)
  }

  /// The numbers *a* + *bx*.
  package struct Line: Sendable {
    package let constant: Ratio
    package let slope: Ratio

    package func value(at number: Ratio) throws(ArithmeticError) -> Ratio {
      slope.sign == 0 ? constant : try constant + slope * number
    }
  }

  /// The numbers *a* + *bx* + *cx²*.
  package struct Curve: Sendable {
    package let constant: Ratio
    package let slope: Ratio
    package let square: Ratio

    package init(constant: Ratio, slope: Ratio = .zero, square: Ratio = .zero) {
      self.constant = constant
      self.slope = slope
      self.square = square
    }

    package func value(at number: Ratio) throws(ArithmeticError) -> Ratio {
      if square.sign == 0 {
        return slope.sign == 0 ? constant : try constant + slope * number
      }
      return try constant + number * (slope + square * number)
    }
  }

  /// What a look-up found.
  package struct Found: Sendable {
    package let value: RuleValue
    /// The positions of the row and of the column in the rule's table.
    package var row: Int?
    package var column: Int?
    package var lower: ResolvedEdge?
    package var upper: ResolvedEdge?
    package var rate: Ratio?
  }

  package let id: StepID
  package let content: Content

  /// Looks up a number, or one or two keys; nil if the table has no place for them.
  ///
  /// - Complexity: O(log *n*) in the pieces, or two look-ups by key.
  package func find(_ key: RuleValue, _ column: RuleValue?) throws(ArithmeticError) -> Found? {
    switch content {
    case .pieces(let pieces):
      guard case .number(let number) = key, let piece = Self.piece(of: pieces, with: number) else {
        return nil
      }
      let value: RuleValue =
        switch piece.value {
        case .category(let category): .category(category)
        case .curve(let curve): .number(try curve.value(at: number))
        }
      let rate: Ratio? = if let line = piece.rate { try line.value(at: number) } else { nil }
      return Found(
        value: value, row: piece.row, lower: piece.lower, upper: piece.upper, rate: rate)
    case .cells(let rows, let columns, let cells):
      guard let row = rows[key] else { return nil }
      guard let columns else { return Found(value: cells[row][0], row: row) }
      guard let column, let position = columns[column] else { return nil }
      return Found(value: cells[row][position], row: row, column: position)
    }
  }

  /// The one piece that holds a number.
  private static func piece(of pieces: [Piece], with number: Ratio) -> Piece? {
    var (low, high) = (0, pieces.count)
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].starts(by: number) { low = middle + 1 } else { high = middle }
    }
    guard low > 0, pieces[low - 1].contains(number) else { return nil }
    return pieces[low - 1]
  }
}
