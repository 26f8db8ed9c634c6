/// How a file names persons.
public enum PersonReader: Sendable {
  /// By opaque codes; a national person number is refused.
  case opaqueCodes
  /// By national person numbers, which the coder replaces before anything else sees them.
  case nationalNumbers(PersonCoder)

  /// Reads one cell.
  ///
  /// - Throws: ``InvalidInput`` with one problem, which does not repeat the text.
  public func personID(from text: some StringProtocol) throws(InvalidInput) -> PersonID {
    switch self {
    case .opaqueCodes:
      do {
        return try PersonID(text)
      } catch {
        throw InvalidInput(error.diagnostic)
      }
    case .nationalNumbers(let coder):
      do {
        return coder.personID(for: try NationalPersonNumber(text))
      } catch {
        throw InvalidInput(error.diagnostic)
      }
    }
  }
}
