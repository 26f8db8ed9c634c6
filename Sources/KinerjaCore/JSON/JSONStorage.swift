/// A parsed text: its bytes and a flat table of its nodes, in the order of the text.
///
/// Nodes are numbers into the table, so that a million of them cost no reference counting, and
/// lines, columns and paths are worked out only for the few that a message names.
final class JSONStorage: Sendable {
  let bytes: [UInt8]
  let entries: [Entry]
  let lines: LineIndex
  let file: String?
  /// Whether places name lines; not for text that no person has seen.
  let showsLines: Bool

  init(bytes: [UInt8], entries: [Entry], lines: LineIndex, file: String?, showsLines: Bool) {
    self.bytes = bytes
    self.entries = entries
    self.lines = lines
    self.file = file
    self.showsLines = showsLines
  }

  /// One node; a key is an entry of its own, right before its value.
  struct Entry: Sendable {
    enum Kind: UInt8 { case null, `true`, `false`, number, string, array, object, key }

    var kind: Kind
    /// Whether a text or key has escapes and must be unescaped to be read.
    var isEscaped = false
    /// The bytes of the node: with brackets, without quotation marks.
    var start: Int32
    var end: Int32
    /// The entry after this one and all beneath it.
    var next: Int32
    /// The array or object around it, −1 for the root.
    var parent: Int32
    /// The place among the children of the parent, counted from 0; a key shares its value's.
    var ordinal: Int32
  }

  func text(of entry: Entry) -> String {
    Self.text(of: entry, in: bytes)
  }

  static func text(of entry: Entry, in bytes: [UInt8]) -> String {
    let range = Int(entry.start)..<Int(entry.end)
    return entry.isEscaped
      ? JSONEscapes.unescaped(bytes[range]) : String(decoding: bytes[range], as: UTF8.self)
  }

  static func path(to index: Int, entries: [Entry], bytes: [UInt8]) -> DefinitionPath {
    var components: [DefinitionPath.Component] = []
    var index = index
    while index >= 0 {
      let entry = entries[index]
      let parent = Int(entry.parent)
      guard parent >= 0 else { break }
      if entries[parent].kind == .array {
        components.append(.index(Int(entry.ordinal)))
      } else {
        let key = entry.kind == .key ? entry : entries[index - 1]
        components.append(.key(NationalPersonNumber.redacted(text(of: key, in: bytes))))
      }
      index = parent
    }
    return DefinitionPath(components.reversed())
  }

  func place(of index: Int) -> SourcePlace {
    let path = Self.path(to: index, entries: entries, bytes: bytes)
    guard showsLines else { return SourcePlace(file: file, path: path) }
    let entry = entries[index]
    // A text begins at its quotation mark for whoever looks for it.
    let isQuoted = entry.kind == .string || entry.kind == .key
    let (line, column) = lines.position(of: Int(entry.start) - (isQuoted ? 1 : 0), in: bytes)
    return SourcePlace(file: file, line: line, column: column, path: path)
  }
}
