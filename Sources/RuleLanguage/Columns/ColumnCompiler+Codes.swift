import KinerjaCore

// Flags and categories.
extension ColumnCompiler {
  func joined(_ one: LaneLevel, _ other: LaneLevel) -> LaneLevel { one.joined(with: other) }

  /// The byte register of a code at a level, spread over the list's elements if it is the person's.
  mutating func materialised(_ code: LaneCode, at level: LaneLevel) -> Int {
    switch code.source {
    case .register(let register): return spread(register, from: code.level, to: level)
    case .constant(let byte):
      let target = byteRegister(at: level)
      emit { $0.fill(target, with: byte, at: level) }
      return target
    }
  }

  mutating func materialised(_ missing: LaneMissing, at level: LaneLevel) -> Int {
    materialised(flag(for: missing), at: level)
  }

  mutating func spread(
    _ register: Int, from source: LaneLevel, to level: LaneLevel, isDouble: Bool = false
  ) -> Int {
    guard case .list(let list) = level, source == .person else { return register }
    let key = SpreadKey(register: register, list: list)
    if let known = spreads[key] { return known }
    let target = self.register(at: level, width: isDouble ? 8 : 1)
    if isDouble {
      emit { $0.spread(doubles: register, over: list, to: target) }
    } else {
      emit { $0.spread(bytes: register, over: list, to: target) }
    }
    spreads[key] = target
    return target
  }

  // MARK: - Flags

  func constant(_ flag: Bool) -> LaneCode {
    LaneCode(source: .constant(flag ? 1 : 0), level: .person, categories: nil)
  }

  mutating func negated(_ flag: LaneCode) -> LaneCode {
    switch flag.source {
    case .constant(let byte):
      return LaneCode(
        source: .constant(1 - byte), level: flag.level, categories: nil, missing: flag.missing)
    case .register(let register):
      let (level, target) = (flag.level, byteRegister(at: flag.level))
      var table = Array(repeating: UInt8(0), count: 256)
      table[0] = 1
      let swap = table
      emit { $0.look(up: register, in: swap, at: level, to: target) }
      return LaneCode(
        source: .register(target), level: level, categories: nil, missing: flag.missing)
    }
  }

  /// A missing part decides nothing where the other part already decides.
  mutating func logical(isOr: Bool, _ one: LaneCode, _ other: LaneCode) -> LaneCode {
    let decisive: UInt8 = isOr ? 1 : 0
    for (part, rest) in [(one, other), (other, one)] {
      guard case .constant(let byte) = part.source, part.missing == .never else { continue }
      if byte == decisive { return constant(isOr) }
      return rest
    }
    let level = levels(of: one, other)
    let (a, b) = (materialised(one, at: level), materialised(other, at: level))
    let ma = materialised(one.missing, at: level)
    let mb = materialised(other.missing, at: level)
    let (target, mask) = (byteRegister(at: level), byteRegister(at: level))
    emit {
      $0.logical(
        decisive: decisive, a, missing: ma, b, missing: mb, at: level, to: target, missing: mask)
    }
    let isComplete = one.missing == .never && other.missing == .never
    return LaneCode(
      source: .register(target), level: level, categories: nil,
      missing: isComplete ? .never : .mask(mask, level: level))
  }

  func levels(of codes: LaneCode...) -> LaneLevel {
    var level = LaneLevel.person
    for code in codes {
      level = joined(level, code.level)
      if case .mask(_, let own) = code.missing { level = joined(level, own) }
    }
    return level
  }

  // MARK: - Categories

  /// Whether two codes of categories, or two flags, are the same.
  mutating func equality(
    _ one: LaneCode, _ other: LaneCode, isEqual: Bool
  ) throws(NeedsEvaluator) -> LaneCode {
    let missing = united(one.missing, other.missing)
    let all = merged(one.categories, other.categories)
    guard all.count <= CategoryCodes.most else { throw NeedsEvaluator() }
    let level = joined(one.level, other.level)
    let a = try one.categories == nil ? materialised(one, at: level) : code(one, by: all, at: level)
    let b =
      try other.categories == nil ? materialised(other, at: level) : code(other, by: all, at: level)
    let target = byteRegister(at: level)
    emit { $0.equal(a, b, at: level, to: target) }
    let flag = LaneCode(
      source: .register(target), level: level, categories: nil, missing: missing)
    return isEqual ? flag : negated(flag)
  }

  func merged(_ one: [CategoryID]?, _ other: [CategoryID]?) -> [CategoryID] {
    let first = one ?? []
    return first + (other ?? []).filter { !first.contains($0) }
  }

  mutating func code(
    _ code: LaneCode, by categories: [CategoryID], at level: LaneLevel
  ) throws(NeedsEvaluator) -> Int {
    if case .constant(let byte) = code.source, let own = code.categories, Int(byte) < own.count,
      let place = categories.firstIndex(of: own[Int(byte)])
    {
      return materialised(
        LaneCode(source: .constant(UInt8(place)), level: level, categories: categories), at: level)
    }
    return spread(try coded(code, by: categories), from: code.level, to: level)
  }

  /// One of two, as a flag says.
  mutating func choice(
    _ flag: LaneCode, _ then: LaneCode, _ otherwise: LaneCode
  ) throws(NeedsEvaluator) -> LaneCode {
    var all: [CategoryID]?
    if then.categories != nil { all = merged(then.categories, otherwise.categories) }
    guard (all?.count ?? 0) <= CategoryCodes.most else { throw NeedsEvaluator() }
    let level = joined(flag.level, joined(then.level, otherwise.level))
    let missing = choice(flag, missing: then.missing, otherwise.missing)
    let f = materialised(flag, at: level)
    let a: Int
    let b: Int
    if let all {
      a = try code(then, by: all, at: level)
      b = try code(otherwise, by: all, at: level)
    } else {
      a = materialised(then, at: level)
      b = materialised(otherwise, at: level)
    }
    let target = byteRegister(at: level)
    emit { $0.choose(f, then: a, otherwise: b, at: level, to: target) }
    return LaneCode(source: .register(target), level: level, categories: all, missing: missing)
  }

  /// Where one of two is missing, as a flag says, or the flag itself.
  mutating func choice(
    _ flag: LaneCode, missing then: LaneMissing, _ otherwise: LaneMissing
  ) -> LaneMissing {
    var chosen = then
    if then != otherwise {
      let (a, b) = (self.flag(for: then), self.flag(for: otherwise))
      let level = joined(flag.level, joined(a.level, b.level))
      let f = materialised(flag, at: level)
      let (one, other) = (materialised(a, at: level), materialised(b, at: level))
      let target = byteRegister(at: level)
      emit { $0.choose(f, then: one, otherwise: other, at: level, to: target) }
      chosen = .mask(target, level: level)
    }
    return united(flag.missing, chosen)
  }
}
