public import KinerjaCore

/// The text of a formula as somebody wrote it, with the place where it stands.
///
/// Not checked when made: a rule is checked as a whole, so that everything wrong with it is
/// reported at once. Texts are equal when their characters are; the place does not count.
public struct FormulaText: Sendable {
  /// The text as written.
  public let text: String
  /// Where it begins; in Swift source that is not known.
  package let place: SourcePlace

  /// Creates a text.
  public init(_ text: String, at place: SourcePlace = SourcePlace()) {
    self.text = text
    self.place = place
  }

  /// Longest text that is read, in characters.
  static let longest = 20_000

  /// The tree, or nil with what is wrong added to the problems.
  func parsed(_ problems: inout Diagnostics, path: DefinitionPath = []) -> FormulaNode? {
    let characters = Array(text)
    guard characters.count <= Self.longest else {
      problems.add(
        .formulaTooLong, ["limit": .integer(Int64(Self.longest))],
        at: place(after: 0, in: characters, path: path))
      return nil
    }
    let scanner = FormulaScanner(characters)
    var found = scanner.problems
    var parser = FormulaParser(scanner.tokens)
    var root: FormulaNode?
    do throws(FormulaParser.Problem) {
      root = try parser.parse()
    } catch {
      // A token that was left out may be all that the parser stumbled over.
      if found.isEmpty { found.append((error.diagnostic, error.offset)) }
    }
    for (diagnostic, offset) in found {
      var placed = diagnostic
      placed.place = place(after: offset, in: characters, path: path)
      problems.add(placed)
    }
    return found.isEmpty ? root : nil
  }

  /// The place of a character, counted from where the text begins.
  package func place(after offset: Int, path: DefinitionPath = []) -> SourcePlace {
    place(after: offset, in: Array(text), path: path)
  }

  private func place(
    after offset: Int, in characters: [Character], path: DefinitionPath
  ) -> SourcePlace {
    var line = 0
    var column = 0
    for character in characters.prefix(offset) {
      if character.isNewline {
        line += 1
        column = 0
      } else {
        column += 1
      }
    }
    var result = place
    if !path.components.isEmpty { result.path = path }
    if let first = place.line {
      // In a file of definitions the text stands on one line, quotes and line ends escaped.
      let escaped = characters.prefix(offset).count { $0.isNewline || $0 == "\"" }
      result.line = first
      result.column = place.column.map { $0 + offset + escaped }
    } else {
      result.line = line + 1
      result.column = column + 1
    }
    return result
  }
}

extension FormulaText: Hashable {
  public static func == (left: Self, right: Self) -> Bool { left.text == right.text }

  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension FormulaText: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  public init(stringLiteral value: String) { self.init(value) }

  public init(integerLiteral value: Int64) { self.init(String(value)) }
}

extension FormulaText: CustomStringConvertible {
  public var description: String { text }
}
