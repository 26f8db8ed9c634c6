import KinerjaCore
import RuleLanguage

/// A table with one figure for each category of a scale, such as points by schooling: a parameter
/// for each figure, and the table that formulas look up.
struct FigureTable {
  /// A figure and where it comes from.
  struct Cell {
    let category: CategoryID
    let value: Ratio
    let source: LegalSource
    /// What a region may choose; nil for a figure that the source gives.
    let bounds: ClosedRange<Ratio>?

    /// A figure that the source gives.
    static func printed(_ category: CategoryID, _ value: Ratio, _ source: LegalSource) -> Cell {
      Cell(category: category, value: value, source: source, bounds: nil)
    }

    /// A figure that was recalled, inferred or chosen here: marked as assumed, and open.
    static func assumed(
      _ category: CategoryID, _ value: Ratio, within bounds: ClosedRange<Ratio>,
      _ source: LegalSource
    ) -> Cell {
      Cell(category: category, value: value, source: source, bounds: bounds)
    }
  }

  /// The name of the table; that of a figure is this, a point and its category.
  let id: StepID
  let title: LocalizedText
  let scale: CategoryScale
  let cells: [Cell]

  init(
    _ id: StepID, _ title: LocalizedText, by scale: CategoryScale, _ cells: [Cell]
  ) {
    self.id = id
    self.title = title
    self.scale = scale
    self.cells = cells
  }

  /// The figures, in the order given.
  func parameters(_ figures: Figures) -> [RuleParameter] {
    cells.map { cell in
      let id = ParameterID(stringLiteral: name(of: cell))
      let label = scale.label(of: cell.category)
      let title = LocalizedText(
        id: "\(title.indonesian): \(label.indonesian)", en: "\(title.english): \(label.english)")
      guard let bounds = cell.bounds else {
        return figures.figure(
          id, id: title.indonesian, en: title.english, cell.value, cell.source)
      }
      return figures.assumed(
        id, id: title.indonesian, en: title.english, cell.value, within: bounds, cell.source)
    }
  }

  /// The table.
  var table: RuleTable {
    RuleTable(id, title, by: scale.id) {
      for cell in cells {
        RuleTable.Row(FormulaText(cell.category.text), FormulaText(name(of: cell)))
      }
    }
  }

  // A formula reads "-" as minus: the figure of "very-good" is called "veryGood".
  private func name(of cell: Cell) -> String {
    let words = cell.category.text.split(separator: "-")
    let rest = words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }
    return "\(id).\(words.first ?? "")\(rest.joined())"
  }
}
