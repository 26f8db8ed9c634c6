import KinerjaCore
import RuleLanguage

// Weights that do not add up, what is counted twice, and roundings that lift people.
extension Linter {
  /// The terms of a weighted sum: constant weights of values with a name.
  private func terms(of step: ProgramStep) -> [(weight: Ratio, node: Int)]? {
    switch step.operation {
    case .weightedMean(let pairs):
      let terms = pairs.compactMap { pair in
        ranges.nodes[pair.weight].onlyNumber.map { (weight: $0, node: pair.value) }
      }
      return terms.count == pairs.count ? terms : nil
    case .expression(let node):
      return sum(node, times: 1)
    default:
      return nil
    }
  }

  private func sum(_ node: Int, times factor: Ratio) -> [(weight: Ratio, node: Int)]? {
    switch program.nodes[node] {
    case .binary(.plus, let left, let right):
      guard let one = sum(left, times: factor), let other = sum(right, times: factor) else {
        return nil
      }
      return one + other
    case .binary(.times, let left, let right):
      if let weight = ranges.nodes[left].onlyNumber, !dependsOnInputs(left) {
        return (try? factor * weight).flatMap { sum(right, times: $0) }
      }
      if let weight = ranges.nodes[right].onlyNumber, !dependsOnInputs(right) {
        return (try? factor * weight).flatMap { sum(left, times: $0) }
      }
      return nil
    case .binary(.over, let left, let right):
      guard let divisor = ranges.nodes[right].onlyNumber, !dependsOnInputs(right) else {
        return nil
      }
      return (try? factor / divisor).flatMap { sum(left, times: $0) }
    case .value, .element:
      return [(factor, node)]
    default:
      return nil
    }
  }

  /// Weights that are meant to be shares and miss the whole by a little.
  mutating func checkWeights(at index: Int) {
    let step = program.steps[index]
    guard let terms = terms(of: step), terms.count > 1,
      let total = try? Ratio.sum(of: terms.map(\.weight)),
      terms.allSatisfy({ $0.weight.sign > 0 })
    else { return }
    let wholes: [Ratio] = [1, 100]
    guard
      let whole = wholes.first(where: { whole in
        guard let off = try? (try total - whole).magnitude / whole else { return false }
        return off.sign > 0 && off <= "1/10" && terms.allSatisfy { $0.weight < whole }
      })
    else { return }
    report(
      .lintWeights,
      ["step": .text(step.id.text), "sum": text(total), "whole": text(whole)], at: path(of: step),
      .structure, [people.plain])
  }

  /// An input that moves two terms of a weighted sum the same way.
  mutating func checkDoubleCounting(at index: Int) {
    let step = program.steps[index]
    guard let terms = terms(of: step), terms.count > 1 else { return }
    let reach = terms.map { term in inputsCounted(in: term.node) }
    for (position, one) in reach.enumerated() {
      for later in reach.indices where later > position {
        for path in one where reach[later].contains(path) {
          guard let pair = pair(moving: terms[position].node, terms[later].node, by: path, in: step)
          else { continue }
          report(
            .lintCountedTwice,
            [
              "step": .text(step.id.text), "input": .text(path.description),
              "one": .text(label(of: terms[position].node)),
              "other": .text(label(of: terms[later].node)),
            ], at: self.path(of: step), .scored, pair)
        }
      }
    }
  }

  private func label(of node: Int) -> String {
    switch program.nodes[node] {
    case .value(let slot): program.slots[slot].name
    case .element(let list, let slot): program.lists[list].slots[slot].name
    default: "…"
    }
  }

