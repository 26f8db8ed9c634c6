import KinerjaCore

/// Named figures about a file: one flat object of JSON, in the order in which they were added.
///
/// A figure that is not defined is `null`; a double keeps all its digits.
struct Figures {
  private var lines: [String] = []

  /// Adds a number; one that is absent or not finite is `null`.
  mutating func add(_ id: String, _ value: Double?) {
    let text = value.flatMap { $0.isFinite ? $0.description : nil }
    append(id, text ?? "null")
  }

  /// Adds a count.
  mutating func add(_ id: String, _ count: Int) { append(id, "\(count)") }

  /// Adds a text, such as a setting.
  mutating func add(_ id: String, _ text: String) { append(id, JSONValue.string(text).written) }

  /// Adds numbers in the order of their identifiers.
  mutating func add(_ figures: [String: Double]) {
    for (id, value) in figures.sorted(by: { $0.key < $1.key }) { add(id, value) }
  }

  private mutating func append(_ id: String, _ value: String) {
    lines.append("\(JSONValue.string(id).written): \(value)")
  }

  /// The object, a figure a line.
  var json: String { "{\n\(lines.joined(separator: ",\n"))\n}\n" }
}

extension JSONValue {
  fileprivate var written: String { String(decoding: canonicalBytes, as: UTF8.self) }
}
