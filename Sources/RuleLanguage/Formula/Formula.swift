public import KinerjaCore

/// A formula, checked for its grammar: exact numbers, names, `+ - * /`, comparisons, `and or not`,
/// `if … then … else …`, and a closed set of functions.
///
/// A formula cannot loop or call out, and its size and depth are bounded, so one from an untrusted
/// file is harmless. Names get a meaning when a ``Rule`` compiles. Two formulas are equal when
/// they print alike: spaces and needless parentheses do not count.
public struct Formula: Sendable {
  /// The formula as it prints, and as it reads back.
  public let text: String
  /// The tree.
  package let root: FormulaNode

  /// Reads a formula.
  ///
  /// - Parameters:
  ///   - text: At most 20 000 characters.
  ///   - place: Where the text begins, so that problems are placed in the caller's own file.
  /// - Throws: Every character that means nothing, and the first error of grammar, each with its
  ///   line and column.
  public init(_ text: String, at place: SourcePlace = SourcePlace()) throws(InvalidInput) {
    var problems = Diagnostics()
    guard let root = FormulaText(text, at: place).parsed(&problems) else {
      throw InvalidInput(problems)
    }
    self.root = root
    self.text = root.canonicalText
  }

  /// The names used, each once, in the order of their first appearance.
  public var names: [String] { root.names }
}

extension Formula: Hashable {
  public static func == (left: Self, right: Self) -> Bool { left.text == right.text }

  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension Formula: CustomStringConvertible {
  public var description: String { text }
}

extension FormulaNode {
  /// The names used, each once, in the order of their first appearance.
  package var names: [String] {
    var names: [String] = []
    var seen: Set<String> = []
    collect(into: &names, &seen)
    return names
  }

  private func collect(into names: inout [String], _ seen: inout Set<String>) {
    if case .name(let name) = kind, seen.insert(name).inserted { names.append(name) }
    for part in parts { part.collect(into: &names, &seen) }
  }
}
