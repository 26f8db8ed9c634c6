import KinerjaCore
import KinerjaTables

// The value of one element of a list, and elements that must not come twice.
extension ColumnCompiler {
  /// What the last element has, or the last for which a condition holds.
  mutating func lastElement(
    _ node: Int, where condition: LaneCode?, of list: Int
  ) throws(NeedsEvaluator) -> LaneValue {
    let value = try self.value(of: node)
    guard columns.starts[list] != nil else { return value.onPeople.with(.always) }
    let level = LaneLevel.list(list)
    var flags: Int?
    var missing = mask(of: columns.missingLists[list], at: .person)
    if let condition {
      flags = materialised(condition, at: level)
      missing = united(missing, gathered(condition.missing, of: list))
    }
    // Who has no such element lacks the value.
    let (mask, absent) = (materialised(value.missing, at: level), byteRegister(at: .person))
    emit { [flags] in $0.pick(bytes: mask, where: flags, of: list, none: 1, to: absent) }
    missing = united(missing, .mask(absent, level: .person))
    switch value {
    case .number(let number): return .number(try last(number, where: flags, of: list)).with(missing)
    case .flag(let code): return .flag(last(code, where: flags, of: list)).with(missing)
    case .category(let code): return .category(last(code, where: flags, of: list)).with(missing)
    }
  }

  private mutating func last(
    _ code: LaneCode, where flags: Int?, of list: Int
  ) -> LaneCode {
    let (source, target) = (materialised(code, at: .list(list)), byteRegister(at: .person))
    emit { $0.pick(bytes: source, where: flags, of: list, none: 0, to: target) }
    return LaneCode(source: .register(target), level: .person, categories: code.categories)
  }

  private mutating func last(
    _ number: LaneNumber, where flags: Int?, of list: Int
  ) throws(NeedsEvaluator) -> LaneNumber {
    let value = at(.list(list), number)
    if let exact = exact(value, isDouble: true) {
      let target = wholeRegister(exact.register.denominator)
      let source = exact.register.index
      emit { $0.pick(doubles: source, where: flags, of: list, to: target.index) }
      // Who has no element has nought in the lane, and the value is missing.
      return self.number(
        LaneAtom(
          source: .exact(target), level: .person, denominator: target.denominator,
          numbers: exact.numbers.joined(with: .zero)))
    }
    let (source, target) = (try filtered(value), filteredRegister(at: .person))
    emit {
      $0.pick(doubles: source.value, where: flags, of: list, to: target.value)
      $0.pick(doubles: source.error, where: flags, of: list, to: target.error)
    }
    return self.number(target, at: .person, missing: .never)
  }

  /// Leaves those of whose elements two have one key to the exact evaluator, which refuses them.
  mutating func redoRepeatedElements() {
    let redo = redoRegister(at: .person)
    for (list, shape) in program.lists.enumerated() where columns.starts[list] != nil {
      for key in shape.keys {
        guard let column = columns.fields[list][key]?.column,
          case .categories(let codes, _) = column.content
        else { continue }
        let missing = column.missing
        emit { $0.markRepeated(codes, missing, of: list, in: redo) }
      }
    }
  }
}

extension LaneValue {
  /// The same constant, or a number or code of which nothing is known but its type, for people.
  fileprivate var onPeople: LaneValue {
    switch self {
    case .number: .number(.constant(.zero))
    case .flag: .flag(LaneCode(source: .constant(0), level: .person, categories: nil))
    case .category(let code):
      .category(LaneCode(source: .constant(0), level: .person, categories: code.categories))
    }
  }
}
