/// Input that cannot be used, with all that is wrong with it.
public struct InvalidInput: Error, Sendable, Hashable {
  /// Everything found, errors and warnings, in the order found.
  public let diagnostics: Diagnostics

  /// Creates an error from what was found.
  public init(_ diagnostics: Diagnostics) { self.diagnostics = diagnostics }

  /// Creates an error from one problem.
  public init(_ diagnostic: Diagnostic) {
    var diagnostics = Diagnostics()
    diagnostics.add(diagnostic)
    self.init(diagnostics)
  }

  /// The problems that were kept.
  public var problems: [Diagnostic] { diagnostics.all }

  /// One line a problem, and a last line for those only counted.
  public func report(in language: Language) -> String {
    var lines = problems.map { $0.sentence(in: language) }
    if diagnostics.omittedCount > 0 {
      let rest = LocalizedText(
        id: "… dan \(diagnostics.omittedCount) lagi", en: "… and \(diagnostics.omittedCount) more")
      lines.append(rest[language])
    }
    return lines.joined(separator: "\n")
  }
}

extension InvalidInput: CustomStringConvertible {
  public var description: String { report(in: .english) }
}
