/// What a unit measures: a product of powers of base quantities, such as `rupiah/bulan`.
///
/// Base quantities are free words, so that a rule may count in reports, hours or rupiah; two are
/// one if they are spelt alike.
public struct UnitDimension: Hashable, Sendable {
  /// Base quantities with their powers, never 0, by name.
  private let powers: [String: Int]

  /// A base quantity with its power.
  package typealias Factor = (base: String, power: Int)

  /// So many base quantities in one dimension, at most.
  static let mostBases = 8
  /// The highest power of a base quantity.
  static let highestPower = 9

  private init(powers: [String: Int]) { self.powers = powers }

  /// The dimension of a plain number, such as a share or a per cent.
  public static let none = UnitDimension(powers: [:])

  /// Reads a dimension such as `rupiah`, `rupiah/bulan`, `m^2` or `1`.
  ///
  /// - Returns: nil if a name is empty, a power is none, or there are more than 8 names or powers
  ///   beyond 9.
  public init?(_ text: String) {
    var powers: [String: Int] = [:]
    var sign = 1
    for part in text.split(separator: "*", omittingEmptySubsequences: false) {
      for (index, factor) in part.split(separator: "/", omittingEmptySubsequences: false)
        .enumerated()
      {
        sign = index == 0 ? 1 : -1
        guard let (base, power) = Self.factor(factor) else { return nil }
        if base != "1" { powers[base, default: 0] += sign * power }
      }
    }
    guard let dimension = UnitDimension(checking: powers) else { return nil }
    self = dimension
  }

  private static func factor(_ text: Substring) -> Factor? {
    let parts = text.split(separator: "^", omittingEmptySubsequences: false)
    let base = parts[0].trimmed
    guard !base.isEmpty, parts.count <= 2 else { return nil }
    guard parts.count == 2 else { return (base, 1) }
    guard let power = Int(parts[1].trimmed), power.magnitude <= Self.highestPower else {
      return nil
    }
    return (base, power)
  }

  /// The dimension that a symbol stands for when nothing else is said.
  init(symbol: String) {
    if ["", "%", "‰", "1"].contains(symbol) {
      self = .none
    } else if let dimension = UnitDimension(symbol) {
      self = dimension
    } else {
      // A symbol that reads as no dimension is one word for itself.
      let base = String(symbol.map { "*/^".contains($0) ? "·" : $0 })
      self.init(powers: base.contains { $0 != " " } ? [base[...].trimmed: 1] : [:])
    }
  }

  private init?(checking powers: [String: Int]) {
    let powers = powers.filter { $0.value != 0 }
    guard powers.count <= Self.mostBases,
      powers.values.allSatisfy({ $0.magnitude <= Self.highestPower })
    else { return nil }
    self.init(powers: powers)
  }

  /// Whether it is that of a plain number.
  public var isNone: Bool { powers.isEmpty }

  /// The base quantities with their powers: those above the line first, each by name.
  package var factors: [Factor] {
    powers.map { ($0.key, $0.value) }.sorted {
      ($0.1 < 0 ? 1 : 0, $0.0) < ($1.1 < 0 ? 1 : 0, $1.0)
    }
  }

  /// The dimension of a product; nil beyond 8 base quantities or the ninth power.
  package func times(_ other: UnitDimension) -> UnitDimension? {
    UnitDimension(checking: powers.merging(other.powers) { $0 + $1 })
  }

  /// The dimension of a quotient; nil beyond 8 base quantities or the ninth power.
  package func over(_ other: UnitDimension) -> UnitDimension? {
    times(UnitDimension(powers: other.powers.mapValues { -$0 }))
  }

  /// The dimension as it is read: `rupiah/bulan`; `1` for a plain number.
  public var text: String { text { $0 } }

  /// The dimension with a name for each base quantity.
  package func text(naming name: (String) -> String) -> String {
    var text = ""
    for (base, power) in factors {
      let exponent = power.magnitude == 1 ? "" : "^\(power.magnitude)"
      let sign = power < 0 ? "/" : text.isEmpty ? "" : "*"
      text += (text.isEmpty && power < 0 ? "1" : "") + sign + name(base) + exponent
    }
    return text.isEmpty ? "1" : text
  }
}

extension UnitDimension: CustomStringConvertible {
  public var description: String { text }
}

extension UnitDimension: DefinitionValue {
  /// Reads a text such as `"rupiah/bulan"`.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let text = String(node, reader) else { return nil }
    guard let dimension = UnitDimension(text) else {
      reader.report(.unitDimension, ["dimension": .text(text)], at: node)
      return nil
    }
    self = dimension
  }

  public var json: JSONValue { .string(text) }
}

extension Substring {
  fileprivate var trimmed: String {
    var rest = self
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
