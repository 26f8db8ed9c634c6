import KinerjaCore

/// A JSON value whose members stand in order and may stand twice, so that a broken file can be
/// written as well.
indirect enum Tree {
  /// Null, a truth value or a number, as it is written.
  case plain(String)
  case text(String)
  case array([Tree])
  case object([Member])

  struct Member {
    var key: String
    var value: Tree
  }

  init(_ value: JSONValue) {
    switch value {
    case .null, .bool, .number: self = .plain(String(decoding: value.canonicalBytes, as: UTF8.self))
    case .string(let text): self = .text(text)
    case .array(let elements): self = .array(elements.map(Tree.init))
    case .object(let members):
      self = .object(
        members.sorted { $0.key < $1.key }.map { Member(key: $0.key, value: Tree($0.value)) })
    }
  }

  /// How many values it holds, itself among them.
  var count: Int {
    switch self {
    case .plain, .text: 1
    case .array(let elements): elements.reduce(1) { $0 + $1.count }
    case .object(let members): members.reduce(1) { $0 + $1.value.count }
    }
  }

  /// The texts of its members' values and elements, such as names and formulas.
  func texts(into texts: inout [String]) {
    switch self {
    case .plain: return
    case .text(let text): texts.append(text)
    case .array(let elements): for element in elements { element.texts(into: &texts) }
    case .object(let members): for member in members { member.value.texts(into: &texts) }
    }
  }

  /// The values by the key under which they stand.
  func parts(into parts: inout [String: [Tree]]) {
    switch self {
    case .plain, .text: return
    case .array(let elements): for element in elements { element.parts(into: &parts) }
    case .object(let members):
      for member in members {
        parts[member.key, default: []].append(member.value)
        member.value.parts(into: &parts)
      }
    }
  }

  /// Changes the value with a number in reading order, itself being 0; `key` is the one above it.
  mutating func change(_ number: Int, under key: String = "", _ body: (inout Tree, String) -> Void)
  {
    if number == 0 { return body(&self, key) }
    var rest = number - 1
    switch self {
    case .plain, .text: return
    case .array(var elements):
      for index in elements.indices {
        let count = elements[index].count
        if rest < count {
          elements[index].change(rest, under: key, body)
          self = .array(elements)
          return
        }
        rest -= count
      }
    case .object(var members):
      for index in members.indices {
        let count = members[index].value.count
        if rest < count {
          members[index].value.change(rest, under: members[index].key, body)
          self = .object(members)
          return
        }
        rest -= count
      }
    }
  }

  /// The text of the value.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    write(into: &bytes)
    return bytes
  }

  private func write(into bytes: inout [UInt8]) {
    switch self {
    case .plain(let text): bytes += text.utf8
    case .text(let text): bytes += JSONValue.string(text).canonicalBytes
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        element.write(into: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes += JSONValue.string(member.key).canonicalBytes
        bytes.append(UInt8(ascii: ":"))
        member.value.write(into: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }
}
