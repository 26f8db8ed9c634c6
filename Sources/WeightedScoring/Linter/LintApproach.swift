import KinerjaCore
import RuleLanguage

/// Moves one input towards where a step's number meets a target.
struct LintApproach {
  let line: InputLine
  let place: LinePiece.StepPlace
  let beforeRounding: Bool
  let target: Ratio
  private(set) var nearest: Ratio?
  private(set) var best: RuleInputs?

  init(line: InputLine, place: LinePiece.StepPlace, beforeRounding: Bool, target: Ratio) {
    self.line = line
    self.place = place
    self.beforeRounding = beforeRounding
    self.target = target
  }

  mutating func run(_ accepts: (Ratio) -> Bool) -> RuleInputs? {
    let current = line.inputs[line.path].number.flatMap(line.grid.floor) ?? 0
    let indices = line.grid.indices
    let middle = indices.lowerBound + (indices.upperBound - indices.lowerBound) / 2
    for start in [current, indices.lowerBound, indices.upperBound, middle]
    where indices.contains(start) {
      if let found = approach(from: start, accepts) { return found }
    }
    return nil
  }

  private mutating func approach(from start: Int128, _ accepts: (Ratio) -> Bool) -> RuleInputs? {
    var index = start
    for _ in 0..<12 {
      guard let (function, piece) = function(at: index),
        let value = try? function.value(at: line.grid.number(at: index)),
        let distance = try? (value - target).magnitude
      else { return nil }
      if accepts(value) { return plainest(around: index, function, piece, accepts) }
      if nearest.map({ distance < $0 }) ?? true {
        nearest = distance
        best = line.inputs(at: index)
      }
      guard !function.isConstant,
        let difference = try? LineFunction.sum(function, LineFunction(-target)),
        let root = difference.root, let below = line.grid.floor(root),
        let above = line.grid.ceiling(root)
      else { return nil }
      let candidates = [below, above].map {
        min(max($0, line.grid.indices.lowerBound), line.grid.indices.upperBound)
      }
      for candidate in candidates {
        guard let (function, piece) = self.function(at: candidate),
          let value = try? function.value(at: line.grid.number(at: candidate)), accepts(value)
        else { continue }
        return plainest(around: candidate, function, piece, accepts)
      }
      guard candidates[0] != index else { return nil }
      index = candidates[0]
    }
    return nil
  }

  private func function(at index: Int128) -> (LineFunction, LinePiece)? {
    let piece = line.piece(at: index)
    guard piece.stop == nil else { return nil }
    let program = line.compiled.program
    let value =
      beforeRounding
      ? piece.exactValue(at: place, in: program) : piece.value(at: place, in: program)
    return value.function.map { ($0, piece) }
  }

  /// The plainest number of the piece that is still accepted.
  private func plainest(
    around index: Int128, _ function: LineFunction, _ piece: LinePiece, _ accepts: (Ratio) -> Bool
  ) -> RuleInputs {
    var width: Int128 = 100_000_000
    while width > 0 {
      let low = max(piece.indices.lowerBound, index - width)
      let high = min(piece.indices.upperBound, index + width)
      let candidate = InputGrid.plainest(in: low...high, near: index)
      if let value = try? function.value(at: line.grid.number(at: candidate)), accepts(value) {
        return line.inputs(at: candidate)
      }
      width /= 10
    }
    return line.inputs(at: index)
  }
}
