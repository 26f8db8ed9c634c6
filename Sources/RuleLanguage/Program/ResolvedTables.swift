package import KinerjaCore

/// A band table whose edges are numbers.
package struct ResolvedBands: Sendable {
  package struct Edge: Sendable, Hashable {
    package let value: Ratio
    package let isClosed: Bool
  }

  package struct Band: Sendable {
    package let category: CategoryID
    package let lower: Edge?
    package let upper: Edge?

    package func contains(_ number: Ratio) -> Bool {
      if let lower {
        guard number > lower.value || (lower.isClosed && number == lower.value) else {
          return false
        }
      }
      if let upper {
        guard number < upper.value || (upper.isClosed && number == upper.value) else {
          return false
        }
      }
      return true
    }

    /// Whether no number can be in it.
    var isEmpty: Bool {
      guard let lower, let upper else { return false }
      return upper.value < lower.value
        || (upper.value == lower.value && !(upper.isClosed && lower.isClosed))
    }
  }

  package let bands: [Band]

  /// The position of the band in which a number falls.
  package func index(of number: Ratio) -> Int? {
    bands.firstIndex { $0.contains(number) }
  }
}

extension ResolvedBands.Band {
  /// The band as it is written, such as "76 ≤ x < 91".
  package func text(_ convention: DecimalConvention) -> String {
    var text = "x"
    if let lower { text = "\(lower.value.text(convention)) \(lower.isClosed ? "≤" : "<") \(text)" }
    if let upper { text = "\(text) \(upper.isClosed ? "≤" : "<") \(upper.value.text(convention))" }
    return lower == nil && upper == nil ? "–∞ < x < ∞" : text
  }
}

/// A matrix that finds its cells by category.
package struct ResolvedMatrix: Sendable {
  package let rows: [CategoryID]
  package let columns: [CategoryID]
  package let cells: [[CategoryID]]

  package func cell(row: CategoryID, column: CategoryID) -> CategoryID? {
    guard let r = rows.firstIndex(of: row), let c = columns.firstIndex(of: column) else {
      return nil
    }
    return cells[r][c]
  }
}
