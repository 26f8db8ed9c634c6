/// Syntax problems by byte offset, turned into lines and columns once at the end.
struct JSONProblems {
  private struct Problem {
    let kind: DiagnosticKind
    var values: [String: DiagnosticValue]
    let offset: Int
    /// Another place that the message names as `{line}:{column}`.
    let otherOffset: Int?
    let path: DefinitionPath
  }

  private var kept: [Problem] = []
  private var omittedCount = 0

  var isEmpty: Bool { kept.isEmpty }
  var isFull: Bool { kept.count >= JSONLimits.problems }

  mutating func add(
    _ kind: DiagnosticKind, _ values: [String: DiagnosticValue] = [:], at offset: Int,
    seeing otherOffset: Int? = nil, path: DefinitionPath = []
  ) {
    guard !isFull else {
      omittedCount += 1
      return
    }
    kept.append(
      Problem(
        kind: kind, values: values, offset: offset, otherOffset: otherOffset, path: path))
  }

  /// All problems in the order of the text.
  func diagnostics(file: String?, lines: LineIndex, bytes: [UInt8]) -> Diagnostics {
    var result = Diagnostics(at: SourcePlace(file: file), limit: kept.count)
    let ordered = kept.enumerated().sorted {
      ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset)
    }
    for (_, problem) in ordered {
      var values = problem.values
      if let other = problem.otherOffset {
        let (line, column) = lines.position(of: other, in: bytes)
        values["line"] = .integer(Int64(line))
        values["column"] = .integer(Int64(column))
      }
      let (line, column) = lines.position(of: problem.offset, in: bytes)
      result.add(
        problem.kind, values, at: SourcePlace(line: line, column: column, path: problem.path))
    }
    result.addOmitted(errors: omittedCount)
    return result
  }

  /// The beginning of a text that a message shows; of what looks like a person's number, nothing.
  static func excerpt(_ text: String) -> String {
    let scalars = NationalPersonNumber.redacted(text).unicodeScalars
    return String(scalars.prefix(40)) + (scalars.dropFirst(40).isEmpty ? "" : "…")
  }
}
