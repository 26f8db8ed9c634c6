package import KinerjaCore

/// A band table whose edges are numbers.
package struct ResolvedBands: Sendable {
  package struct Band: Sendable, EdgedRange {
    package let category: CategoryID
    package let lower: ResolvedEdge?
    package let upper: ResolvedEdge?
  }

  package let bands: [Band]

  /// The position of the band in which a number falls.
  package func index(of number: Ratio) -> Int? {
    bands.firstIndex { $0.contains(number) }
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