  /// The number inputs that reach a node as amounts: not through a divisor, not through a condition.
  private func inputsCounted(in node: Int) -> [InputPath] {
    var paths: [InputPath] = []
    var waiting = [node]
    // Steps that are used many times over are looked at once.
    var seen: Set<Int> = []
    func add(_ path: InputPath, ofType type: ValueType) {
      if type == .number, !paths.contains(path) { paths.append(path) }
    }
    while let node = waiting.popLast() {
      guard seen.insert(node).inserted else { continue }
      switch program.nodes[node] {
      case .value(let slot):
        if let step = program.step(filling: slot) {
          waiting += program.roots(of: step).reversed()
        } else {
          add(InputPath(program.slots[slot].id), ofType: program.slots[slot].type)
        }
      case .element(let list, let slot):
        let shape = program.lists[list]
        if slot < shape.fieldCount {
          add(
            InputPath(shape.id, element: 0, shape.slots[slot].id), ofType: shape.slots[slot].type)
        } else if let step = program.step(filling: slot, of: list) {
          waiting += program.roots(of: step).reversed()
        }
      case .binary(.over, let left, _): waiting.append(left)
      case .conditional(_, let then, let otherwise): waiting += [otherwise, then]
      case .binary(.plus, _, _), .binary(.minus, _, _), .binary(.times, _, _):
        waiting += program.nodes[node].allParts.reversed()
      case .binary, .isMissing, .not: break
      default: waiting += program.nodes[node].allParts.reversed()
      }
    }
    return paths
  }

  /// Two neighbours who differ in one input and for whom both terms move the same way.
  private func pair(
    moving one: Int, _ other: Int, by path: InputPath, in step: ProgramStep
  ) -> [RuleInputs]? {
    guard let first = place(of: one, in: step), let second = place(of: other, in: step) else {
      return nil
    }
    for line in people.lines where line.line.path == path {
      for piece in line.pieces where piece.indices.count > 1 && piece.stop == nil {
        let directions = [first, second].map {
          piece.exactValue(at: $0, in: program).function?.direction ?? 0
        }
        guard directions[0] != 0, directions[0] == directions[1] else { continue }
        let pair = [piece.indices.lowerBound, piece.indices.upperBound].map {
          line.line.inputs(at: $0)
        }
        let moved = [first, second].allSatisfy { place in
          value(at: place, for: pair[0]) != value(at: place, for: pair[1])
        }
        if moved { return pair }
      }
    }
    return nil
  }

  /// Somebody who is in another band only because the number was rounded before it was read.
  mutating func checkRounding(at index: Int) {
    let step = program.steps[index]
    guard case .bands(let node, let table) = step.operation,
      let place = place(of: node, in: step),
      let source = program.step(filling: place.slot, of: place.list), rounds(source)
    else { return }
    for edge in table.bands.flatMap({ [$0.lower, $0.upper].compactMap(\.self) }) {
      func isMoved(_ number: Ratio) -> Bool {
        guard let rounding = rounding(of: source),
          let rounded = try? number.rounded(to: rounding.places, rounding.mode)
        else { return false }
        return table.index(of: number) != nil && table.index(of: Ratio(rounded)) != nil
          && table.index(of: number) != table.index(of: Ratio(rounded))
      }
      let person = people.somebody(
        with: place, beforeRounding: true, near: edge.value, where: isMoved)
      guard let person, let exact = finding(of: source, for: person)?.exact.number else { continue }
      let before = exactNumber(of: source, for: person) ?? exact
      guard isMoved(before) else { continue }
      let rounded = value(at: place, for: person)?.number ?? before
      report(
        .lintRoundingMoves,
        [
          "step": .text(source.id.text), "bands": .text(step.id.text), "exact": text(before),
          "rounded": text(rounded), "edge": text(edge.value),
        ], at: path(of: source), .scored, [person])
      return
    }
  }

  private func rounding(of step: ProgramStep) -> DecimalRounding? {
    if let rounding = step.rounding { return rounding }
    if case .expression(let node) = step.operation,
      case .round(_, let places, let mode) = program.nodes[node]
    {
      return DecimalRounding(places: places, mode)
    }
    return nil
  }

  private func rounds(_ step: ProgramStep) -> Bool { rounding(of: step) != nil }

  /// The number before a step rounded it, by the declared rounding or by a call around its formula.
  private func exactNumber(of step: ProgramStep, for person: RuleInputs) -> Ratio? {
    if step.rounding != nil { return finding(of: step, for: person)?.exact.number }
    guard let path = person.paths(for: rule).first(where: { person[$0.path].number != nil })?.path,
      let line = InputLine(compiled, person, varying: path),
      let index = person[path].number.flatMap(line.grid.floor)
    else { return nil }
    let value = line.piece(at: index).exactValue(at: place(of: step), in: program)
    return value.function.flatMap { try? $0.value(at: line.grid.number(at: index)) }
  }
}
