/// Writes a list one element a line, with `if` and `for` where a rule has variants.
///
/// Every element has the one type `Element`, so that the compiler never has to search.
@resultBuilder public enum ListBuilder<Element> {
  /// Takes one element.
  public static func buildExpression(_ element: Element) -> [Element] { [element] }

  /// Takes elements that were made elsewhere.
  public static func buildExpression(_ elements: [Element]) -> [Element] { elements }

  /// Puts lines together in their order.
  public static func buildBlock(_ parts: [Element]...) -> [Element] { parts.flatMap { $0 } }

  /// Takes the lines of an `if` without `else`.
  public static func buildOptional(_ part: [Element]?) -> [Element] { part ?? [] }

  /// Takes the lines of an `if`.
  public static func buildEither(first part: [Element]) -> [Element] { part }

  /// Takes the lines of an `else`.
  public static func buildEither(second part: [Element]) -> [Element] { part }

  /// Takes the lines of a `for`.
  public static func buildArray(_ parts: [[Element]]) -> [Element] { parts.flatMap { $0 } }
}
