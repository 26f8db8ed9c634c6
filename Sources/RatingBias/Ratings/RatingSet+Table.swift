public import KinerjaCore
public import KinerjaTables

extension RatingSet {
  /// Creates a set from the columns of a table in long form: one row a rating.
  ///
  /// A row whose rating is missing counts in ``missingCount``. To name a column that the table lacks,
  /// or one of another type, is a programming mistake and stops the program with a sentence.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - ratee: The name of a column of codes.
  ///   - rater: The name of a column of codes.
  ///   - item: The name of a column of codes.
  ///   - rating: The name of a column of whole numbers, the values of levels of the scale.
  ///   - scale: The scale of all ratings.
  /// - Throws: `InvalidInput` with *all* problems, with file and line where the table knows them: a
  ///   code that is no identifier, a row without a ratee, rater or item, a value that is no level of
  ///   the scale, or a second rating of the same ratee by the same rater on the same item.
  /// - Complexity: O(*n*) beside sorting the distinct identifiers.
  public init(
    _ table: Table, ratee: String = "ratee", rater: String = "rater", item: String = "item",
    rating: String = "rating", scale: RatingScale
  ) throws(InvalidInput) {
    let ratees = try table.identifiers(ratee, as: PersonID.self)
    let raters = try table.identifiers(rater, as: PersonID.self)
    let items = try table.identifiers(item, as: ItemID.self)
    let values = table.integers(rating)
    let (numbers, missing) = (values.values, values.missing)
    let (rateeCodes, raterCodes) = (table.codes(ratee).indices, table.codes(rater).indices)
    let itemCodes = table.codes(item).indices
    var rows = RatingRows(scale: scale) { table.place(ofRow: $0, rating) }
    for row in 0..<table.rowCount {
      if missing?.contains(row) == true {
        rows.addMissing()
      } else if min(rateeCodes[row], raterCodes[row], itemCodes[row]) < 0 {
        rows.addNameless()
      } else {
        rows.add(
          ratee: rateeCodes[row], rater: raterCodes[row], item: itemCodes[row],
          value: Int(numbers[row]))
      }
    }
    try self.init(rows, ratees: ratees, raters: raters, items: items)
  }
}
