/// Collects what is wrong while a document is read.
///
/// One reader serves one document, on one task.
public final class DefinitionReader {
  /// What was found so far.
  public private(set) var problems = Diagnostics()

  /// Creates a reader that has found nothing yet.
  public init() {}

  /// Notes a problem where a node stands.
  public func report(
    _ kind: DiagnosticKind, _ values: [String: DiagnosticValue] = [:], at node: JSONNode
  ) {
    report(Diagnostic(kind, values), at: node)
  }

  /// Notes a problem that was found without its place: at a node, or where its path leads below it.
  public func report(_ diagnostic: Diagnostic, at node: JSONNode) {
    guard !problems.isFull else { return problems.add(diagnostic) }
    var placed = diagnostic
    let inner = node.nearestNode(to: diagnostic.place.path).place
    placed.place = SourcePlace(
      file: inner.file, line: inner.line, column: inner.column,
      path: DefinitionPath(node.place.path.components + diagnostic.place.path.components))
    problems.add(placed)
  }

  /// Notes everything that a value refused which was made from a node.
  public func report(_ error: InvalidInput, at node: JSONNode) {
    for problem in error.problems { report(problem, at: node) }
  }

  /// Opens an object; nil, with a problem noted, if the node is something else.
  ///
  /// - Parameters:
  ///   - node: The node.
  ///   - example: How such an object begins, for whoever wrote something else.
  public func object(_ node: JSONNode, example: String = "{\"id\": …}") -> DefinitionObject? {
    guard let members = node.members else {
      reportKind(of: node, expected: .object, example: example)
      return nil
    }
    return DefinitionObject(node, members, self)
  }

  /// Notes that a node is of the wrong kind.
  ///
  /// - Parameters:
  ///   - node: What was found instead.
  ///   - expected: What was wanted, with its article, such as "a day".
  ///   - example: How that is written, such as `"2026-01-31"` with its quotation marks.
  public func reportKind(of node: JSONNode, expected: LocalizedText, example: String) {
    report(
      .definitionKind,
      [
        "found": .localized(node.kind.label), "expected": .localized(expected),
        "example": .text(example),
      ], at: node)
  }

  /// Notes that a word is none of those known, and which of them it resembles.
  public func reportChoice(_ word: String, among choices: [String], at node: JSONNode) {
    report(.definitionUnknownChoice, word, orMisspelt: .definitionMisspeltChoice, choices, at: node)
  }

  /// Notes a word that is not known, or that resembles one of the candidates, by default of those
  /// known.
  func report(
    _ unknown: DiagnosticKind, _ word: String, orMisspelt misspelt: DiagnosticKind,
    _ known: [String], candidates: [String]? = nil, at node: JSONNode
  ) {
    guard !problems.isFull else { return problems.add(unknown) }
    let shown: DiagnosticValue = .text(JSONProblems.excerpt(word))
    if let nearest = Spelling.nearest(to: word, among: candidates ?? known) {
      report(misspelt, ["word": shown, "nearest": .text(nearest)], at: node)
    } else {
      report(unknown, ["word": shown, "known": .list(known)], at: node)
    }
  }
}

extension JSONNode.Kind {
  /// The kind in words, with its article.
  public var label: LocalizedText {
    switch self {
    case .null: LocalizedText(same: "null")
    case .bool: LocalizedText(id: "true atau false", en: "true or false")
    case .number: LocalizedText(id: "angka", en: "a number")
    case .string: LocalizedText(id: "teks", en: "a text")
    case .array: LocalizedText(id: "daftar dalam [ ]", en: "a list in [ ]")
    case .object: .object
    }
  }
}

extension LocalizedText {
  static let object = LocalizedText(id: "objek dalam kurung kurawal", en: "an object in braces")
}
