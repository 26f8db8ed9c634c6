import Foundation
import Testing

/// The README's code is the code that compiles and runs.
@Suite struct ReadmeTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The lines between the markers of a snippet, moved to the margin.
  private static func snippet(in file: String) throws -> String {
    let lines = try text("Documentation/Examples/Readme/\(file)").split(
      separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasPrefix("  // snippet: ") })
    let end = try #require(lines.firstIndex { $0 == "  // end" })
    return lines[(start + 1)..<end].map { $0.isEmpty ? "" : String($0.dropFirst(2)) }
      .joined(separator: "\n")
  }

  @Test(arguments: ["Embedder.swift", "Researcher.swift", "Analyst.swift"])
  func `a snippet stands in the README as it compiles`(file: String) throws {
    let block = "```swift\nimport Kinerja\n\n\(try Self.snippet(in: file))\n```"
    #expect(try Self.text("README.md").contains(block))
  }

  @Test func `every product stands in the table of modules`() throws {
    let umbrella = try Self.text("Sources/Kinerja/Kinerja.swift")
    let readme = try Self.text("README.md")
    for line in umbrella.split(separator: "\n") {
      let module = try #require(line.split(separator: " ").last)
      #expect(readme.contains("| `\(module)` |"))
    }
  }
}
