import KinerjaCore
import KinerjaTables
import RuleLanguage

/// People put into columns one after the other, each column in the narrowest whole numbers that
/// hold it.
struct CaseColumns {
  /// A column while it grows: digits, codes, or flags as 0 and 1.
  private struct Cells {
    let input: RuleInput
    let decimals: Int
    let categories: [CategoryID]
    var values: [Int64] = []
    var missing = BitSet()

    init(_ input: RuleInput, _ rule: Rule, places: Int) {
      self.input = input
      decimals = min(input.decimals ?? places, places)
      if case .category(let scale) = input.type {
        categories = rule.scale(scale)?.categories.map(\.id) ?? []
      } else {
        categories = []
      }
    }

    /// The cell of a value; nil if none holds it.
    func cell(_ value: RuleValue) -> Int64? {
      switch value {
      case .number(let number):
        let (factor, rest) = CaseColumns.power(decimals)
          .quotientAndRemainder(dividingBy: number.denominator)
        let (digits, overflow) = number.numerator.multipliedReportingOverflow(by: factor)
        return rest != 0 || overflow ? nil : Int64(exactly: digits)
      case .category(let category): return categories.firstIndex(of: category).map { Int64($0) }
      case .flag(let flag): return flag ? 1 : 0
      case .missing: return 0
      }
    }

    mutating func append(_ value: RuleValue, _ cell: Int64) {
      if value.isMissing { missing.insert(values.count) }
      values.append(cell)
    }

    var column: RuleColumn {
      let (low, high) = (values.min() ?? 0, values.max() ?? 0)
      func fits(_ type: (some FixedWidthInteger).Type) -> Bool {
        type.init(exactly: low) != nil && type.init(exactly: high) != nil
      }
      switch input.type {
      case .flag: return .flags(values.map { $0 == 1 }, missing: missing)
      case .category:
        return .categories(values.map { UInt8($0) }, of: categories, missing: missing)
      case .number:
        if fits(UInt8.self) {
          return .numbers(values.map { UInt8($0) }, decimals: decimals, missing: missing)
        } else if fits(Int16.self) {
          return .numbers(values.map { Int16($0) }, decimals: decimals, missing: missing)
        } else if fits(Int32.self) {
          return .numbers(values.map { Int32($0) }, decimals: decimals, missing: missing)
        }
        return .numbers(values, decimals: decimals, missing: missing)
      }
    }
  }

  private let rule: Rule
  private(set) var count = 0
  private var inputs: [Cells]
  private var fields: [[Cells]]
  private var starts: [[Int]]

  init(_ rule: Rule, places: Int) {
    self.rule = rule
    inputs = rule.inputs.map { Cells($0, rule, places: places) }
    fields = rule.lists.map { $0.fields.map { Cells($0, rule, places: places) } }
    starts = rule.lists.map { _ in [0] }
  }

  /// Adds a person; false, and nothing is added, if some number is no decimal that fits.
  mutating func append(_ person: RuleInputs) -> Bool {
    let values = inputs.map { person[$0.input.id] }
    let cells = zip(inputs, values).compactMap { $0.cell($1) }
    guard cells.count == inputs.count else { return false }
    var lists: [[[(RuleValue, Int64)]]] = []
    for (list, columns) in zip(rule.lists, fields) {
      var elements: [[(RuleValue, Int64)]] = []
      for element in person[list: list.id] {
        let row: [(RuleValue, Int64)] = columns.compactMap { column in
          let value = element[column.input.id]
          return column.cell(value).map { (value, $0) }
        }
        guard row.count == columns.count else { return false }
        elements.append(row)
      }
      lists.append(elements)
    }
    for index in inputs.indices { inputs[index].append(values[index], cells[index]) }
    for (list, elements) in lists.enumerated() {
      for element in elements {
        for (field, (value, cell)) in element.enumerated() {
          fields[list][field].append(value, cell)
        }
      }
      starts[list].append((starts[list].last ?? 0) + elements.count)
    }
    count += 1
    return true
  }

  var columns: RuleColumns {
    var columns: [StepID: RuleColumn] = [:]
    for cells in inputs { columns[cells.input.id] = cells.column }
    for (index, list) in rule.lists.enumerated() {
      columns[list.id] = .list(
        starts: starts[index],
        fields: Dictionary(
          fields[index].map { ($0.input.id, $0.column) }, uniquingKeysWith: { first, _ in first }))
    }
    return RuleColumns(count: count, columns: columns)
  }

  private static let powers = (0...9).map { (0..<$0).reduce(Int128(1)) { power, _ in power * 10 } }

  private static func power(_ places: Int) -> Int128 { powers[places] }
}
