import ArgumentParser
import Foundation
import KinerjaCore
import RatingBias

/// Why the command stops: what it says and the status it leaves, as `sysexits.h` has them.
struct Stop: Error {
  let status: Int32
  let lines: [String]

  static let dataError: Int32 = 65
  static let noInput: Int32 = 66
  static let cannotCreate: Int32 = 73
  static let outputError: Int32 = 74
  static let interrupted: Int32 = 130
  /// What a shell shows for a program that a closed pipe ended.
  static let closedPipe: Int32 = 141

  init(_ status: Int32, _ lines: [String] = []) {
    self.status = status
    self.lines = lines
  }

  /// Stops for everything wrong with some input.
  init(_ error: InvalidInput, in language: Language) {
    self.init(error.diagnostics, in: language)
  }

  init(_ problems: Diagnostics, in language: Language) {
    let isAbsent = problems.all.contains { $0.code.hasSuffix(".missing-file") }
    status = isAbsent ? Self.noInput : Self.dataError
    lines = InvalidInput(problems).report(in: language).split(separator: "\n").map(String.init)
  }

  /// Stops where a file holds too little for any answer.
  init(_ lacking: NotEnoughData, of path: String, in language: Language) {
    self.init(Self.dataError, ["\(path): \(lacking.sentence[language])"])
  }

  /// What a file system says about an output.
  init(_ status: Int32, path: String, _ language: Language) {
    let text = LocalizedText(
      id: "\(path): tidak dapat ditulis; periksa folder, izinnya, dan sisa ruang penyimpanan",
      en: "\(path): cannot be written; check the folder, its permissions and the space left")
    self.init(status, [text[language]])
  }
}

/// Does work that may refuse its input, and stops the command with all that is wrong.
func stopping<Value>(
  in language: Language, _ body: () throws(InvalidInput) -> Value
) throws(Stop) -> Value {
  do throws(InvalidInput) {
    return try body()
  } catch {
    throw Stop(error, in: language)
  }
}

/// What is said beside the output.
enum Console {
  /// Whether somebody sits at a terminal and may want to know how far the work is.
  static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

  static func error(_ line: String) { write(line + "\n") }

  static func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
