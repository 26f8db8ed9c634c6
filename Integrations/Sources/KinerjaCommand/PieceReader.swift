import Foundation
import KinerjaCore

/// Reads a file or standard input in pieces that end with a line, so that a file of any length
/// needs little memory.
///
/// A line break inside quotation marks ends no piece.
struct PieceReader {
  /// Some whole lines.
  struct Piece {
    let bytes: [UInt8]
    /// How many lines come before it.
    let linesBefore: Int
  }

  private let handle: FileHandle
  private let quotesCount: Bool
  private var rest: [UInt8] = []
  private var linesBefore = 0
  private var isEnded = false
  private var hasGiven = false

  /// What messages call the input.
  let name: String
  /// The length of the file; nil for a stream.
  let length: Int?
  /// How many bytes were read.
  private(set) var position = 0

  private static let readSize = 1 << 20
  /// The longest line; an unclosed quotation mark costs no more.
  private static let longestPiece = 64 << 20
  private static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")

  /// Opens an input; "-" is standard input.
  init(path: String, quotesCount: Bool, in language: Language) throws(Stop) {
    self.quotesCount = quotesCount
    guard path != "-" else {
      handle = .standardInput
      name = "stdin"
      length = nil
      return
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
      !isFolder.boolValue, let handle = FileHandle(forReadingAtPath: path)
    else {
      let text = LocalizedText(
        id: "\(path): berkas ini tidak ditemukan atau tidak dapat dibaca; periksa namanya",
        en: "\(path): there is no such file, or it cannot be read; check its name")
      throw Stop(Stop.noInput, [text[language]])
    }
    self.handle = handle
    name = path
    let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    length = size ?? nil
  }

  /// The first byte that is no space, without taking it; nil for an empty input.
  mutating func firstByte() -> UInt8? {
    if rest.isEmpty { read() }
    let start = rest.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return rest.dropFirst(start).first { $0 > 0x20 }
  }

  /// The next piece; nil at the end.
  ///
  /// An empty input is one empty piece, so that its reader can say what it lacks.
  mutating func next() -> Piece? {
    while !isEnded {
      if rest.isEmpty { read() }
      if let end = lastLineEnd() { return take(end) }
      if rest.count > Self.longestPiece { return take(rest.count) }
      read()
    }
    if rest.isEmpty, hasGiven { return nil }
    return take(rest.count)
  }

  private mutating func read() {
    guard !isEnded, let data = try? handle.read(upToCount: Self.readSize), !data.isEmpty else {
      isEnded = true
      return
    }
    position += data.count
    rest += data
  }

  /// Behind the last line break outside quotation marks.
  private func lastLineEnd() -> Int? {
    guard quotesCount else { return rest.lastIndex(of: Self.newline).map { $0 + 1 } }
    var isQuoted = false
    var end: Int?
    for (index, byte) in rest.enumerated() {
      if byte == Self.quote { isQuoted.toggle() }
      if byte == Self.newline, !isQuoted { end = index + 1 }
    }
    return end
  }

  private mutating func take(_ end: Int) -> Piece {
    hasGiven = true
    let piece = Piece(bytes: Array(rest[..<end]), linesBefore: linesBefore)
    rest.removeFirst(end)
    linesBefore += piece.bytes.count { $0 == Self.newline }
    return piece
  }
}
