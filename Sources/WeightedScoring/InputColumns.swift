public import KinerjaCore
public import KinerjaTables
public import RuleLanguage

/// The single inputs of a rule as the columns of a file: one row a person.
///
/// Each input is a column by its name. A cell that is empty is an input that was not given, and so
/// is a column that is absent. Lists have no place in such a file; JSON has.
public struct InputColumns: Sendable {
  /// The columns, as a reader of files takes them.
  public let layout: CSVLayout
  /// The column that says who a row is about; nil if the file does not say.
  public let person: String?
  private let inputs: [RuleInput]

  /// The decimals that are kept of a number whose rule does not say how many it may have.
  public static let usualDecimals = 6

  /// Creates the columns of a rule.
  ///
  /// - Parameters:
  ///   - rule: The rule.
  ///   - person: The name of a column that says who a row is about; nil for none.
  ///   - others: What is done about columns that the rule does not ask for.
  /// - Throws: If the rule asks for lists, or if two columns would have one name.
  public init(
    of rule: Rule, person: String? = nil, others: CSVLayout.OtherColumns = .refused
  ) throws(InvalidInput) {
    var problems = Diagnostics()
    for list in rule.lists { problems.add(.listInColumns, ["list": .text(list.id.text)]) }
    var seen: Set<String> = []
    for name in [person].compactMap(\.self) + rule.inputs.map(\.id.text)
    where !seen.insert(Self.folded(name)).inserted {
      problems.add(.columnTwice, ["column": .text(name)])
    }
    if seen.isEmpty { problems.add(.noColumns, ["rule": .text(rule.id.text)]) }
    try problems.throwIfAny()
    inputs = rule.inputs
    self.person = person
    let first = person.map { [CSVColumn.text($0, presence: .optional)] } ?? []
    layout = CSVLayout(first + rule.inputs.map { $0.column(in: rule) }, otherColumns: others)
  }

  /// What is known about the person of each row, in the order of the file.
  public func inputs(of table: Table) -> [RuleInputs] {
    table.rows.map { row in
      var result = RuleInputs()
      for input in inputs {
        let name = input.id.text
        switch input.type {
        case .number:
          if let number = row.decimal(ifAny: name) { result[input.id] = .number(Ratio(number)) }
        case .flag:
          if let word = row.code(ifAny: name) { result[input.id] = .flag(Flag.isTrue(word)) }
        case .category:
          if let category = row.code(ifAny: name).flatMap({ try? CategoryID($0) }) {
            result[input.id] = .category(category)
          }
        }
      }
      return result
    }
  }

  /// Names that the header of a file does not tell apart.
  private static func folded(_ name: String) -> String {
    name.lowercased().replacing("-", with: "_").replacing("__", with: "_")
  }
}

/// How true and false are written in a cell.
private enum Flag {
  static let words = ["true", "false", "ya", "tidak", "1", "0"]

  static func isTrue(_ word: String) -> Bool { ["true", "ya", "1"].contains(word) }
}

extension RuleInput {
  fileprivate func column(in rule: Rule) -> CSVColumn {
    switch type {
    case .number:
      .decimal(
        id.text, places: decimals ?? InputColumns.usualDecimals, in: range.flatMap(\.points),
        presence: .optional)
    case .flag: .code(id.text, among: Flag.words, presence: .optional)
    case .category(let scale):
      .code(
        id.text, among: rule.scale(scale)?.categories.map(\.id.text), presence: .optional)
    }
  }
}

extension ClosedRange<Ratio> {
  /// The range in decimals; nil if an end has none.
  fileprivate var points: ClosedRange<Points>? {
    guard let low = Points(exactly: lowerBound), let high = Points(exactly: upperBound) else {
      return nil
    }
    return low...high
  }
}
