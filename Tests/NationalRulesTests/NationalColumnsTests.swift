import KinerjaCore
import KinerjaTables
import NationalRules
import RuleLanguage
import Testing
import WeightedScoring

/// Everybody in the files of vectors, once alone and once in columns.
@Suite struct NationalColumnsTests {
  /// What the people give for one input, a whole number each: digits, a place in the scale, 0 or 1.
  private static func column(
    _ input: RuleInput, of rule: Rule, _ values: [RuleValue]
  ) -> RuleColumn? {
    let categories = input.type.scale.flatMap(rule.scale)?.categories.map(\.id) ?? []
    let decimals = input.decimals ?? 6
    var cells: [Int64] = []
    var missing = BitSet()
    for (row, value) in values.enumerated() {
      switch value {
      case .number(let number):
        guard let points = try? number.rounded(to: decimals, .down), Ratio(points) == number,
          let scaled = try? (1...max(decimals, 1)).reduce(
            number,
            { number, step in
              step > decimals ? number : try number * 10
            }), let cell = Int64(exactly: scaled.numerator)
        else { return nil }
        cells.append(cell)
      case .category(let id):
        guard let place = categories.firstIndex(of: id) else { return nil }
        cells.append(Int64(place))
      case .flag(let flag): cells.append(flag ? 1 : 0)
      case .missing:
        missing.insert(row)
        cells.append(0)
      }
    }
    switch input.type {
    case .number: return .numbers(cells, decimals: decimals, missing: missing)
    case .flag: return .flags(cells.map { $0 == 1 }, missing: missing)
    case .category:
      return .categories(cells.map { UInt8($0) }, of: categories, missing: missing)
    }
  }

  private static func columns(_ rule: Rule, of people: [RuleInputs]) -> RuleColumns? {
    var columns: [StepID: RuleColumn] = [:]
    for input in rule.inputs {
      guard let found = column(input, of: rule, people.map { $0[input.id] }) else { return nil }
      columns[input.id] = found
    }
    for list in rule.lists {
      var starts = [0]
      for person in people { starts.append(starts[starts.count - 1] + person[list: list.id].count) }
      let elements = people.flatMap { $0[list: list.id] }
      var fields: [StepID: RuleColumn] = [:]
      for field in list.fields {
        guard let found = column(field, of: rule, elements.map { $0[field.id] }) else { return nil }
        fields[field.id] = found
      }
      columns[list.id] = .list(starts: starts, fields: fields)
    }
    return RuleColumns(count: people.count, columns: columns)
  }

  @Test(arguments: RuleBook.national.rules)
  func `columns give everybody what the rule gives alone`(rule: ScoringRule) throws {
    let cases = try NationalFiles.cases(of: rule)
    let all = cases.merging(try cases.edges(of: rule))
    let day = try NationalFiles.example(of: rule).day
    let scorer = try rule.compiled(on: day)
    // Who can be scored, and whose numbers fit the columns.
    let people = all.cases.map { all.defaults.inputs.overlaid(with: $0.inputs) }
      .filter { (try? scorer.score($0)) != nil && Self.columns(rule.rule, of: [$0]) != nil }
    #expect(people.count >= 5)
    let crowd = try scorer.scores(of: #require(Self.columns(rule.rule, of: people)))
    #expect(crowd.refusedCount == 0)
    var sum: Ratio = 0
    for (row, person) in people.enumerated() {
      let score = try scorer.score(person)
      #expect(crowd.category(of: row) == score.category, "\(rule.id), \(row)")
      sum = try sum + (score.number ?? 0)
    }
    if let step = rule.scoreStep, let found = crowd.sum(of: step) {
      #expect(found.exact.map { $0 == sum } ?? true)
      if let bounds = found.bounds {
        #expect(bounds.contains(Double(sum)))
      }
    }
  }
}
