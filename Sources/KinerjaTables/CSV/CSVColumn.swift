public import KinerjaCore

/// What a layout asks of one column of a file.
public struct CSVColumn: Sendable {
  /// Whether a column must be there, and its cells filled.
  public enum Presence: Sendable, Hashable {
    /// The column is there and no cell is empty.
    case required
    /// The column is there; cells may be empty.
    case emptyCellsAllowed
    /// The column may be absent, and cells may be empty.
    case optional
  }

  /// How days are written.
  public enum DayFormat: Sendable, Hashable {
    /// 2026-02-28.
    case iso
    /// 28/02/2026, 28-2-2026 or 28.02.2026.
    case dayMonthYear
  }

  enum Content: Sendable {
    case code(domain: String, rule: CodeRule)
    case integer(ClosedRange<Int>)
    case decimal(places: Int, ClosedRange<Points>?)
    case double(ClosedRange<Double>?)
    case day(DayFormat)
    case text
  }

  /// Which codes a column allows.
  enum CodeRule: Sendable {
    case any
    case choices([String])
    /// What is wrong with a text as an identifier.
    case identifier(@Sendable (String) -> Diagnostic?)
  }

  /// The name by which the table knows the column, and the first that is looked for in a header.
  public let name: String
  /// Other names that a header may use.
  public let aliases: [String]
  /// Whether the column must be there, and its cells filled.
  public let presence: Presence
  /// Texts that stand for an empty cell; nothing for those of the dialect.
  public let missingMarkers: [String]?

  let content: Content

  private init(
    _ name: String, _ aliases: [String], _ presence: Presence, _ missing: [String]?,
    _ content: Content
  ) {
    self.name = name
    self.aliases = aliases
    self.presence = presence
    missingMarkers = missing
    self.content = content
  }

  /// The same column by the name that a file gives it.
  func named(_ name: String) -> CSVColumn {
    CSVColumn(name, [], presence, missingMarkers, content)
  }

  /// A column of texts that repeat, interned.
  ///
  /// Only `choices` are allowed, if given. Columns of one `domain` share one dictionary, so that
  /// equal texts have equal numbers in all of them; each column is a domain of its own if not given.
  /// The texts of `missing` stand for an empty cell; only an empty one does if not given.
  public static func code(
    _ name: String, aliases: [String] = [], among choices: [String]? = nil,
    domain: String? = nil, presence: Presence = .required, missing: [String]? = nil
  ) -> CSVColumn {
    return CSVColumn(
      name, aliases, presence, missing ?? [""],
      .code(domain: domain ?? "column \(name)", rule: choices.map(CodeRule.choices) ?? .any))
  }

  /// A column of identifiers, interned and checked.
  ///
  /// Columns of one kind of identifier share one dictionary unless `domain` says otherwise: a person
  /// has the same number as rater and as ratee.
  public static func identifier<Kind>(
    _ name: String, _ kind: Identifier<Kind>.Type, aliases: [String] = [],
    domain: String? = nil, presence: Presence = .required, missing: [String]? = nil
  ) -> CSVColumn {
    CSVColumn(
      name, aliases, presence, missing ?? [""],
      .code(
        domain: domain ?? "kind \(Kind.label.english)",
        rule: .identifier { text in
          do throws(InvalidIdentifier) {
            _ = try Identifier<Kind>(text)
            return nil
          } catch {
            return error.diagnostic
          }
        }))
  }

  /// A column of whole numbers.
  public static func integer(
    _ name: String, in range: ClosedRange<Int> = .min ... .max, aliases: [String] = [],
    presence: Presence = .required, missing: [String]? = nil
  ) -> CSVColumn {
    CSVColumn(name, aliases, presence, missing, .integer(range))
  }

  /// A column of exact decimals.
  ///
  /// It keeps `places` decimal places, from 0 to 18; a cell with more is refused unless the rest are
  /// zeros, never rounded.
  public static func decimal(
    _ name: String, places: Int, in range: ClosedRange<Points>? = nil, aliases: [String] = [],
    presence: Presence = .required, missing: [String]? = nil
  ) -> CSVColumn {
    precondition((0...Points.mostPlaces).contains(places), "0 to 18 decimal places")
    return CSVColumn(name, aliases, presence, missing, .decimal(places: places, range))
  }

  /// A column of floating-point numbers, for statistics.
  public static func double(
    _ name: String, in range: ClosedRange<Double>? = nil, aliases: [String] = [],
    presence: Presence = .required, missing: [String]? = nil
  ) -> CSVColumn {
    CSVColumn(name, aliases, presence, missing, .double(range))
  }

  /// A column of calendar days.
  public static func day(
    _ name: String, format: DayFormat = .iso, aliases: [String] = [],
    presence: Presence = .required, missing: [String]? = nil
  ) -> CSVColumn {
    CSVColumn(name, aliases, presence, missing, .day(format))
  }

  /// A column of free texts.
  public static func text(
    _ name: String, aliases: [String] = [], presence: Presence = .required,
    missing: [String]? = nil
  ) -> CSVColumn {
    CSVColumn(name, aliases, presence, missing ?? [""], .text)
  }
}

extension CSVColumn.CodeRule {
  /// What is wrong with a code.
  func fault(in code: String) -> Diagnostic? {
    switch self {
    case .any: return nil
    case .identifier(let check): return check(code)
    case .choices(let choices):
      guard !choices.contains(code) else { return nil }
      if let meant = Spelling.nearest(to: code, among: choices) {
        return Diagnostic(.misspelledChoice, ["choice": .text(meant), "choices": .list(choices)])
      }
      return Diagnostic(.unknownChoice, ["choices": .list(choices)])
    }
  }

  /// Whether a code is surely allowed; if not, ``fault(in:)`` has the last word.
  func surelyAllows(_ bytes: Span<UInt8>, _ from: Int, _ to: Int) -> Bool {
    switch self {
    case .any:
      for position in from..<to where !(0x20..<0x7F).contains(bytes[position]) { return false }
      return true
    case .identifier:
      guard to - from <= 96 else { return false }
      for position in from..<to {
        switch bytes[position] {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: continue
        case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"):
          if position == from { return false }
        default: return false
        }
      }
      return true
    case .choices:
      return false
    }
  }
}
