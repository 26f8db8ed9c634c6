/// All that is wrong, collected as it is found, so that a person mends a file once.
public struct Diagnostics: Sendable, Hashable {
  /// What was found, in the order found.
  public private(set) var all: [Diagnostic] = []
  /// How many more were found after ``limit`` was reached.
  public private(set) var omittedCount = 0
  /// How many are kept.
  public let limit: Int
  /// Put before the path of each problem that is added.
  public let base: SourcePlace

  private var errorCount = 0

  /// Creates an empty collection.
  ///
  /// - Parameters:
  ///   - base: Where problems added without a place are, and what paths are relative to.
  ///   - limit: How many problems are kept; the rest are counted. A file of a million broken rows
  ///     does not fill the memory.
  public init(at base: SourcePlace = SourcePlace(), limit: Int = 1_000) {
    self.base = base
    self.limit = limit
  }

  /// Creates an empty collection for a document's part.
  public init(at key: String) {
    self.init(at: SourcePlace(path: [.key(key)]))
  }

  /// Adds a problem.
  public mutating func add(
    _ kind: DiagnosticKind, _ values: [String: DiagnosticValue] = [:],
    at place: SourcePlace = SourcePlace()
  ) {
    add(Diagnostic(kind, values, at: place))
  }

  /// Adds a problem at a path below the base.
  public mutating func add(
    _ kind: DiagnosticKind, _ values: [String: DiagnosticValue] = [:],
    at component: DefinitionPath.Component
  ) {
    add(Diagnostic(kind, values, at: SourcePlace(path: [component])))
  }

  /// Adds a problem, placed below the base.
  public mutating func add(_ diagnostic: Diagnostic) {
    var placed = diagnostic
    placed.place.path = DefinitionPath(base.path.components + placed.place.path.components)
    if placed.place.file == nil { placed.place.file = base.file }
    if placed.place.line == nil {
      placed.place.line = base.line
      placed.place.column = base.column
    }
    record(placed)
  }

  /// Adds all problems of another collection, whose places stand as they are.
  public mutating func add(contentsOf other: Diagnostics) {
    for diagnostic in other.all { record(diagnostic) }
    omittedCount += other.omittedCount
    errorCount += other.errorCount - other.all.count(where: { $0.severity == .error })
  }

  /// Counts errors that somebody found beyond the limit and did not keep.
  package mutating func addOmitted(errors count: Int) {
    omittedCount += count
    errorCount += count
  }

  private mutating func record(_ diagnostic: Diagnostic) {
    if diagnostic.severity == .error { errorCount += 1 }
    if isFull { omittedCount += 1 } else { all.append(diagnostic) }
  }

  /// The same collection with each problem that was kept put in another way.
  ///
  /// What the transformation returns has the severity of what it was given.
  package func mapping(_ transform: (Diagnostic) -> Diagnostic) -> Diagnostics {
    var result = self
    result.all = all.map(transform)
    return result
  }

  /// Whether what is added from now on is only counted, so that nobody need work out where it is.
  package var isFull: Bool { all.count >= limit }
  /// Whether nothing at all was found.
  public var isEmpty: Bool { all.isEmpty && omittedCount == 0 }
  /// Whether an error was found, kept or counted.
  public var hasErrors: Bool { errorCount > 0 }
  /// The errors that were kept.
  public var errors: [Diagnostic] { all.filter { $0.severity == .error } }
  /// The warnings that were kept.
  public var warnings: [Diagnostic] { all.filter { $0.severity == .warning } }

  /// Stops the work if an error was found.
  ///
  /// - Throws: ``InvalidInput`` with everything found, warnings too.
  public func throwIfAny() throws(InvalidInput) {
    if hasErrors { throw InvalidInput(self) }
  }
}
