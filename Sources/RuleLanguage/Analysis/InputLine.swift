import KinerjaCore

/// A person of whom one number varies while all else stays.
///
/// Along such a line a rule is a chain of pieces, each an exact function of the number. The pieces
/// are found one after another, each from the borders that the one at hand names itself; nothing is
/// sampled. Every piece stands on an evaluation at one of its points by the evaluator itself; where
/// a function leaves the form that ``LineFunction`` can hold, the piece is that point alone.
package struct InputLine: Sendable {
  package let compiled: CompiledRule
  package let inputs: RuleInputs
  package let path: InputPath
  package let grid: InputGrid
  private let slot: Int
  private let list: Int?

  /// Creates a line; nil for a path that the rule does not know or that holds no number.
  package init?(_ compiled: CompiledRule, _ inputs: RuleInputs, varying path: InputPath) {
    let program = compiled.program
    let input: RuleInput?
    if let list = path.list {
      guard let index = program.lists.firstIndex(where: { $0.id == list }) else { return nil }
      let fields = compiled.rule.lists[index].fields
      guard let slot = fields.firstIndex(where: { $0.id == path.name }) else { return nil }
      (self.list, self.slot, input) = (index, slot, fields[slot])
    } else {
      guard let slot = compiled.rule.inputs.firstIndex(where: { $0.id == path.name }) else {
        return nil
      }
      (list, self.slot, input) = (nil, slot, compiled.rule.inputs[slot])
    }
    guard let input, input.type == .number,
      let grid = InputGrid(input, around: inputs[path].number)
    else { return nil }
    self.compiled = compiled
    self.inputs = inputs
    self.path = path
    self.grid = grid
  }

  /// The person with the number at a position of the grid.
  package func inputs(at index: Int128) -> RuleInputs {
    var inputs = inputs
    inputs[path] = .number(grid.number(at: index))
    return inputs
  }

  /// The piece on which a position lies.
  package func piece(at index: Int128) -> LinePiece {
    var evaluator = Evaluator(compiled.program, visitor: NoVisitor())
    do throws(InvalidInput) {
      try evaluator.run(inputs(at: index), rule: compiled.rule)
    } catch {
      return LinePiece(indices: index...index, values: [], elements: [], exact: [:], stop: error)
    }
    var pass = LinePass(evaluator, grid: grid, at: index)
    pass.vary(slot: slot, list: list, element: path.element ?? 0)
    pass.run()
    return LinePiece(
      indices: pass.low...pass.high, values: pass.values, elements: pass.elements,
      exact: pass.exact, stop: nil)
  }

  /// All pieces from the smallest number to the largest.
  ///
  /// - Parameter limit: How many are sought; beyond that the answer is not whole.
  package func pieces(limit: Int) -> (pieces: [LinePiece], isWhole: Bool) {
    var pieces: [LinePiece] = []
    var next = grid.indices.lowerBound
    while next <= grid.indices.upperBound {
      guard pieces.count < limit else { return (pieces, false) }
      let piece = piece(at: next)
      pieces.append(piece)
      next = piece.indices.upperBound + 1
    }
    return (pieces, true)
  }
}

extension CompiledRule {
  /// The values of one person, as a piece on which nothing varies.
  package func point(_ inputs: RuleInputs) -> LinePiece {
    var evaluator = Evaluator(program, visitor: NoVisitor())
    do throws(InvalidInput) {
      try evaluator.run(inputs, rule: rule)
    } catch {
      return LinePiece(indices: 0...0, values: [], elements: [], exact: [:], stop: error)
    }
    return LinePiece(
      indices: 0...0, values: evaluator.values.map { LineValue($0) },
      elements: evaluator.elements.map { $0.map { LineValue($0) } }, exact: [:], stop: nil)
  }
}
