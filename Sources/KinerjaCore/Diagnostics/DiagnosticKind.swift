/// A kind of problem: its code, its severity, and its wording in both languages.
///
/// Each room lists its kinds in one catalogue, which its tests hold to the same placeholders in
/// both languages.
public struct DiagnosticKind: Sendable {
  /// The stable code: room and problem in kebab case, such as `csv.ragged-row`.
  public let code: String
  /// Whether it stops the work.
  public let severity: DiagnosticSeverity
  /// What is wrong; `{name}` stands for a value.
  public let message: LocalizedText
  /// How to mend it; `{name}` stands for a value.
  public let mend: LocalizedText

  /// Creates a kind of problem.
  ///
  /// - Parameters:
  ///   - code: Room and problem in kebab case.
  ///   - severity: Whether it stops the work.
  ///   - message: What is wrong, without a full stop; `{name}` stands for a value.
  ///   - mend: How to mend it, as the end of a sentence that begins with the message and a
  ///     semicolon; without a full stop.
  public init(
    _ code: String, _ severity: DiagnosticSeverity = .error, message: LocalizedText,
    mend: LocalizedText
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.mend = mend
  }
}

extension DiagnosticKind: Hashable {
  public static func == (left: Self, right: Self) -> Bool { left.code == right.code }

  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension DiagnosticKind {
  /// What is wrong with the kind itself.
  ///
  /// An empty wording, or placeholders that differ between the languages; nothing when all is
  /// well. The tests of every room ask.
  package var faults: [String] {
    var faults: [String] = []
    if message.isIncomplete || mend.isIncomplete { faults.append("\(code): a wording is empty") }
    for text in [message, mend]
    where text.indonesian.placeholders.sorted() != text.english.placeholders.sorted() {
      faults.append("\(code): the placeholders differ between the languages")
    }
    return faults
  }
}

extension LocalizedText {
  func filled(with values: [String: DiagnosticValue], in language: Language) -> String {
    self[language].filled { name in values[name]?.text(in: language) }
  }
}

extension String {
  var placeholders: [String] {
    var names: [String] = []
    _ = filled { name in
      names.append(name)
      return nil
    }
    return names
  }

  /// Replaces each `{name}` for which `value` has an answer.
  func filled(_ value: (String) -> String?) -> String {
    var result = ""
    var rest = self[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      result += value(name) ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
