import KinerjaCore

/// The conditions of a variant as a list all of which must hold, so far as that can be read off its
/// guards; enough to tell for most laws whether two variants can hold at once.
struct VariantConditions {
  private let atoms: Set<Atom>

  /// A condition about one thing, named by its formula.
  fileprivate struct Atom: Hashable {
    let subject: String
    let claim: Claim
  }

  fileprivate enum Claim: Hashable {
    case isTrue, isFalse
    case category(CategoryID)
    case otherCategory(CategoryID)
    case number(FormulaOperator, Ratio)
  }

  init(_ draft: DraftVariant, parameters: [String: RuleValue]) {
    var atoms: Set<Atom> = []
    if let when = draft.when?.tree { Self.collect(when, holds: true, parameters, into: &atoms) }
    if let unless = draft.unless?.tree {
      Self.collect(unless, holds: false, parameters, into: &atoms)
    }
    self.atoms = atoms
  }

  // MARK: - Answers

  /// Whether both certainly cannot hold at once.
  func excludes(_ other: VariantConditions) -> Bool {
    atoms.contains { atom in other.atoms.contains { atom.contradicts($0) } }
  }

  /// Whether it certainly holds where others do.
  func follows(from others: VariantConditions...) -> Bool {
    let known = others.flatMap(\.atoms)
    return atoms.allSatisfy { atom in known.contains { $0.implies(atom) } }
  }

  // MARK: - Reading

  private static func collect(
    _ node: FormulaNode, holds: Bool, _ parameters: [String: RuleValue], into atoms: inout Set<Atom>
  ) {
    switch node.kind {
    case .flag(let flag) where flag == holds:
      return
    case .not(let inner):
      collect(inner, holds: !holds, parameters, into: &atoms)
    case .binary(let sign, let left, let right)
    where (sign == .and && holds) || (sign == .or && !holds):
      collect(left, holds: holds, parameters, into: &atoms)
      collect(right, holds: holds, parameters, into: &atoms)
    case .binary(let sign, let left, let right) where sign.isComparison:
      let found =
        comparison(sign, left, right, holds: holds, parameters)
        ?? sign.mirrored.flatMap { comparison($0, right, left, holds: holds, parameters) }
      atoms.insert(found ?? plain(node, holds: holds))
    default:
      atoms.insert(plain(node, holds: holds))
    }
  }

  private static func plain(_ node: FormulaNode, holds: Bool) -> Atom {
    Atom(subject: node.canonicalText, claim: holds ? .isTrue : .isFalse)
  }

  /// The comparison of something with a figure or a category; nil for any other.
  private static func comparison(
    _ sign: FormulaOperator, _ subject: FormulaNode, _ limit: FormulaNode, holds: Bool,
    _ parameters: [String: RuleValue]
  ) -> Atom? {
    guard let sign = holds ? sign : sign.opposite else { return nil }
    let claim: Claim
    switch constant(limit, parameters) {
    case .number(let number)?:
      claim = .number(sign, number)
    case .category(let category)?:
      claim = sign == .equal ? .category(category) : .otherCategory(category)
    case .flag(let flag)?:
      claim = flag == (sign == .equal) ? .isTrue : .isFalse
    case .missing?, nil:
      return nil
    }
    return Atom(subject: subject.canonicalText, claim: claim)
  }

  private static func constant(
    _ node: FormulaNode, _ parameters: [String: RuleValue]
  ) -> RuleValue? {
    switch node.kind {
    case .number(let number): .number(number)
    case .flag(let flag): .flag(flag)
    case .category(let text): (try? CategoryID(text)).map { .category($0) }
    case .name(let name): parameters[name]
    case .negate(let inner): constant(inner, parameters)?.number.map { .number(-$0) }
    case .not, .binary, .conditional, .call, .round: nil
    }
  }
}

extension VariantConditions.Atom {
  /// Whether both certainly cannot hold.
  fileprivate func contradicts(_ other: Self) -> Bool {
    guard subject == other.subject else { return false }
    switch (claim, other.claim) {
    case (.isTrue, .isFalse), (.isFalse, .isTrue): return true
    case (.category(let one), .category(let another)): return one != another
    case (.category(let one), .otherCategory(let another)),
      (.otherCategory(let one), .category(let another)):
      return one == another
    case (.number(let sign, let limit), .number(let otherSign, let otherLimit)):
      return sign.excludes(limit, otherSign, otherLimit)
    case (.isTrue, _), (.isFalse, _), (.category, _), (.otherCategory, _), (.number, _):
      return false
    }
  }

  /// Whether the other certainly holds where this one does.
  fileprivate func implies(_ other: Self) -> Bool {
    guard subject == other.subject else { return false }
    if claim == other.claim { return true }
    switch (claim, other.claim) {
    case (.category(let one), .otherCategory(let another)): return one != another
    case (.number(let sign, let limit), .number(let otherSign, let otherLimit)):
      return otherSign.opposite.map { sign.excludes(limit, $0, otherLimit) } ?? false
    case (.isTrue, _), (.isFalse, _), (.category, _), (.otherCategory, _), (.number, _):
      return false
    }
  }
}

extension FormulaOperator {
  /// Whether no number stands in this comparison to one limit and in another to another.
  fileprivate func excludes(_ limit: Ratio, _ other: FormulaOperator, _ otherLimit: Ratio) -> Bool {
    switch self {
    case .equal: return !other.holds(limit, otherLimit)
    case .notEqual: return other == .equal && limit == otherLimit
    case .less, .atMost:
      switch other {
      case .equal: return !holds(otherLimit, limit)
      case .greater, .atLeast:
        return otherLimit > limit
          || (otherLimit == limit && !(self == .atMost && other == .atLeast))
      default: return false
      }
    case .greater, .atLeast:
      switch other {
      case .equal: return !holds(otherLimit, limit)
      case .less, .atMost: return other.excludes(otherLimit, self, limit)
      default: return false
      }
    case .or, .and, .plus, .minus, .times, .over: return false
    }
  }

  /// Whether a comparison of two numbers holds.
  private func holds(_ number: Ratio, _ limit: Ratio) -> Bool {
    switch self {
    case .equal: number == limit
    case .notEqual: number != limit
    case .less: number < limit
    case .atMost: number <= limit
    case .greater: number > limit
    case .atLeast: number >= limit
    case .or, .and, .plus, .minus, .times, .over: false
    }
  }
}
