/// A JSON text, read strictly (RFC 8259) and kept with the place of every value in it.
///
/// Two files that a lenient reader would take for different things are both refused: keys that
/// stand twice, bytes that are not UTF-8, halves of surrogate pairs, comments, trailing commas. A
/// UTF-8 byte order mark at the beginning is passed over, for Windows editors write one; it is
/// no column. Numbers keep their exact text.
public struct JSONDocument: Sendable {
  /// The outermost value.
  public let root: JSONNode

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - file: The name under which messages speak of it.
  ///   - limits: What the text may ask of the machine.
  /// - Throws: ``InvalidInput`` with every syntax problem found, each at its line and column, up
  ///   to a hundred; reading goes on after most of them.
  /// - Complexity: O(*n*) in the number of bytes.
  public init(
    _ bytes: [UInt8], file: String? = nil, limits: JSONLimits = JSONLimits()
  ) throws(InvalidInput) {
    try self.init(bytes, file: file, limits: limits, showsLines: true)
  }

  /// Reads a text.
  public init(
    _ text: String, file: String? = nil, limits: JSONLimits = JSONLimits()
  ) throws(InvalidInput) {
    try self.init(Array(text.utf8), file: file, limits: limits)
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: The file's path, which messages repeat as given.
  ///   - limits: What the text may ask of the machine; no more than that is read.
  /// - Throws: ``InvalidInput`` if the file is missing or cannot be read, or with every syntax
  ///   problem in it.
  public init(
    contentsOf path: String, limits: JSONLimits = JSONLimits()
  ) throws(InvalidInput) {
    let bytes = try InputFile.bytes(at: path, atMost: limits.bytes + 1)
    try self.init(bytes, file: path, limits: limits)
  }

  init(
    _ bytes: [UInt8], file: String?, limits: JSONLimits, showsLines: Bool
  ) throws(InvalidInput) {
    let place = SourcePlace(file: file)
    guard bytes.count <= limits.bytes else {
      throw InvalidInput(
        Diagnostic(.jsonSize, ["limit": .integer(Int64(limits.bytes))], at: place))
    }
    if Self.isUTF16(bytes) { throw InvalidInput(Diagnostic(.jsonUTF16, at: place)) }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let check = UTF8Check(bytes, from: start)
    var parser = JSONParser(bytes, from: start, limits: limits)
    for fault in check.faults { parser.problems.add(.jsonEncoding, at: fault) }
    parser.parse()
    guard parser.problems.isEmpty else {
      throw InvalidInput(
        parser.problems.diagnostics(file: file, lines: check.lines, bytes: bytes))
    }
    root = JSONNode(
      storage: JSONStorage(
        bytes: bytes, entries: parser.entries, lines: check.lines, file: file,
        showsLines: showsLines),
      index: 0)
  }

  /// Whether the text begins like UTF-16 or UTF-32: with their mark, or with a zero in its first
  /// character, which in JSON is ASCII.
  private static func isUTF16(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 2 else { return false }
    return bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
      || bytes[0] == 0 || bytes[1] == 0
  }
}
