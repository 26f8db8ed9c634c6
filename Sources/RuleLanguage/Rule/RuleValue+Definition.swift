public import KinerjaCore

extension RuleValue: Definition {
  /// Reads a number such as `76` or `"93.86"`, a category such as `"good"`, `true` or `false`, or
  /// `null` for a value that is not given.
  ///
  /// A text that reads as a number is one; a category that looks like a number stands as
  /// `{"category": "1"}`, and another missing value as `{"missing": "division-by-zero"}`.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    switch node.kind {
    case .null: self = .missing(.notGiven)
    case .bool: self = .flag(node.bool ?? false)
    case .number:
      guard let number = Ratio(node, reader) else { return nil }
      self = .number(number)
    case .string:
      if Self.looksLikeNumber(node.string ?? "") {
        guard let number = Ratio(node, reader) else { return nil }
        self = .number(number)
      } else {
        guard let category = CategoryID(node, reader) else { return nil }
        self = .category(category)
      }
    case .object, .array:
      guard let value = Self.spelledOut(node, reader) else { return nil }
      self = value
    }
  }

  /// Whether a text is a number, be it one that is too large to hold.
  private static func looksLikeNumber(_ text: String) -> Bool {
    do throws(InvalidNumber) {
      _ = try Ratio(text, .point)
      return true
    } catch {
      return error.reason == .tooLarge || error.reason == .zeroDenominator
    }
  }

  private static let example = #"{"category": "1"}, {"missing": "division-by-zero"}"#

  private static func spelledOut(_ node: JSONNode, _ reader: DefinitionReader) -> RuleValue? {
    guard let object = reader.object(node) else { return nil }
    let category = object.optional("category", CategoryID.self)
    let missing = object.optional("missing", MissingReason.Word.self)
    let name = object.optional("of", String.self)
    let share = object.optional("share", Ratio.self)
    let found = object.optional("found", Int.self)
    let minimum = object.optional("minimum", Int.self)
    object.finish()
    if let category { return .category(category) }
    guard let missing else {
      if object.node(for: "category") == nil, object.node(for: "missing") == nil {
        reader.report(.valueObject, ["example": .text(Self.example)], at: node)
      }
      return nil
    }
    guard let reason = missing.reason(of: name, share: share, found, minimum) else {
      reader.report(.valueObject, ["example": .text(Self.example)], at: node)
      return nil
    }
    return .missing(reason)
  }

  public var json: JSONValue {
    switch self {
    case .number(let number): number.json
    case .flag(let flag): flag.json
    case .category(let category):
      Self.looksLikeNumber(category.text) ? ["category": category.json] : category.json
    case .missing(.notGiven): .null
    case .missing(let reason):
      .object(of: [
        "missing": reason.word.json, "of": reason.name?.json, "share": reason.share?.json,
        "found": reason.ratings?.found.json, "minimum": reason.ratings?.minimum.json,
      ])
    }
  }
}

extension MissingReason {
  fileprivate enum Word: String, CaseIterable, DefinitionValue {
    case notGiven = "not-given"
    case divisionByZero = "division-by-zero"
    case nothingToAverage = "nothing-to-average"
    case outsideBands = "outside-bands"
    case outsideTable = "outside-table"
    case negativeWeight = "negative-weight"
    case needs
    case tooLittleMeasured = "too-little-measured"
    case tooFewRatings = "too-few-ratings"
    case notListed = "not-listed"
    case noVariantHolds = "no-variant-holds"

    func reason(
      of name: String?, share: Ratio?, _ found: Int?, _ minimum: Int?
    ) -> MissingReason? {
      switch self {
      case .notGiven: .notGiven
      case .divisionByZero: .divisionByZero
      case .nothingToAverage: .nothingToAverage
      case .outsideBands: .outsideBands
      case .outsideTable: name.map { .outsideTable($0) }
      case .negativeWeight: .negativeWeight
      case .needs: name.map { .needs($0) }
      case .tooLittleMeasured: share.map { .tooLittleMeasured($0) }
      case .tooFewRatings:
        if let name, let found, let minimum {
          .tooFewRatings(of: name, found: found, minimum: minimum)
        } else {
          nil
        }
      case .notListed: name.map { .notListed($0) }
      case .noVariantHolds: .noVariantHolds
      }
    }
  }

  fileprivate var word: Word {
    switch self {
    case .notGiven: .notGiven
    case .divisionByZero: .divisionByZero
    case .nothingToAverage: .nothingToAverage
    case .outsideBands: .outsideBands
    case .outsideTable: .outsideTable
    case .negativeWeight: .negativeWeight
    case .needs: .needs
    case .tooLittleMeasured: .tooLittleMeasured
    case .tooFewRatings: .tooFewRatings
    case .notListed: .notListed
    case .noVariantHolds: .noVariantHolds
    }
  }

  fileprivate var name: String? {
    switch self {
    case .needs(let name), .notListed(let name), .outsideTable(let name),
      .tooFewRatings(let name, _, _):
      name
    case .notGiven, .divisionByZero, .nothingToAverage, .outsideBands, .negativeWeight,
      .tooLittleMeasured, .noVariantHolds:
      nil
    }
  }

  fileprivate var ratings: (found: Int, minimum: Int)? {
    if case .tooFewRatings(_, let found, let minimum) = self { (found, minimum) } else { nil }
  }

  fileprivate var share: Ratio? {
    if case .tooLittleMeasured(let share) = self { share } else { nil }
  }
}
