import KinerjaCore
import RuleLanguage

/// Looks, input by input, for the nearest value that gives a category.
struct ChangeSearch {
  /// How many pieces of one input are followed in each direction before the rest is only probed.
  private static let mostPieces = 512

  private let compiled: CompiledRule
  private let inputs: RuleInputs
  private let step: StepID
  private let wanted: RuleValue

  private(set) var changes: [ScoreChange] = []
  private(set) var unable: [InputPath] = []
  private(set) var undecided: [InputPath: ClosedRange<Ratio>] = [:]
  private(set) var missing: [InputPath] = []

  init(_ compiled: CompiledRule, _ inputs: RuleInputs, step: StepID, wanted: CategoryID) {
    self.compiled = compiled
    self.inputs = inputs
    self.step = step
    self.wanted = .category(wanted)
  }

  mutating func run() {
    for (path, input) in inputs.paths(for: compiled.rule) {
      switch inputs[path] {
      case .missing: missing.append(path)
      case .number(let number): vary(path, from: number)
      case .flag(let flag): choose(path, among: [.flag(!flag)])
      case .category(let category):
        let scale = input.type.scale.flatMap(compiled.rule.scale)
        let others = scale?.categories.map(\.id).filter { $0 != category } ?? []
        choose(path, among: others.map { .category($0) })
      }
    }
  }

  private func reaches(_ inputs: RuleInputs) -> Bool {
    (try? compiled.evaluate(inputs))?[step] == wanted
  }

  private mutating func choose(_ path: InputPath, among others: [RuleValue]) {
    let before = changes.count
    for value in others {
      var changed = inputs
      changed[path] = value
      guard reaches(changed) else { continue }
      changes.append(
        ScoreChange(
          input: path, from: inputs[path], to: value, through: nil, holdsToTheEnd: false,
          relativeSize: nil, isSmallest: true))
    }
    if changes.count == before { unable.append(path) }
  }

  // MARK: - Numbers

  /// What was found in one direction.
  private struct Walk {
    var nearest: Int128?
    var farthest: Int128
    var isWhole = true
    var endsThere = false
  }

  private mutating func vary(_ path: InputPath, from number: Ratio) {
    guard let line = InputLine(compiled, inputs, varying: path),
      let below = line.grid.floor(number),
      let above = line.grid.ceiling(number)
    else {
      undecided[path] = number...number
      return
    }
    let isOnGrid = below == above
    let up = walk(line, from: isOnGrid ? above + 1 : above, by: 1)
    let down = walk(line, from: isOnGrid ? below - 1 : below, by: -1)
    for walk in [up, down] {
      guard let nearest = walk.nearest, reaches(line.inputs(at: nearest)) else { continue }
      let value = line.grid.number(at: nearest)
      changes.append(
        ScoreChange(
          input: path, from: .number(number), to: .number(value),
          through: line.grid.number(at: walk.farthest),
          holdsToTheEnd: walk.endsThere, relativeSize: Self.size(from: number, to: value),
          isSmallest: walk.isWhole))
    }
    guard up.nearest == nil, down.nearest == nil else { return }
    if up.isWhole, down.isWhole, line.grid.isBounded {
      unable.append(path)
    } else {
      let low =
        down.isWhole
        ? line.grid.number(at: line.grid.indices.lowerBound)
        : line.grid.number(at: down.farthest)
      let high =
        up.isWhole
        ? line.grid.number(at: line.grid.indices.upperBound)
        : line.grid.number(at: up.farthest)
      undecided[path] = min(low, number)...max(high, number)
    }
  }

  /// Goes from piece to piece until one has the category.
  private func walk(_ line: InputLine, from start: Int128, by direction: Int128) -> Walk {
    var walk = Walk(nearest: nil, farthest: start)
    var next = start
    for _ in 0..<Self.mostPieces {
      guard line.grid.indices.contains(next) else {
        walk.endsThere = walk.nearest != nil
        return walk
      }
      let piece = line.piece(at: next)
      let reaches = piece.stop == nil && piece.values[slot] == .fixed(wanted)
      if walk.nearest != nil, !reaches { return walk }
      if reaches, walk.nearest == nil { walk.nearest = next }
      walk.farthest = direction > 0 ? piece.indices.upperBound : piece.indices.lowerBound
      next = walk.farthest + direction
    }
    if walk.nearest == nil {
      walk.isWhole = false
      probe(line, beyond: next, by: direction, &walk)
    }
    return walk
  }

  /// Doubles the distance until the category is met, then halves the stretch in which it begins.
  private func probe(
    _ line: InputLine, beyond start: Int128, by direction: Int128, _ walk: inout Walk
  ) {
    var (inside, distance) = (start, Int128(1))
    while true {
      let outside = start + distance * direction
      guard line.grid.indices.contains(outside) else { return }
      if reaches(line.inputs(at: outside)) {
        var (near, far) = (inside, outside)
        while abs(far - near) > 1 {
          let middle = near + (far - near) / 2
          if reaches(line.inputs(at: middle)) { far = middle } else { near = middle }
        }
        walk.nearest = far
        walk.farthest = far
        return
      }
      inside = outside
      distance *= 2
    }
  }

  private var slot: Int { compiled.program.slots.firstIndex { $0.id == step } ?? 0 }

  /// The change as a share of the larger of both values.
  private static func size(from one: Ratio, to other: Ratio) -> Ratio {
    let larger = max(one.magnitude, other.magnitude)
    guard larger.sign != 0 else { return 0 }
    return (try? (try other - one).magnitude / larger) ?? 2
  }
}
