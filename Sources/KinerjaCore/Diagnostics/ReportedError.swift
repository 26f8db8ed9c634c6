/// An error that is one or several problems, worded in both languages.
public protocol ReportedError: Error, CustomStringConvertible {
  /// What is wrong.
  var diagnostics: [Diagnostic] { get }
}

extension ReportedError {
  /// The problems and their mends, in English, a line each.
  public var description: String {
    diagnostics.map { $0.sentence(in: .english) }.joined(separator: "\n")
  }
}
