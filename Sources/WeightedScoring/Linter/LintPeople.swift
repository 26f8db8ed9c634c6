import KinerjaCore
import RuleLanguage

/// Plain people on whom a rule is tried, and the lines through them along which one number varies.
struct LintPeople {
  /// A line with its pieces.
  struct Line {
    let line: InputLine
    let pieces: [LinePiece]
  }

  let compiled: CompiledRule
  /// The plainest person first.
  let all: [RuleInputs]
  private(set) var lines: [Line] = []

  private static let mostPeople = 48
  private static let mostPieces = 96
  /// A rule with many numbers is followed through fewer people.
  private static let mostLines = 160

  var plain: RuleInputs { all[0] }

  init(_ compiled: CompiledRule, outputs: [StepID], asked: [InputPath]) {
    self.compiled = compiled
    let wishes: [Ratio] = [100, 10, 50, 1, 1000]
    let made = wishes.map { Self.person(of: compiled.rule, near: $0) }
    let complete = made.filter { person in
      guard let outcome = try? compiled.evaluate(person) else { return false }
      return outputs.allSatisfy { !outcome[$0].isMissing }
    }
    let plain = complete.first ?? made[0]
    var people = [plain] + Self.choices(of: compiled.rule, plain)
    people += complete.dropFirst().prefix(2)
    for path in asked where people.count < Self.mostPeople {
      people.append(plain.without(path))
    }
    all = Array(people.prefix(Self.mostPeople))
    for person in all where lines.count < Self.mostLines { lines += lines(through: person) }
  }

  /// The lines through a person.
  func lines(through person: RuleInputs) -> [Line] {
    person.paths(for: compiled.rule).compactMap { path, _ in
      guard person[path].number != nil else { return nil }
      return InputLine(compiled, person, varying: path).map {
        Line(line: $0, pieces: $0.pieces(limit: Self.mostPieces).pieces)
      }
    }
  }

  /// A person whose numbers are all near a wish, with one element a list.
  private static func person(of rule: Rule, near wish: Ratio) -> RuleInputs {
    var person = RuleInputs()
    for input in rule.inputs { person.values[input.id] = value(for: input, near: wish, of: rule) }
    for list in rule.lists {
      let fields = list.fields.map { ($0.id, value(for: $0, near: wish, of: rule)) }
      person.lists[list.id] = [RuleRecord(Dictionary(fields) { first, _ in first })]
    }
    return person
  }

  private static func value(for input: RuleInput, near wish: Ratio, of rule: Rule) -> RuleValue {
    switch input.type {
    case .flag: return false
    case .category(let scale):
      return rule.scale(scale)?.categories.first.map { .category($0.id) } ?? .missing(.notGiven)
    case .number:
      guard let grid = InputGrid(input) else {
        return .number(input.range?.lowerBound ?? wish)
      }
      let near = grid.ceiling(wish) ?? grid.indices.lowerBound
      return .number(grid.number(at: InputGrid.plainest(in: grid.indices, preferring: near)))
    }
  }

  /// The same person with other flags and categories: all combinations, or one at a time where
  /// these are too many.
  private static func choices(of rule: Rule, _ plain: RuleInputs) -> [RuleInputs] {
    var options: [(path: InputPath, values: [RuleValue])] = []
    for (path, input) in plain.paths(for: rule) {
      switch input.type {
      case .number: continue
      case .flag: options.append((path, [.flag(false), .flag(true)]))
      case .category(let scale):
        let ids = rule.scale(scale)?.categories.map(\.id) ?? []
        options.append((path, ids.map { .category($0) }))
      }
    }
    var people = [plain]
    for option in options {
      let isFew = people.count * option.values.count <= mostPeople * 2
      let bases = isFew ? people : [plain]
      for person in bases {
        for value in option.values where value != plain[option.path] {
          var other = person
          other[option.path] = value
          people.append(other)
        }
      }
    }
    return Array(people.dropFirst())
  }

  // MARK: - Looking for somebody

  /// The plainest person on a piece.
  func person(on piece: LinePiece, of line: InputLine) -> RuleInputs {
    let wish = line.inputs[line.path].number.flatMap(line.grid.floor) ?? 0
    return line.inputs(at: InputGrid.plainest(in: piece.indices, preferring: wish))
  }

  /// Somebody for whom a value is so, among the people and along their lines.
  func first(where holds: (LinePiece) -> Bool) -> RuleInputs? {
    for person in all {
      let point = compiled.point(person)
      if point.stop == nil, holds(point) { return person }
    }
    for line in lines {
      for piece in line.pieces where piece.stop == nil && holds(piece) {
        return person(on: piece, of: line.line)
      }
    }
    return nil
  }

  /// Somebody for whom a step's number is one that is accepted.
  ///
  /// From each person one input at a time is moved to where its piece would meet the target, piece
  /// after piece; what comes nearest is the next person.
  func somebody(
    with place: LinePiece.StepPlace, beforeRounding: Bool = false, near target: Ratio,
    where accepts: (Ratio) -> Bool
  ) -> RuleInputs? {
    let sources = compiled.program.inputs(feeding: place)
    for start in all.prefix(8) {
      var person = start
      var nearest: Ratio?
      for _ in 0..<(start.paths(for: compiled.rule).count + 1) {
        var best: RuleInputs?
        for (path, _) in person.paths(for: compiled.rule)
        where person[path].number != nil && sources.contains([path.list, path.name]) {
          guard let line = InputLine(compiled, person, varying: path) else { continue }
          var walk = LintApproach(
            line: line, place: place, beforeRounding: beforeRounding, target: target)
          if let found = walk.run(accepts) { return found }
          guard let distance = walk.nearest, nearest.map({ distance < $0 }) ?? true else {
            continue
          }
          nearest = distance
          best = walk.best
        }
        guard let best else { break }
        person = best
      }
    }
    return nil
  }
}

extension Program {
  /// The inputs on which a value depends, each by its list and its name.
  fileprivate func inputs(feeding place: LinePiece.StepPlace) -> Set<[StepID?]> {
    var found: Set<[StepID?]> = []
    var seen: Set<LinePiece.StepPlace> = []
    var waiting = [place]
    while let next = waiting.popLast() {
      guard seen.insert(next).inserted else { continue }
      guard let step = step(filling: next.slot, of: next.list) else {
        found.insert(
          next.list.map { [lists[$0].id, lists[$0].slots[next.slot].id] }
            ?? [nil, slots[next.slot].id])
        continue
      }
      for node in nodes(below: roots(of: step)) {
        switch nodes[node] {
        case .value(let slot): waiting.append(LinePiece.StepPlace(list: nil, slot: slot))
        case .element(let list, let slot):
          waiting.append(LinePiece.StepPlace(list: list, slot: slot))
        default: continue
        }
      }
    }
    return found
  }
}

extension RuleInputs {
  /// The same person of whom one value is not known.
  func without(_ path: InputPath) -> RuleInputs {
    var person = self
    if let list = path.list, let element = path.element {
      if person[list: list].indices.contains(element) {
        person[list: list][element].values[path.name] = nil
      }
    } else {
      person.values[path.name] = nil
    }
    return person
  }
}
