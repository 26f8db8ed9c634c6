import KinerjaCore

/// For whom a value stands: for each person, or for each element of a list.
enum LaneLevel: Hashable, Sendable {
  case person
  case list(Int)

  /// The level of what is made of both; no formula joins two lists.
  func joined(with other: LaneLevel) -> LaneLevel { self == .person ? other : self }
}

/// How whole numbers ride: each is held exactly as long as it stays within the limit.
enum LaneKind: Int, Sendable, Comparable {
  case short
  case float
  case double

  /// No whole number up to this one is rounded, nor any sum or product that stays within it.
  var limit: Int128 {
    switch self {
    case .short: 32_767
    case .float: 1 << 24
    case .double: 1 << 53
    }
  }

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Whole numbers of one block, each a value times a denominator; never beyond the limit of its
/// lanes.
struct ExactRegister: Hashable, Sendable {
  let index: Int
  let kind: LaneKind
  let denominator: Int128
}

/// Doubles of one block and how far each may be from the true value.
struct FilteredRegister: Hashable, Sendable {
  let value: Int
  let error: Int
}

/// A number that formulas add up: an input, or the result of an operation that is no sum.
struct LaneAtom: Hashable, Sendable {
  enum Source: Hashable, Sendable {
    /// A column of numbers, by its position in the plan.
    case column(Int)
    case exact(ExactRegister)
    case filtered(FilteredRegister)
  }

  let source: Source
  let level: LaneLevel
  /// With this the source is a whole number; 1 for a filtered one.
  let denominator: Int128
  /// What the source may be, in the value's own units; nil for a filtered one.
  let numbers: NumberInterval?
  /// What is done to it first.
  var chain: LaneChain?

  var isFiltered: Bool { if case .filtered = source { true } else { false } }
}

/// ± |*kx* + *b*| + *c* or *kx* + *c*, kept between two limits.
struct LaneChain: Hashable, Sendable {
  var factor: Ratio
  /// Added before the sign is dropped; nil if it is not dropped.
  var inner: Ratio?
  var isNegated = false
  var added: Ratio
  var low: Ratio?
  var high: Ratio?
}

/// A sum of atoms times factors and of a constant, and where it is missing.
struct LaneNumber: Hashable, Sendable {
  struct Term: Hashable, Sendable {
    var factor: Ratio
    var atom: LaneAtom
  }

  /// Never above that of a term or of what is missing.
  var level: LaneLevel
  var terms: [Term]
  var constant: Ratio
  var missing: LaneMissing { didSet { level = level.joined(with: missing.level) } }

  init(level: LaneLevel, terms: [Term], constant: Ratio, missing: LaneMissing = .never) {
    self.level = level.joined(with: missing.level)
    self.terms = terms
    self.constant = constant
    self.missing = missing
  }

  static func constant(_ number: Ratio) -> LaneNumber {
    LaneNumber(level: .person, terms: [], constant: number)
  }
}

/// Where a value is missing: nowhere, everywhere, or where a byte register has ones.
enum LaneMissing: Hashable, Sendable {
  case never
  case always
  case mask(Int, level: LaneLevel)

  var level: LaneLevel { if case .mask(_, let level) = self { level } else { .person } }
}

/// Flags or categories of one block: small numbers in a byte register, or one constant.
struct LaneCode: Hashable, Sendable {
  enum Source: Hashable, Sendable {
    case constant(UInt8)
    case register(Int)
  }

  let source: Source
  /// Whose the source is.
  let level: LaneLevel
  /// What the numbers stand for; flags are 0 and 1.
  let categories: [CategoryID]?
  var missing: LaneMissing = .never
}

/// What a node or a step gives.
enum LaneValue: Sendable {
  case number(LaneNumber)
  case flag(LaneCode)
  case category(LaneCode)

  var missing: LaneMissing {
    switch self {
    case .number(let number): number.missing
    case .flag(let code), .category(let code): code.missing
    }
  }
}

/// Thrown where only the exact evaluator can go on.
struct NeedsEvaluator: Error {}
