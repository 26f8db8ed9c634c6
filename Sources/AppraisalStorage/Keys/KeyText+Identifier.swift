public import KinerjaCore

extension KeyText {
  /// Creates a key from an identifier, whose alphabet is part of a key's.
  public init<Kind>(_ identifier: Identifier<Kind>) { self.init(unchecked: identifier.text) }

  /// Creates a key from two identifiers with a slash between them, which always fit.
  public init<First, Second>(_ first: Identifier<First>, _ second: Identifier<Second>) {
    self.init(unchecked: "\(first)/\(second)")
  }
}
