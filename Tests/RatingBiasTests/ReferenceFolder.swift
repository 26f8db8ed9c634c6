import Foundation
import KinerjaCore
import KinerjaTables
import RatingBias
import Testing

/// The larger reference files, which lie in `shared/reference/ratings` beside the package or above it.
enum ReferenceFolder {
  static let absence: Comment =
    "skipped: no folder shared/reference/ratings beside the package or above it"

  static let url: URL? = {
    var folder = URL(filePath: #filePath)
    while folder.path.count > 1 {
      folder.deleteLastPathComponent()
      let candidate = folder.appending(path: "shared/reference/ratings")
      if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
    }
    return nil
  }()

  struct Expected: Decodable {
    struct Check: Decodable {
      let id: String
      let value: Double?
      let tolerance: Double
    }
    let checks: [Check]
  }

  static func checks(_ name: String) throws -> [Expected.Check] {
    let url = try #require(url).appending(path: "\(name).expected.json")
    return try JSONDecoder().decode(Expected.self, from: Data(contentsOf: url)).checks
  }

  /// The rows of a table, by column.
  static func rows(_ name: String) throws -> [[String: String]] {
    let url = try #require(url).appending(path: "\(name).csv")
    let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
    let names = try #require(lines.first).split(separator: ",").map(String.init)
    return lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Dictionary(uniqueKeysWithValues: zip(names, cells))
    }
  }

  /// The ratings of a table in long form, on the levels from the lowest to the highest that occurs.
  ///
  /// - Parameter time: The column of times, if raters are to be compared for the same time only.
  static func ratings(_ name: String, time: String? = nil) throws -> RatingSet {
    let url = try #require(url).appending(path: "\(name).csv")
    var layout = RatingLayout.long()
    layout.time = time
    layout.otherColumns = .ignored
    let table = try CSVReader(layout.csvLayout).read(path: url.path)
    let values = table.integers("rating").values
    let levels = Int(values.min() ?? 0)...Int(values.max() ?? 0)
    return try RatingSet(table, layout: layout, scale: Samples.scale(levels))
  }
}
