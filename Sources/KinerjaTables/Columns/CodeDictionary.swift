/// Distinct texts, numbered from 0 in the order in which they first appeared.
///
/// Texts are compared by their UTF-8 bytes and kept in one run of bytes with an open-addressing
/// table over it, so that interning a cell makes no `String`.
public struct CodeDictionary: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [UInt32] = []
  // Index + 1 of the code in each slot, 0 for an empty slot; the count is a power of two.
  private var slots: [UInt32] = [UInt32](repeating: 0, count: 16)

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
    let hash = Self.hash(utf8.span, 0, utf8.count)
    let found = slots[slot(of: utf8.span, 0, utf8.count, hash)]
    return found == 0 ? nil : Int(found) - 1
  }

  /// Returns the number of `text[from..<to]`, adding it if it is new.
  package mutating func intern(_ text: Span<UInt8>, _ from: Int, _ to: Int) -> (
    index: Int, isNew: Bool
  ) {
    let hash = Self.hash(text, from, to)
    let slot = slot(of: text, from, to, hash)
    if slots[slot] != 0 { return (Int(slots[slot]) - 1, false) }
    for position in from..<to { bytes.append(text[position]) }
    return (add(hash: hash, in: slot), true)
  }

  /// Adds the codes of another dictionary in their order.
  ///
  /// - Returns: The number here of each code there.
  package mutating func merge(_ other: CodeDictionary) -> [Int32] {
    var numbers: [Int32] = []
    numbers.reserveCapacity(other.count)
    for index in 0..<other.count {
      let range = other.range(of: index)
      let hash = other.hashes[index]
      let slot = slot(of: other.bytes.span, range.lowerBound, range.upperBound, hash)
      if slots[slot] != 0 {
        numbers.append(Int32(truncatingIfNeeded: slots[slot]) - 1)
      } else {
        bytes.append(contentsOf: other.bytes[range])
        numbers.append(Int32(truncatingIfNeeded: add(hash: hash, in: slot)))
      }
    }
    return numbers
  }

  // The bytes stand at the end of `bytes` already.
  private mutating func add(hash: UInt32, in slot: Int) -> Int {
    let index = ends.count
    ends.append(bytes.count)
    hashes.append(hash)
    slots[slot] = UInt32(index + 1)
    if ends.count * 2 > slots.count { grow() }
    return index
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (index, hash) in hashes.enumerated() {
      var slot = Int(hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(index + 1)
    }
  }

  // The slot that holds the text, or the empty one where it belongs.
  private func slot(of text: Span<UInt8>, _ from: Int, _ to: Int, _ hash: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if hashes[index] == hash, equals(text, from, to, code: index) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func equals(_ text: Span<UInt8>, _ from: Int, _ to: Int, code: Int) -> Bool {
    let range = range(of: code)
    guard range.count == to - from else { return false }
    for offset in 0..<range.count where bytes[range.lowerBound + offset] != text[from + offset] {
      return false
    }
    return true
  }

  // FNV-1a, then a mix so that the low bits depend on every byte.
  private static func hash(_ text: Span<UInt8>, _ from: Int, _ to: Int) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for position in from..<to { hash = (hash ^ UInt64(text[position])) &* 0x100_0000_01B3 }
    return UInt32(truncatingIfNeeded: RandomStream.mix(hash))
  }

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
