public import KinerjaCore

/// What an input, a parameter or a step of a rule may hold.
///
/// A missing value is a value of its own: never nought, never false.
public enum RuleValue: Sendable, Hashable {
  /// An exact number.
  case number(Ratio)
  /// A category of some ``CategoryScale``.
  case category(CategoryID)
  /// True or false.
  case flag(Bool)
  /// Nothing, and why.
  case missing(MissingReason)
}

/// Why a value is missing.
public enum MissingReason: Sendable, Hashable {
  /// Nobody gave it.
  case notGiven
  /// A division by zero, such as by a target of nought.
  case divisionByZero
  /// A mean over an empty list.
  case nothingToAverage
  /// A number for which a table has no band.
  case outsideBands
  /// A number or a key for which a table has no row; named as the rule names the table.
  case outsideTable(String)
  /// A mean with a weight below nought, which would weigh against itself.
  case negativeWeight
  /// A value that it needs is missing; named as the formula names it.
  case needs(String)
  /// Less of the weight was measured than the step asks for; carries the share measured.
  case tooLittleMeasured(Ratio)
  /// Fewer ratings of a group than it needs; carries the group's role.
  case tooFewRatings(of: String, found: Int, minimum: Int)
  /// No element of a list stands for a period; carries the period's category.
  case notListed(String)
  /// None of the step's variants holds.
  case noVariantHolds
}

extension RuleValue {
  /// The number; nil for anything else.
  public var number: Ratio? {
    if case .number(let number) = self { number } else { nil }
  }

  /// The category; nil for anything else.
  public var category: CategoryID? {
    if case .category(let category) = self { category } else { nil }
  }

  /// The flag; nil for anything else.
  public var flag: Bool? {
    if case .flag(let flag) = self { flag } else { nil }
  }

  /// Why it is missing; nil for a value that is there.
  public var missingReason: MissingReason? {
    if case .missing(let reason) = self { reason } else { nil }
  }

  /// Whether it is missing.
  public var isMissing: Bool {
    if case .missing = self { true } else { false }
  }
}

extension RuleValue: ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  public init(integerLiteral value: Int64) { self = .number(Ratio(value)) }

  public init(booleanLiteral value: Bool) { self = .flag(value) }
}

extension MissingReason {
  /// The reason in words.
  public var label: LocalizedText {
    switch self {
    case .notGiven: LocalizedText(id: "tidak diberikan", en: "not given")
    case .divisionByZero: LocalizedText(id: "pembagian dengan nol", en: "division by zero")
    case .nothingToAverage: LocalizedText(id: "daftar kosong", en: "empty list")
    case .outsideBands: LocalizedText(id: "di luar semua rentang nilai", en: "outside all bands")
    case .outsideTable(let table):
      LocalizedText(id: "di luar tabel \(table)", en: "outside the table \(table)")
    case .negativeWeight:
      LocalizedText(id: "ada bobot negatif", en: "a weight is negative")
    case .needs(let name):
      LocalizedText(id: "\(name) tidak tersedia", en: "\(name) is missing")
    case .tooLittleMeasured(let share):
      LocalizedText(
        id: "hanya \(share.text(.comma)) bagian bobot yang terukur",
        en: "only \(share.text(.point)) of the weight was measured")
    case .tooFewRatings(let role, let found, let minimum):
      LocalizedText(
        id: "hanya \(found) nilai dari \(role), minimum \(minimum)",
        en: "only \(found) rating\(found == 1 ? "" : "s") by \(role), minimum \(minimum)")
    case .notListed(let period):
      LocalizedText(id: "tidak ada data untuk \(period)", en: "there is nothing for \(period)")
    case .noVariantHolds:
      LocalizedText(id: "tidak ada varian yang berlaku", en: "no variant holds")
    }
  }
}
