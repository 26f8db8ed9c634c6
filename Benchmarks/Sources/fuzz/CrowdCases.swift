import KinerjaCore
import KinerjaTables
import RuleLanguage
import WeightedScoring

/// People in columns, who must get what each gets alone.
struct CrowdCases {
  private(set) var people = 0

  mutating func check(_ scorer: Scorer, _ dice: inout Dice, _ text: String) throws(Fault) {
    let count = dice.pick([1, 3, 8, 40])
    let rule = scorer.rule.rule
    var columns: [StepID: RuleColumn] = [:]
    for input in rule.inputs where !dice.one(in: 12) {
      columns[input.id] = rule.column(input, count, &dice)
    }
    for list in rule.lists where !dice.one(in: 12) {
      columns[list.id] = rule.column(list, count, &dice)
    }
    let staff = RuleColumns(count: count, columns: columns)
    let scores: CrowdScores
    do throws(InvalidInput) {
      let kept = [scorer.rule.scoreStep].compactMap(\.self)
      scores = try scorer.scores(of: staff, keeping: kept, parallel: ParallelBlocks(threads: 1))
    } catch {
      return
    }
    people += count
    try compare(scores, scorer, staff, text)
  }

  private func compare(
    _ scores: CrowdScores, _ scorer: Scorer, _ staff: RuleColumns, _ text: String
  ) throws(Fault) {
    let kept = scorer.rule.scoreStep.flatMap { scores.values(of: $0) }
    var refused = 0
    var missing: [MissingReason: Int] = [:]
    var sum: Ratio? = 0
    var counted = 0
    var isOverflowing = false
    func differ(_ row: Int, _ what: String) -> Fault {
      let inputs = staff.inputs(of: row).json.prettyText
      return Fault(what: "columns: \(what) at row \(row): \(inputs)", text: text)
    }
    for row in 0..<staff.count {
      let one: ScoreResult
      do throws(InvalidInput) {
        one = try scorer.result(of: row, in: staff)
      } catch {
        refused += 1
        // A number on the way that is too large may be one that columns need not hold.
        if error.problems.contains(where: { $0.code == "rules.overflow" }) {
          isOverflowing = true
        } else if scores.category(of: row) != nil || kept.map({ !$0.values[row].isNaN }) == true {
          throw differ(row, "a person is refused alone only")
        }
        continue
      }
      if let reason = one.missing { missing[reason, default: 0] += 1 }
      if let scale = scores.scale, scale.categories.count < 255,
        scores.category(of: row) != one.category
      {
        throw differ(row, "\(String(describing: scores.category(of: row))) for \(one)")
      }
      if let number = one.number {
        counted += 1
        sum = sum.flatMap { try? $0 + number }
      }
      guard let kept else { continue }
      let value = kept.values[row]
      guard let number = one.number else {
        if !value.isNaN { throw differ(row, "\(value) for a missing number") }
        continue
      }
      let exact = Double(number)
      let most = kept.bound == 0 ? 0 : kept.bound + exact.ulp
      guard (value - exact).magnitude <= most else {
        throw differ(row, "\(value) for \(exact), bound \(kept.bound)")
      }
    }
    guard !isOverflowing else { return }
    guard scores.refusedCount == refused else {
      throw Fault(what: "columns: \(scores.refusedCount) refused for \(refused)", text: text)
    }
    guard scores.missing == missing else {
      throw Fault(what: "columns: missing \(scores.missing) for \(missing)", text: text)
    }
    guard let step = scorer.rule.scoreStep, let found = scores.sum(of: step) else { return }
    guard found.count == counted, found.exact == nil || sum == nil || found.exact == sum else {
      throw Fault(what: "columns: sum \(found) for \(counted) of \(sum as Any)", text: text)
    }
    guard let sum, let bounds = found.bounds else { return }
    guard bounds.contains(Double(sum)) else {
      throw Fault(what: "columns: the sum \(sum) is not in \(bounds)", text: text)
    }
  }
}

extension Rule {
  fileprivate func column(_ input: RuleInput, _ count: Int, _ dice: inout Dice) -> RuleColumn {
    let missing = dice.one(in: 3) ? gaps(count, &dice) : nil
    switch input.type {
    case .flag:
      return .flags((0..<count).map { _ in dice.one(in: 2) }, missing: missing)
    case .category(let scale):
      let categories = (self.scale(scale)?.categories ?? []).prefix(200).map(\.id)
      let last = max(categories.count - 1, 0)
      let codes = (0..<count).map { _ in UInt8(dice.integer(in: 0...last)) }
      return .categories(codes, of: categories, missing: missing)
    case .number:
      let decimals = dice.pick([0, 0, 1, min(max(input.decimals ?? 2, 0), 18)])
      let size = dice.pick([3, 100, 12_000, 1_000_000_000])
      let low = input.range.map { $0.lowerBound >= 0 } == true || dice.one(in: 2) ? 0 : -size
      let numbers = (0..<count).map { _ in dice.integer(in: low...size) }
      switch dice.integer(in: 0...4) {
      case 0 where size == 3:
        return .numbers(numbers.map { Int8($0) }, decimals: decimals, missing: missing)
      case 1 where size <= 100 && low == 0:
        return .numbers(numbers.map { UInt8($0) }, decimals: decimals, missing: missing)
      case 2 where size <= 12_000:
        return .numbers(numbers.map { Int16($0) }, decimals: decimals, missing: missing)
      case 3: return .numbers(numbers.map { Int32($0) }, decimals: decimals, missing: missing)
      default:
        let isHuge = dice.one(in: 30)
        return .numbers(
          numbers.map { isHuge && $0 & 1 == 0 ? Int64.max - Int64($0.magnitude) : Int64($0) },
          decimals: decimals, missing: missing)
      }
    }
  }

  fileprivate func column(_ list: RuleList, _ count: Int, _ dice: inout Dice) -> RuleColumn {
    var starts = [0]
    for _ in 0..<count { starts.append(starts[starts.count - 1] + dice.integer(in: 0...4)) }
    let elements = starts[starts.count - 1]
    var fields: [StepID: RuleColumn] = [:]
    for field in list.fields where !dice.one(in: 12) {
      fields[field.id] = column(field, elements, &dice)
    }
    return .list(
      starts: starts, fields: fields, missing: dice.one(in: 4) ? gaps(count, &dice) : nil)
  }

  private func gaps(_ count: Int, _ dice: inout Dice) -> BitSet {
    BitSet((0..<count).filter { _ in dice.one(in: 4) })
  }
}
