/// Reads JSON (RFC 8259, strictly) from UTF-8 into a flat table of nodes.
///
/// It never calls itself: open brackets are kept on a list of their own. After a problem it goes
/// on where a person would go on reading, so that one look at a file finds most of what is wrong.
struct JSONParser {
  let bytes: [UInt8]
  let limits: JSONLimits
  var offset: Int
  var entries: [JSONStorage.Entry] = []
  var frames: [Frame] = []
  var state = State.value
  var problems = JSONProblems()
  /// After a limit, nothing further would be worth reading.
  var isStopped = false
  var lastComma = 0
  /// Where reading went on after a text without an end.
  var resumption = -1

  /// An open array or object.
  struct Frame {
    let entry: Int
    var count: Int32 = 0
  }

  /// What may come next.
  enum State {
    case value, firstElement, element, afterValue, firstKey, key, colon
  }

  init(_ bytes: [UInt8], from offset: Int, limits: JSONLimits) {
    self.bytes = bytes
    self.limits = limits
    self.offset = offset
    entries.reserveCapacity(min(bytes.count / 8 + 1, limits.nodes))
  }

  mutating func parse() {
    while !isStopped {
      skipSpace()
      guard offset < bytes.count else { return reportEnd() }
      let byte = bytes[offset]
      switch state {
      case .value, .firstElement, .element: readValue(byte)
      case .firstKey, .key: readKey(byte)
      case .colon: readColon(byte)
      case .afterValue:
        if frames.isEmpty {
          report(.jsonAfterRoot)
          return
        }
        readSeparator(byte)
      }
    }
  }

  private mutating func readValue(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "{"): open(.object)
    case UInt8(ascii: "["): open(.array)
    case UInt8(ascii: "\""): readText(.string)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): readNumber()
    case UInt8(ascii: "t"): readWord("true", .true)
    case UInt8(ascii: "f"): readWord("false", .false)
    case UInt8(ascii: "n"): readWord("null", .null)
    case UInt8(ascii: "]") where state == .firstElement: close(byte)
    default: recoverValue(byte)
    }
  }

  private mutating func readKey(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): readText(.key)
    case UInt8(ascii: "}") where state == .firstKey: close(byte)
    default: recoverKey(byte)
    }
  }

  private mutating func readColon(_ byte: UInt8) {
    if byte == UInt8(ascii: ":") {
      offset += 1
      state = .value
    } else {
      recoverColon(byte)
    }
  }

  private mutating func readSeparator(_ byte: UInt8) {
    let isArray = entries[frames[frames.count - 1].entry].kind == .array
    switch byte {
    case UInt8(ascii: ","):
      lastComma = offset
      offset += 1
      state = isArray ? .element : .key
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      close(byte)
    default: recoverSeparator(byte, isArray: isArray)
    }
  }

  // MARK: - Brackets

  private mutating func open(_ kind: JSONStorage.Entry.Kind) {
    guard frames.count < limits.depth else {
      report(.jsonDepth, ["limit": .integer(Int64(limits.depth))])
      isStopped = true
      return
    }
    append(kind, from: offset, to: offset + 1)
    frames.append(Frame(entry: entries.count - 1))
    state = kind == .array ? .firstElement : .firstKey
    offset += 1
  }

  /// Closes what a bracket closes, and what stands open inside it.
  mutating func close(_ bracket: UInt8) {
    let kind: JSONStorage.Entry.Kind = bracket == UInt8(ascii: "]") ? .array : .object
    if let frame = frames.last, entries[frame.entry].kind != kind {
      reportMismatch(bracket, frame)
      // The bracket was either meant for an outer one, or mistyped for this one.
      if frames.contains(where: { entries[$0.entry].kind == kind }) {
        while let inner = frames.last, entries[inner.entry].kind != kind { closeLast() }
      }
    }
    offset += 1
    closeLast()
  }

  private mutating func closeLast() {
    guard let frame = frames.popLast() else { return }
    entries[frame.entry].end = Int32(offset)
    entries[frame.entry].next = Int32(entries.count)
    if entries[frame.entry].kind == .object, frame.count > 1 { findDuplicates(in: frame) }
    state = .afterValue
  }

  /// Adds a node, and what is expected after it.
  mutating func append(
    _ kind: JSONStorage.Entry.Kind, from start: Int, to end: Int, isEscaped: Bool = false
  ) {
    guard entries.count < limits.nodes else {
      report(.jsonNodes, ["limit": .integer(Int64(limits.nodes))], at: start)
      isStopped = true
      return
    }
    let last = frames.count - 1
    entries.append(
      JSONStorage.Entry(
        kind: kind, isEscaped: isEscaped, start: Int32(start), end: Int32(end),
        next: Int32(entries.count + 1), parent: last < 0 ? -1 : Int32(frames[last].entry),
        ordinal: last < 0 ? 0 : frames[last].count))
    if kind == .key {
      state = .colon
    } else {
      if last >= 0 { frames[last].count += 1 }
      state = .afterValue
    }
  }
}
