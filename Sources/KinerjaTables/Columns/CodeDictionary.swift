/// Distinct texts, numbered from 0 in the order in which they first appeared.
///
/// Texts are compared by their UTF-8 bytes and kept in one run of bytes with an open-addressing
/// table over it, so that interning a cell makes no `String`.
public struct CodeDictionary: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var slots = [Slot](repeating: Slot(), count: 16)
  private let secret = CodeKey.secret

  // A text of at most eight bytes is its own key, so that one look at a slot settles most lookups.
  private struct Slot {
    var key: UInt64 = 0
    var length: UInt32 = 0
    // The code's number + 1; 0 in an empty slot.
    var number: UInt32 = 0
  }

  /// Creates an empty dictionary.
  public init() {}

  /// Creates a dictionary of the distinct texts among those given.
  public init(_ texts: some Sequence<String>) {
    for text in texts { intern(text) }
  }

  /// Returns the number of a text, adding it if it is new.
  @discardableResult
  public mutating func intern(_ text: String) -> Int {
    let utf8 = Array(text.utf8)
    return intern(utf8.span, 0, utf8.count).index
  }

  /// Returns the number of a text, if it is known.
  public func index(of text: String) -> Int? {
    let utf8 = Array(text.utf8)
    let key = CodeKey.of(utf8.span, 0, utf8.count, secret)
    let number = slots[slot(of: utf8.span, 0, utf8.count, key)].number
    return number == 0 ? nil : Int(number) - 1
  }

  /// Returns the number of `text[from..<to]`, or −1 if it is not known.
  @inline(__always)
  func find(_ text: Span<UInt8>, _ from: Int, _ to: Int) -> Int32 {
    let key = CodeKey.of(text, from, to, secret)
    return Int32(truncatingIfNeeded: slots[slot(of: text, from, to, key)].number) - 1
  }

  /// Returns the number of `text[from..<to]`, adding it if it is new.
  package mutating func intern(_ text: Span<UInt8>, _ from: Int, _ to: Int) -> (
    index: Int, isNew: Bool
  ) {
    let key = CodeKey.of(text, from, to, secret)
    let slot = slot(of: text, from, to, key)
    let number = slots[slot].number
    if number != 0 { return (Int(number) - 1, false) }
    for position in from..<to { bytes.append(text[position]) }
    return (add(key, length: to - from, in: slot), true)
  }

  // The bytes stand at the end of `bytes` already.
  private mutating func add(_ key: UInt64, length: Int, in slot: Int) -> Int {
    let index = ends.count
    ends.append(bytes.count)
    slots[slot] = Slot(
      key: key, length: UInt32(truncatingIfNeeded: length),
      number: UInt32(truncatingIfNeeded: index + 1))
    if ends.count * 2 > slots.count { grow() }
    return index
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for entry in old where entry.number != 0 {
      var slot = home(of: entry.key)
      while slots[slot].number != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entry
    }
  }

  // The high bits of a product with a secret odd number: the chance that two keys share a home is
  // at most two in the number of slots (Dietzfelbinger et al. 1997), whatever somebody sends.
  @inline(__always)
  private func home(of key: UInt64) -> Int {
    Int((key &* secret) >> UInt64(64 - slots.count.trailingZeroBitCount))
  }

  // The slot that holds the text, or the empty one where it belongs.
  @inline(__always)
  private func slot(of text: Span<UInt8>, _ from: Int, _ to: Int, _ key: UInt64) -> Int {
    var slot = home(of: key)
    while true {
      let entry = slots[slot]
      if entry.number == 0 { return slot }
      if entry.key == key, Int(entry.length) == to - from,
        to - from <= CodeKey.width || equals(text, from, code: Int(entry.number) - 1)
      {
        return slot
      }
      slot = (slot + 1) & (slots.count - 1)
    }
  }

  // The lengths are equal.
  private func equals(_ text: Span<UInt8>, _ from: Int, code: Int) -> Bool {
    let range = range(of: code)
    for offset in 0..<range.count where bytes[range.lowerBound + offset] != text[from + offset] {
      return false
    }
    return true
  }

  /// The UTF-8 bytes of a code.
  package func bytes(of code: Int) -> [UInt8] { Array(bytes[range(of: code)]) }

  private func range(of code: Int) -> Range<Int> {
    (code == 0 ? 0 : ends[code - 1])..<ends[code]
  }
}

extension CodeDictionary: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { ends.count }

  /// The text of a number.
  public subscript(code: Int) -> String {
    String(decoding: bytes[range(of: code)], as: UTF8.self)
  }
}

extension CodeDictionary: Hashable {
  public static func == (left: Self, right: Self) -> Bool {
    left.ends == right.ends && left.bytes == right.bytes
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(ends)
    hasher.combine(bytes)
  }
}
