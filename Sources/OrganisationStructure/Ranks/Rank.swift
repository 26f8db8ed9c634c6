public import KinerjaCore

/// A civil servant's rank (*pangkat dan golongan ruang*) or a contract employee's grade (*golongan*).
///
/// For a PNS it is one of the 17 from I/a through IV/e (PP 99/2000), for a PPPK one of the 17 grades
/// from I through XVII (Perpres 98/2020). The two ladders are not comparable.
public struct Rank: Hashable, Sendable {
  /// Whose rank it is.
  public let employment: EmploymentKind
  /// The step on its ladder, from 1 to 17.
  public let step: Int

  private static let numerals = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV",
    "XVI", "XVII",
  ]
  private static let rooms = ["a", "b", "c", "d", "e"]

  /// Reads a rank as it is written, `III/b` for a PNS or `IX` for a PPPK, in any case.
  ///
  /// - Throws: ``InvalidRank``.
  public init(_ text: some StringProtocol) throws(InvalidRank) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let group = Self.numerals.firstIndex(of: parts.first?.uppercased() ?? "") else {
      throw InvalidRank()
    }
    switch parts.count {
    case 1:
      self.init(employment: .pppk, step: group + 1)
    case 2:
      let rooms = group == 3 ? Self.rooms : Self.rooms.dropLast()
      guard group < 4, let room = rooms.firstIndex(of: parts[1].lowercased()) else {
        throw InvalidRank()
      }
      self.init(employment: .pns, step: 4 * group + room + 1)
    default:
      throw InvalidRank()
    }
  }

  private init(employment: EmploymentKind, step: Int) {
    self.employment = employment
    self.step = step
  }

  /// All ranks of a kind of employment, the lowest first.
  public static func all(_ employment: EmploymentKind) -> [Rank] {
    (1...17).map { Rank(employment: employment, step: $0) }
  }

  // The fifth room of the fourth group is the only fifth one.
  private var group: Int { min((step - 1) / 4, 3) }

  /// Whether it is as high as another or higher; nil if they stand on different ladders.
  public func isAtLeast(_ other: Rank) -> Bool? {
    employment == other.employment ? step >= other.step : nil
  }

  /// The rank's name, such as "Penata Muda Tingkat I"; nil for the grades of a PPPK.
  public var name: String? {
    guard employment == .pns else { return nil }
    return Self.names[step - 1]
  }

  private static let names = [
    "Juru Muda", "Juru Muda Tingkat I", "Juru", "Juru Tingkat I",
    "Pengatur Muda", "Pengatur Muda Tingkat I", "Pengatur", "Pengatur Tingkat I",
    "Penata Muda", "Penata Muda Tingkat I", "Penata", "Penata Tingkat I",
    "Pembina", "Pembina Tingkat I", "Pembina Utama Muda", "Pembina Utama Madya", "Pembina Utama",
  ]
}

extension Rank: CustomStringConvertible {
  /// The rank as it is written, such as `III/b` or `IX`.
  public var description: String {
    switch employment {
    case .pns: "\(Self.numerals[group])/\(Self.rooms[step - 1 - 4 * group])"
    case .pppk: Self.numerals[step - 1]
    }
  }
}

extension Rank: ExpressibleByStringLiteral {
  /// Creates a rank from a literal such as `"III/b"` or `"IX"`.
  ///
  /// A literal that is no rank is a programming mistake and stops the program with a sentence; text
  /// from outside goes through ``init(_:)``.
  public init(stringLiteral text: String) {
    do {
      try self.init(text)
    } catch {
      preconditionFailure("\"\(text)\": \(error)")
    }
  }
}

extension Rank: Definition {
  /// Reads `"III/b"` or `"IX"`.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let text = node.string else {
      reader.reportKind(
        of: node, expected: LocalizedText(id: "golongan", en: "a rank"), example: "\"III/b\"")
      return nil
    }
    do {
      try self.init(text)
    } catch {
      reader.report(error.diagnostic, at: node)
      return nil
    }
  }

  public var json: JSONValue { .string(description) }
}

/// A text that is no ``Rank``.
public struct InvalidRank: DiagnosedError, Hashable, Sendable {
  /// The problem as a diagnostic, ready to be placed in a file.
  public var diagnostic: Diagnostic { Diagnostic(.rankText) }
}
