import KinerjaCore

// The numbers and categories of tables.
extension RuleCompiler {
  /// Numbers in ascending order with a value each; reports those that are not.
  mutating func pairs(
    _ texts: [(FormulaText, FormulaText)], keys: (String, String), at path: DefinitionPath,
    of draft: inout DraftTable
  ) -> [(number: Ratio, value: Ratio)]? {
    var found: [(number: Ratio, value: Ratio)] = []
    var isSound = true
    for (index, texts) in texts.enumerated() {
      let path = path.appending(.index(index))
      let number = self.number(texts.0, at: path.appending(.key(keys.0)), unit: &draft.keyUnit)
      let value = self.number(texts.1, at: path.appending(.key(keys.1)), unit: &draft.valueUnit)
      guard let number, let value else {
        isSound = false
        continue
      }
      if let before = found.last?.number, before >= number {
        isSound = false
        problems.add(
          .tableOrder, ["number": .number(number), "before": .number(before)],
          at: SourcePlace(path: path))
      }
      found.append((number, value))
    }
    return isSound ? found : nil
  }

  /// A number of a table; what is known of its column's unit grows with it.
  mutating func number(
    _ text: FormulaText, at path: DefinitionPath, unit: inout FormulaUnit
  ) -> Ratio? {
    guard let found = resolve(text, at: path, unit: unit) else { return nil }
    unit = found.unit
    return found.value
  }

  /// A cell: a number, or the identifier of a category.
  mutating func cell(
    _ text: FormulaText, at path: DefinitionPath, of draft: inout DraftTable
  ) -> RuleValue? {
    guard let scale = draft.table.scale else {
      return number(text, at: path, unit: &draft.valueUnit).map { .number($0) }
    }
    return category(text, of: scale, at: path).map { .category($0) }
  }

  /// A category that stands in a table by its identifier.
  mutating func category(
    _ text: FormulaText, of scale: ScaleID, at path: DefinitionPath
  ) -> CategoryID? {
    do throws(InvalidIdentifier) {
      let category = try CategoryID(text.text)
      check(category, in: scale, at: text.place(after: 0, path: path))
      return category
    } catch {
      var diagnostic = error.diagnostic
      diagnostic.place = text.place(after: 0, path: path)
      problems.add(diagnostic)
      return nil
    }
  }

  mutating func isFilled(_ count: Int, least: Int = 1, of draft: DraftTable) -> Bool {
    if count >= least { return true }
    problems.add(
      .emptyTable, ["table": .text(draft.table.id.text)], at: SourcePlace(path: draft.path))
    return false
  }

  mutating func isNumeric(_ draft: DraftTable) -> Bool {
    guard let scale = draft.table.scale else { return true }
    problems.add(
      .lineOfCategories, ["scale": .text(scale.text)], at: SourcePlace(path: draft.path))
    return false
  }

  mutating func exactly<Value>(
    at path: DefinitionPath, _ compute: () throws(ArithmeticError) -> Value
  ) -> Value? {
    do throws(ArithmeticError) {
      return try compute()
    } catch {
      problems.add(.tableTooFine, at: SourcePlace(path: path))
      return nil
    }
  }
}

extension ResolvedTable.Line {
  /// The line through two points.
  init(
    _ one: (number: Ratio, value: Ratio), _ other: (number: Ratio, value: Ratio)
  ) throws(ArithmeticError) {
    slope = try (other.value - one.value) / (other.number - one.number)
    constant = try one.value - slope * one.number
  }
}
