/// An error that is one problem with input, worded and ready to be placed in a file.
public protocol DiagnosedError: Error, CustomStringConvertible {
  /// The problem, without its place.
  var diagnostic: Diagnostic { get }
}

extension DiagnosedError {
  /// The problem and its mend, in English.
  public var description: String { diagnostic.sentence(in: .english) }
}
