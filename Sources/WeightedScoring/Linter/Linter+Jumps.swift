import KinerjaCore
import RuleLanguage

// Values that leap from one step of an input to the next.
extension Linter {
  private struct Jump {
    let step: Int
    let line: InputLine
    let indices: (Int128, Int128)
    let isTurn: Bool

    /// How much there is to read in both numbers; less is plainer.
    var length: Int {
      [indices.0, indices.1].map { line.grid.number(at: $0).text(.point).count }.reduce(0, +)
    }
  }

  /// Looks along every line for leaps of a step that runs on at least one side, at the first step
  /// where each arises.
  ///
  /// A step that only ever leaps, such as points by count, does what it is for. A leap against the
  /// way that the step runs beside it is a warning: more gives less.
  mutating func checkJumps() {
    var best: [[Int]: Jump] = [:]
    for line in people.lines {
      for jump in jumps(along: line) {
        let key = [jump.step, jump.isTurn ? 1 : 0]
        if best[key].map({ jump.length < $0.length }) ?? true { best[key] = jump }
      }
    }
    for (_, jump) in best.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      if !jump.isTurn, best[[jump.step, 1]] != nil { continue }
      report(jump)
    }
  }

  private mutating func report(_ jump: Jump) {
    let step = program.steps[jump.step]
    let pair = [jump.line.inputs(at: jump.indices.0), jump.line.inputs(at: jump.indices.1)]
    let found = pair.compactMap { finding(of: step, for: $0)?.exact.number }
    guard found.count == 2, found[0] != found[1] else { return }
    report(
      jump.isTurn ? .lintNotMonotone : .lintJump,
      [
        "step": .text(step.id.text), "input": .text(jump.line.path.description),
        "one": text(jump.line.grid.number(at: jump.indices.0)),
        "other": text(jump.line.grid.number(at: jump.indices.1)), "first": text(found[0]),
        "second": text(found[1]),
      ], at: path(of: step), .scored, pair)
  }

  private func jumps(along line: LintPeople.Line) -> [Jump] {
    var jumps: [Jump] = []
    var leaping: Set<[Int]> = []
    for (index, step) in program.steps.enumerated() {
      if let list = step.list, line.line.path.list != program.lists[list].id { continue }
      let place = place(of: step)
      let values = line.pieces.map {
        $0.stop == nil ? $0.exactValue(at: place, in: program).function : nil
      }
      for position in line.pieces.indices.dropLast() {
        guard let before = values[position], let after = values[position + 1] else { continue }
        let indices = (
          line.pieces[position].indices.upperBound, line.pieces[position + 1].indices.lowerBound
        )
        guard let leap = leap(from: before, to: after, line.line.grid, indices) else { continue }
        leaping.insert([step.list ?? -1, step.slot, position])
        let isInherited = step.operands.contains { operand in
          switch program.nodes[operand.node] {
          case .value(let slot): leaping.contains([-1, slot, position])
          case .element(let list, let slot): leaping.contains([list, slot, position])
          default: false
          }
        }
        guard !isInherited, !before.isConstant || !after.isConstant else { continue }
        let isTurn = before.direction == -leap || after.direction == -leap
        jumps.append(Jump(step: index, line: line.line, indices: indices, isTurn: isTurn))
      }
    }
    return jumps
  }

  /// The sign of a leap from one function to the next; nil if they meet between the two positions.
  private func leap(
    from before: LineFunction, to after: LineFunction, _ grid: InputGrid,
    _ indices: (Int128, Int128)
  ) -> Int? {
    let (x, y) = (grid.number(at: indices.0), grid.number(at: indices.1))
    guard let a = try? before.value(at: x), let b = try? after.value(at: y), a != b,
      let onwards = try? before.value(at: y), let backwards = try? after.value(at: x)
    else { return nil }
    if backwards > a, b > onwards { return 1 }
    return backwards < a && b < onwards ? -1 : nil
  }
}
