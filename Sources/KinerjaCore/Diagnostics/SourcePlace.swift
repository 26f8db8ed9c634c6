/// Where something stands: in a file, at a line and column, at a path inside a document.
public struct SourcePlace: Sendable, Hashable {
  /// The file as the caller named it.
  public var file: String?
  /// The line, counted from 1.
  public var line: Int?
  /// The column, counted from 1 in characters as an editor shows them.
  public var column: Int?
  /// The path inside a document, such as `steps[2].weight`.
  public var path: DefinitionPath

  /// Creates a place from what is known of it.
  public init(
    file: String? = nil, line: Int? = nil, column: Int? = nil, path: DefinitionPath = []
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.path = path
  }
}

extension SourcePlace: CustomStringConvertible {
  /// `file:line:column: path`, leaving out what is not known; without a file, the line is named as
  /// such, as in "baris 3:7".
  public func text(in language: Language) -> String {
    var place = file ?? ""
    if let line {
      let word = LocalizedText(id: "baris", en: "line")[language]
      place += place.isEmpty ? "\(word) \(line)" : ":\(line)"
      if let column { place += ":\(column)" }
    }
    return [place, path.description].filter { !$0.isEmpty }.joined(separator: ": ").printable
  }

  /// The place in English.
  public var description: String { text(in: .english) }
}

/// A path inside a document: keys and indices from the outside in.
public struct DefinitionPath: Sendable, Hashable, ExpressibleByArrayLiteral {
  /// A step of a path.
  public enum Component: Sendable, Hashable {
    case key(String)
    /// A place in a list, counted from 0.
    case index(Int)
  }

  /// The steps from the outside in.
  public var components: [Component]

  /// Creates a path.
  public init(_ components: [Component] = []) { self.components = components }

  public init(arrayLiteral elements: Component...) { self.init(elements) }

  /// The path one step further in.
  public func appending(_ component: Component) -> Self { Self(components + [component]) }
}

extension DefinitionPath: CustomStringConvertible {
  /// Keys joined by dots and indices in brackets: `steps[2].weight`.
  public var description: String {
    components.reduce(into: "") { text, component in
      switch component {
      case .key(let key): text += text.isEmpty ? key : ".\(key)"
      case .index(let index): text += "[\(index)]"
      }
    }
  }
}
