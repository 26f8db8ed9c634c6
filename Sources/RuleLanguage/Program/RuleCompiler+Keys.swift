import KinerjaCore

// Tables that are looked up by keys.
extension RuleCompiler {

  mutating func resolve(
    _ rows: [RuleTable.Row], by scale: ScaleID?, of draft: inout DraftTable
  ) -> ResolvedTable.Content? {
    let path = draft.path.appending(.key("rows"))
    guard isFilled(rows.count, of: draft) else { return nil }
    let keys = axis(
      rows.enumerated().map { index, row in
        (row.key, path.appending(.index(index)).appending(.key("key")))
      }, by: scale, at: path, of: &draft)
    draft.axes = [FormulaType(key: scale)]
    var cells: [[RuleValue]] = []
    for (index, row) in rows.enumerated() {
      let place = path.appending(.index(index)).appending(.key("value"))
      if let value = cell(row.value, at: place, of: &draft) { cells.append([value]) }
    }
    guard let keys, cells.count == rows.count else { return nil }
    return .cells(rows: keys, columns: nil, cells)
  }

  mutating func grid(
    _ rows: [RuleTable.GridRow], by rowScale: ScaleID?, _ columns: [FormulaText],
    by columnScale: ScaleID?, of draft: inout DraftTable
  ) -> ResolvedTable.Content? {
    let path = draft.path.appending(.key("grid"))
    let (rowPath, columnPath) = (
      path.appending(.key("rows")), path.appending(.key("columns"))
    )
    guard isFilled(min(rows.count, columns.count), of: draft) else { return nil }
    // Each axis has a unit of its own, which nobody checks where both are numbers.
    let rowKeys = axis(
      rows.enumerated().map { index, row in
        (row.key, rowPath.appending(.index(index)).appending(.key("key")))
      }, by: rowScale, at: rowPath, of: &draft)
    if rowScale == nil, columnScale == nil { draft.keyUnit = .unknown }
    let columnKeys = axis(
      columns.enumerated().map { ($1, columnPath.appending(.index($0))) }, by: columnScale,
      at: columnPath, of: &draft)
    if rowScale == nil, columnScale == nil { draft.keyUnit = .unknown }
    draft.axes = [FormulaType(key: rowScale), FormulaType(key: columnScale)]
    var cells: [[RuleValue]] = []
    for (index, row) in rows.enumerated() {
      let path = rowPath.appending(.index(index))
      if row.cells.count != columns.count {
        problems.add(
          .raggedMatrix,
          [
            "row": .text(row.key.text), "found": .integer(Int64(row.cells.count)),
            "wanted": .integer(Int64(columns.count)),
          ], at: SourcePlace(path: path))
      }
      var values: [RuleValue] = []
      for (column, text) in row.cells.enumerated() {
        let place = path.appending(.key("cells")).appending(.index(column))
        if let value = cell(text, at: place, of: &draft) { values.append(value) }
      }
      if values.count == columns.count { cells.append(values) }
    }
    guard let rowKeys, let columnKeys, cells.count == rows.count else { return nil }
    return .cells(rows: rowKeys, columns: columnKeys, cells)
  }

  /// The positions of the keys of an axis; reports those that stand twice or are wanting.
  private mutating func axis(
    _ texts: [(FormulaText, DefinitionPath)], by scale: ScaleID?, at path: DefinitionPath,
    of draft: inout DraftTable
  ) -> [RuleValue: Int]? {
    var positions: [RuleValue: Int] = [:]
    var isSound = true
    if let scale {
      guard let known = known(scale, at: path) else { return nil }
      let categories = texts.map { category($0.0, of: scale, at: $0.1) }
      guard !categories.contains(nil) else { return nil }
      checkAxis(categories.compactMap(\.self), on: known, at: path)
      for (index, category) in categories.enumerated() {
        if let category { positions[.category(category)] = index }
      }
      return positions
    }
    for (index, (text, path)) in texts.enumerated() {
      guard let number = number(text, at: path, unit: &draft.keyUnit) else {
        isSound = false
        continue
      }
      if positions.updateValue(index, forKey: .number(number)) != nil {
        isSound = false
        problems.add(
          .tableKeyTwice, ["key": .number(number)], at: text.place(after: 0, path: path))
      }
    }
    return isSound ? positions : nil
  }
}

extension FormulaType {
  /// The type of a key: a category of a scale, or a number.
  fileprivate init(key scale: ScaleID?) { self = scale.map { .category($0) } ?? .number }
}
