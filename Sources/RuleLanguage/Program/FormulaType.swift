import KinerjaCore

/// The type of a part of a formula, while a rule compiles.
enum FormulaType: Equatable {
  case number, flag
  /// A category; of no scale yet if only written in quotes.
  case category(ScaleID?)

  init(_ type: ValueType) {
    switch type {
    case .number: self = .number
    case .flag: self = .flag
    case .category(let scale): self = .category(scale)
    }
  }

  init(_ value: RuleValue) {
    switch value {
    case .number, .missing: self = .number
    case .flag: self = .flag
    case .category: self = .category(nil)
    }
  }

  var label: LocalizedText {
    switch self {
    case .number: ValueType.number.label
    case .flag: ValueType.flag.label
    case .category(let scale?): ValueType.category(of: scale).label
    case .category(nil): LocalizedText(id: "kategori", en: "category")
    }
  }

  /// The type of two parts that must agree; nil if they do not.
  func unified(with other: FormulaType) -> FormulaType? {
    switch (self, other) {
    case (.category(nil), .category): other
    case (.category, .category(nil)): self
    default: self == other ? self : nil
    }
  }
}

/// A part of a formula that has been compiled.
struct TypedNode {
  let index: Int
  let type: FormulaType
  /// The unit, if it is a number.
  let unit: FormulaUnit

  var slot: SlotType { SlotType(type: type, unit: unit) }
}

/// What a slot holds.
struct SlotType {
  let type: FormulaType
  let unit: FormulaUnit
}

/// Where a formula stands, which decides what its names mean.
struct FormulaScope {
  let text: FormulaText
  let path: DefinitionPath
  /// The list for whose elements the step runs.
  let list: Int?
  /// The list over which a figure is being computed.
  var aggregate: Int?
  /// Whether only parameters may be named.
  var isConstant = false
}

/// What a name stands for.
enum Symbol {
  case slot(Int)
  case element(list: Int, slot: Int)
  case parameter(Int)
  case list(Int)
  case table(Int)
}

/// A step with its formulas parsed, before names are resolved.
struct DraftStep {
  let step: RuleStep
  let list: Int?
  let slot: Int
  let path: DefinitionPath
  let body: DraftBody

  struct Part {
    let scope: FormulaScope
    let tree: FormulaNode?
  }
}

/// How a step finds its value, or a variant of it, with the formulas parsed.
struct DraftBody {
  let body: RuleStep.Body
  let path: DefinitionPath
  /// The formulas, in a fixed order; nil for one that could not be read.
  let formulas: [DraftStep.Part]
  var variants: [DraftVariant] = []

  /// The formulas, those of variants and their conditions too.
  var allFormulas: [DraftStep.Part] {
    formulas + variants.flatMap { $0.guards + $0.body.allFormulas }
  }
}

/// A variant with its formulas parsed.
struct DraftVariant {
  let variant: StepVariant
  let when: DraftStep.Part?
  let unless: DraftStep.Part?
  let body: DraftBody

  var guards: [DraftStep.Part] { [when, unless].compactMap(\.self) }
}
