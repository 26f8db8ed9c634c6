extension JSONValue {
  /// The canonical bytes: keys sorted by their UTF-8 bytes, no space, the shortest escapes,
  /// numbers in their canonical spelling.
  ///
  /// The same texts and numbers have the same bytes on every machine; what is hashed or signed is
  /// this. Texts are written as they are: "é" in one scalar and "é" in two, which are equal as
  /// strings, keep different bytes.
  public var canonicalBytes: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return bytes
  }

  /// The canonical form for people: the same order and spelling as ``canonicalBytes``, in lines.
  ///
  /// Two spaces of indentation; an array or object that fits a line of 80 columns stays on it; a
  /// line feed at the end.
  public var prettyText: String {
    var lines = ""
    writePretty(to: &lines, indentation: 0, used: 0)
    return lines + "\n"
  }

  /// Writes the canonical bytes behind others.
  package func write(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let bool): bytes += (bool ? "true" : "false").utf8
    case .number(let number): bytes += number.text.utf8
    case .string(let text): Self.write(text, to: &bytes)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        element.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in Self.sorted(members).enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.write(member.key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func sorted(
    _ members: [String: JSONValue]
  ) -> [(key: String, value: JSONValue)] {
    members.sorted { $0.key.precedesByBytes($1.key) }
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    guard text.utf8.contains(where: needsEscape) else {
      bytes += text.utf8
      return
    }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes += #"\""#.utf8
      case UInt8(ascii: "\\"): bytes += #"\\"#.utf8
      case 0x08: bytes += #"\b"#.utf8
      case 0x09: bytes += #"\t"#.utf8
      case 0x0A: bytes += #"\n"#.utf8
      case 0x0C: bytes += #"\f"#.utf8
      case 0x0D: bytes += #"\r"#.utf8
      case 0..<0x20:
        bytes += (byte < 0x10 ? #"\u000"# : #"\u00"#).utf8
        bytes += String(byte, radix: 16).utf8
      default: bytes.append(byte)
      }
    }
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  // MARK: - For people

  private func writePretty(to lines: inout String, indentation: Int, used: Int) {
    let (open, close, parts): (String, String, [(String, JSONValue)])
    switch self {
    case .array(let elements) where !elements.isEmpty:
      (open, close, parts) = ("[", "]", elements.map { ("", $0) })
    case .object(let members) where !members.isEmpty:
      let keyed = Self.sorted(members).map {
        (JSONValue.string($0.key).inlineText + ": ", $0.value)
      }
      (open, close, parts) = ("{", "}", keyed)
    default:
      lines += inlineText
      return
    }
    if let text = inlineText(within: 80 - used) {
      lines += text
      return
    }
    lines += open
    let margin = String(repeating: " ", count: indentation + 2)
    for (index, part) in parts.enumerated() {
      lines += (index == 0 ? "\n" : ",\n") + margin + part.0
      part.1.writePretty(
        to: &lines, indentation: indentation + 2, used: margin.count + part.0.count + 1)
    }
    lines += "\n" + String(repeating: " ", count: indentation) + close
  }

  /// The value on one line if it has at most so many characters.
  private func inlineText(within width: Int) -> String? {
    guard leastWidth(stoppingAbove: width) <= width else { return nil }
    let text = inlineText
    return text.count <= width ? text : nil
  }

  /// A lower bound of the width on one line; cheap, for it stops counting early.
  private func leastWidth(stoppingAbove width: Int) -> Int {
    var sum = 2
    switch self {
    case .array(let elements):
      for element in elements where sum <= width {
        sum += element.leastWidth(stoppingAbove: width - sum)
      }
    case .object(let members):
      // The order does not matter to a sum; stopping early only ever happens above the width.
      for (_, value) in members where sum <= width {
        sum += 4 + value.leastWidth(stoppingAbove: width - sum)
      }
    default: sum = 1
    }
    return sum
  }

  private var inlineText: String {
    switch self {
    case .array(let elements): "[\(elements.map(\.inlineText).joined(separator: ", "))]"
    case .object(let members):
      "{"
        + Self.sorted(members).map {
          JSONValue.string($0.key).inlineText + ": " + $0.value.inlineText
        }.joined(separator: ", ") + "}"
    default: String(decoding: canonicalBytes, as: UTF8.self)
    }
  }
}
