import KinerjaCore
import RuleLanguage

// What the values of a case are met by, and how messages show them.

extension PolicyExpectation {
  /// The steps that it names, each once, in the order of their paths.
  var paths: [String] {
    Set(values.keys).union(exact.keys).union(trace.keys).sorted()
  }
}

extension PolicyExpectation.Value {
  func isMet(by found: RuleValue, tolerance: Ratio) -> Bool {
    switch (self, found) {
    case (.missing, .missing): true
    case (.value(.number(let number)), .number(let other)):
      number == other || (try? (other - number).magnitude <= tolerance) ?? false
    case (.value(let value), _): value == found
    case (.missing, _): false
    }
  }

  var shown: DiagnosticValue {
    switch self {
    case .missing: .localized(LocalizedText(id: "tidak ada nilai", en: "no value"))
    case .value(let value): value.shown
    }
  }
}

extension PolicyExpectation.Failure {
  var text: String { path.map { "\(code) at \($0)" } ?? code }
}

extension PolicyExpectation.Trace {
  func isMet(by edges: [DerivationStep.Edge]) -> Bool {
    edges.contains { found in
      (edge == nil || found.value == edge) && (side == nil || found.isClosed == (side == .closed))
    }
  }

  var edgeText: String {
    [edge?.text(), side?.rawValue].compactMap(\.self).joined(separator: " ")
  }
}

extension DerivationStep {
  /// The limits of the band that was taken.
  var edges: [Edge] {
    guard case .band(_, let lower, let upper) = choice else { return [] }
    return [lower, upper].compactMap(\.self)
  }

  /// Whether the value of an earlier period took a missing one's place.
  var wasCarriedForward: Bool {
    if case .carriedForward = replacement { true } else { false }
  }

  /// The cell of a matrix that was taken.
  var cell: (row: CategoryID, column: CategoryID)? {
    guard case .cell(let row, let column) = choice else { return nil }
    return (row, column)
  }
}

extension RuleValue {
  /// The value as a message shows it.
  var shown: DiagnosticValue {
    switch self {
    case .number(let number): .number(number)
    case .category(let category): category.shown
    case .flag(let flag): .text(flag ? "true" : "false")
    case .missing(let reason): .localized(reason.label)
    }
  }
}

extension DiagnosticValue {
  /// A list as a message shows it; a dash for an empty one.
  static func shown(_ items: [String]) -> DiagnosticValue {
    items.isEmpty ? .text("–") : .list(items)
  }
}

extension CategoryID {
  var shown: DiagnosticValue { .text(text) }
}

extension Diagnostic {
  /// The input or the step that stopped an evaluation, by its path.
  var inputPath: String? {
    if !place.path.components.isEmpty { return place.path.description }
    guard case .text(let step)? = values["step"] else { return nil }
    return step
  }

  /// What is wrong and how to mend it, without its place.
  var sentence: LocalizedText {
    LocalizedText(
      id: "\(message(in: .indonesian)); \(mend(in: .indonesian))",
      en: "\(message(in: .english)); \(mend(in: .english))")
  }
}
