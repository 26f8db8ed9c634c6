import KinerjaCore

/// The unit of a number in a formula, as far as it is known while a rule compiles.
enum FormulaUnit {
  /// Nobody says: it agrees with every unit, and so does what is made with it.
  case unknown
  /// A bare number, which takes the unit of what it is added to or compared with, and scales
  /// anything.
  case bare
  case measured(MeasurementUnit)

  /// The unit of an input or a parameter.
  init(_ unit: MeasurementUnit?) { self = unit.map { .measured($0) } ?? .unknown }

  /// The unit to show behind a figure; nil for none, as for the quotient of like units.
  var shown: MeasurementUnit? {
    guard case .measured(let unit) = self, !unit.symbol.isIncomplete else { return nil }
    return unit
  }

  /// The unit of numbers that must be alike; nil if they are not.
  func unified(with other: FormulaUnit) -> FormulaUnit? {
    switch (self, other) {
    case (.measured(let one), .measured(let two)):
      one.dimension == two.dimension ? self : nil
    case (.measured, _): self
    case (_, .measured): other
    case (.bare, .bare): .bare
    case (.unknown, _), (_, .unknown): .unknown
    }
  }

  /// The unit in words.
  var label: LocalizedText {
    switch self {
    case .unknown, .bare: LocalizedText(id: "angka biasa", en: "plain number")
    case .measured(let unit):
      unit.symbol.isIncomplete
        ? LocalizedText(id: "angka biasa", en: "plain number") : unit.symbol
    }
  }
}

/// The units that a rule declares, by what they measure, to name those of products and quotients.
struct UnitBook {
  private var units: [UnitDimension: MeasurementUnit] = [:]

  /// Adds a unit; the first with a dimension stands.
  mutating func add(_ unit: MeasurementUnit?) {
    if let unit, units[unit.dimension] == nil { units[unit.dimension] = unit }
  }

  /// The unit of a product or a quotient; nil if it would have too many parts.
  func unit(
    _ sign: FormulaOperator, _ left: FormulaUnit, _ right: FormulaUnit
  ) -> FormulaUnit? {
    switch (left, right) {
    case (.unknown, _), (_, .unknown): return .unknown
    case (.bare, .bare): return .bare
    case (.measured(let one), .measured(let two)):
      // A share or a per cent scales, and leaves the unit as it is.
      if two.dimension.isNone, !one.dimension.isNone { return left }
      if one.dimension.isNone, !two.dimension.isNone, sign == .times { return right }
      return product(sign, one.dimension, two.dimension)
    case (.measured, .bare): return left
    case (.bare, .measured(let two)):
      return sign == .times ? right : product(sign, .none, two.dimension)
    }
  }

  private func product(
    _ sign: FormulaOperator, _ left: UnitDimension, _ right: UnitDimension
  ) -> FormulaUnit? {
    guard let dimension = sign == .times ? left.times(right) : left.over(right) else { return nil }
    if dimension.isNone {
      return .measured(MeasurementUnit(LocalizedText(same: ""), dimension: dimension))
    }
    if let unit = units[dimension] { return .measured(unit) }
    let symbol = LocalizedText(
      id: dimension.text { name(of: $0, in: .indonesian) },
      en: dimension.text { name(of: $0, in: .english) })
    return .measured(MeasurementUnit(symbol, dimension: dimension))
  }

  private func name(of base: String, in language: Language) -> String {
    UnitDimension(base).flatMap { units[$0] }?.symbol[language] ?? base
  }
}
