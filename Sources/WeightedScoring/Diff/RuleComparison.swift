import KinerjaCore
import RuleLanguage

/// Holds the facts of two rules against each other.
struct RuleComparison {
  private let old: ScoringRule
  private let new: ScoringRule
  private let day: Day?
  private(set) var changes: [RuleChange] = []

  init(_ old: ScoringRule, _ new: ScoringRule, on day: Day?) {
    self.old = old
    self.new = new
    self.day = day
    guard old != new else { return }
    compare(RuleFacts(old).subjects, RuleFacts(new).subjects)
    let importance = Dictionary(
      uniqueKeysWithValues: RuleChange.Part.allCases.enumerated().map { ($1, $0) })
    changes = changes.enumerated().sorted { one, other in
      let (first, second) = (importance[one.element.part] ?? 0, importance[other.element.part] ?? 0)
      return (first, one.offset) < (second, other.offset)
    }.map(\.element)
  }

  private mutating func compare(_ old: [RuleFacts.Subject], _ new: [RuleFacts.Subject]) {
    let known = Dictionary(old.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let kept = Set(new.map(\.key))
    for subject in new {
      guard let before = known[subject.key] else {
        add(.whole, subject, old: nil, new: subject.summary)
        continue
      }
      if subject.key.hasPrefix("parameters.") { compareValues(before, subject) }
      compare(before, subject)
    }
    for subject in old where !kept.contains(subject.key) {
      add(.whole, subject, old: subject.summary, new: nil)
    }
    compareOrder(old, new, kept: kept.intersection(known.keys))
  }

  private mutating func compare(_ old: RuleFacts.Subject, _ new: RuleFacts.Subject) {
    let before = Dictionary(old.facts.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(new.facts.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    // Where a value is found in another way altogether, its parts say nothing more.
    var governed: [String] = []
    let pairs =
      new.facts.map { ($0.key, before[$0.key], Optional($0)) }
      + old.facts.filter { after[$0.key] == nil }.map { ($0.key, Optional($0), nil) }
    for (_, one, other) in pairs {
      guard let prefix = (other ?? one)?.governs, one?.identity != other?.identity else { continue }
      governed.append(prefix)
    }
    for (key, one, other) in pairs where one?.identity != other?.identity {
      guard let fact = other ?? one, !governed.contains(where: { key.hasPrefix($0) }) else {
        continue
      }
      add(fact.part, new, label: fact.label, old: one?.side, new: other?.side)
    }
  }

  private mutating func add(
    _ part: RuleChange.Part, _ subject: RuleFacts.Subject, label: LocalizedText? = nil,
    old: RuleChange.Side?, new: RuleChange.Side?, days: DayRange? = nil
  ) {
    changes.append(
      RuleChange(
        part: part, subject: subject.key, title: subject.title, label: label, old: old, new: new,
        days: days))
  }

  // MARK: - Values over time

  private mutating func compareValues(_ before: RuleFacts.Subject, _ after: RuleFacts.Subject) {
    let spans: [(old: Day, new: Day, days: DayRange?)]
    if let day {
      spans = [(day, day, DayRange(only: day))]
    } else if let common = old.effective.intersection(new.effective) {
      spans = Self.spans(of: before.values + after.values, within: common).map {
        ($0.from, $0.from, $0)
      }
    } else if old.effective < new.effective {
      spans = [(old.effective.lastDay, new.effective.from, nil)]
    } else {
      spans = [(old.effective.from, new.effective.lastDay, nil)]
    }
    var found: [(old: RuleParameter.Value?, new: RuleParameter.Value?, days: DayRange?)] = []
    for span in spans {
      let one = before.values.first { $0.effective.contains(span.old) }
      let other = after.values.first { $0.effective.contains(span.new) }
      guard one?.value != other?.value || one?.source != other?.source else { continue }
      if let last = found.last, last.old?.value == one?.value, last.new?.value == other?.value,
        last.old?.source == one?.source, last.new?.source == other?.source,
        let early = last.days, let late = span.days, early.isAdjacent(to: late),
        let joined = DayRange.joined([early, late]).first
      {
        found[found.count - 1].days = joined
      } else {
        found.append((one, other, span.days))
      }
    }
    for change in found {
      let isSame = change.old?.value == change.new?.value
      add(
        isSame ? .source : .value, after, old: side(change.old, before.unit, of: old),
        new: side(change.new, after.unit, of: new), days: change.days)
    }
  }

  private func side(
    _ value: RuleParameter.Value?, _ unit: MeasurementUnit?, of rule: ScoringRule
  ) -> RuleChange.Side? {
    value.map { value in
      let writer = AnnexWriter(rule)
      return RuleChange.Side(
        words: writer.both { writer.text(of: value.value, $0, unit: unit) }, json: value.value.json,
        source: value.source)
    }
  }

  /// The days cut wherever some value begins or ends.
  private static func spans(
    of values: [RuleParameter.Value], within days: DayRange
  ) -> [DayRange] {
    var starts: Set<Day> = [days.from]
    for value in values {
      starts.insert(value.effective.from)
      if let next = value.effective.through?.next { starts.insert(next) }
    }
    let sorted = starts.filter(days.contains).sorted()
    return zip(sorted, sorted.dropFirst().map(Optional.some) + [nil]).compactMap { start, next in
      try? DayRange(from: start, through: next.flatMap(\.previous) ?? days.through)
    }
  }

  // MARK: - Order

  /// Reports the steps that stand elsewhere: the fewest that must be moved.
  private mutating func compareOrder(
    _ old: [RuleFacts.Subject], _ new: [RuleFacts.Subject], kept: Set<String>
  ) {
    for series in Set(new.compactMap(\.series)).sorted() {
      let before = old.filter { $0.series == series && kept.contains($0.key) }
      let places = Dictionary(
        before.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
      let after = new.filter { $0.series == series && places[$0.key] != nil }
      let stay = Self.longestRising(after.compactMap { places[$0.key] })
      for (index, subject) in after.enumerated() where !stay.contains(index) {
        let behind = index > 0 ? after[index - 1].title : nil
        add(
          .order, subject, old: place(behind: nil),
          new: place(behind: behind))
      }
    }
  }

  private func place(behind title: LocalizedText?) -> RuleChange.Side {
    let words =
      title.map {
        LocalizedText(id: "belakang “\($0.indonesian)”", en: "the place behind “\($0.english)”")
      } ?? LocalizedText(id: "tempat pertama", en: "the first place")
    return RuleChange.Side(words: words, json: words.json, source: nil)
  }

  /// The positions of a longest rising run of numbers that need not stand side by side.
  private static func longestRising(_ numbers: [Int]) -> Set<Int> {
    var ends: [Int] = []
    var before: [Int?] = []
    for (index, number) in numbers.enumerated() {
      var low = 0
      var high = ends.count
      while low < high {
        let middle = (low + high) / 2
        if numbers[ends[middle]] < number { low = middle + 1 } else { high = middle }
      }
      before.append(low > 0 ? ends[low - 1] : nil)
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var result: Set<Int> = []
    var next = ends.last
    while let index = next {
      result.insert(index)
      next = before[index]
    }
    return result
  }
}
