import KinerjaCore
import KinerjaTables

// Where values are missing, as masks.
extension ColumnCompiler {
  /// Whether a value is missing, as a flag that is always there.
  func flag(for missing: LaneMissing) -> LaneCode {
    switch missing {
    case .never: LaneCode(source: .constant(0), level: .person, categories: nil)
    case .always: LaneCode(source: .constant(1), level: .person, categories: nil)
    case .mask(let mask, let level):
      LaneCode(source: .register(mask), level: level, categories: nil)
    }
  }

  func missing(where flag: LaneCode) -> LaneMissing {
    switch flag.source {
    case .constant(let byte): byte == 0 ? .never : .always
    case .register(let register): .mask(register, level: flag.level)
    }
  }

  mutating func united(_ one: LaneMissing, _ other: LaneMissing) -> LaneMissing {
    switch (one, other) {
    case (.always, _), (_, .always): return .always
    case (.never, let rest), (let rest, .never): return rest
    case (.mask(let a, let own), .mask(let b, let their)):
      if a == b { return one }
      let level = joined(own, their)
      let (left, right) = (spread(a, from: own, to: level), spread(b, from: their, to: level))
      let target = byteRegister(at: level)
      emit { $0.unite(left, right, at: level, to: target) }
      return .mask(target, level: level)
    }
  }

  mutating func mask(of missing: BitSet?, at level: LaneLevel) -> LaneMissing {
    guard let missing, !missing.isEmpty else { return .never }
    let target = byteRegister(at: level)
    emit { $0.loadMask(missing, at: level, to: target) }
    return .mask(target, level: level)
  }

  /// Leaves those for whom a value is missing to the exact evaluator.
  mutating func redo(where missing: LaneMissing, at level: LaneLevel) throws(NeedsEvaluator) {
    switch missing {
    case .never: break
    case .always: throw NeedsEvaluator()
    case .mask(let mask, let own):
      let target = redoRegister(at: own)
      emit { $0.unite(mask, into: target, at: own) }
    }
  }
}
