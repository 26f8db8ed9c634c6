import RuleLanguage

extension ScoreOne {
  /// The columns of the first people: hundredths in two bytes, marks in one.
  static func columns(_ count: Int) -> RuleColumns {
    var results = Array(repeating: Array(repeating: Int16(0), count: count), count: 6)
    var marks = Array(repeating: Array(repeating: UInt8(0), count: count), count: 7)
    for person in 0..<count {
      let values = inputs(of: UInt64(person))
      for k in 0..<6 { results[k][person] = Int16(values[k]) }
      for k in 6..<13 { marks[k - 6][person] = UInt8(values[k]) }
    }
    return RuleColumns(
      count: count,
      columns: Dictionary(
        uniqueKeysWithValues: results.enumerated().map {
          (name("a", $0 + 1), RuleColumn.numbers($1, decimals: 2))
        } + marks.enumerated().map { (name("b", $0 + 1), RuleColumn.numbers($1)) }))
  }
}
