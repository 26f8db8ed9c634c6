import Foundation
import KinerjaCore

/// What came of one comparison with the reference.
struct Check {
  enum Verdict: String {
    case equal, differs
    /// Tools disagree, or a file's value is one tool's flaw; which way we chose stands beside it.
    case choice = "by choice"
  }

  let file: String
  let name: String
  let difference: Double?
  let tolerance: Double?
  let verdict: Verdict
  let remark: String

  /// One row of the table.
  var row: String {
    let found = difference.map { Self.short($0) } ?? "–"
    let allowed = tolerance.map { Self.short($0) } ?? "–"
    return "| \(file) | \(name) | \(found) | \(allowed) | \(verdict.rawValue) | \(remark) |"
  }

  private static func short(_ number: Double) -> String {
    number == 0 ? "0" : String(format: "%.1e", number)
  }
}

/// All comparisons, as they are made.
struct Checks {
  private(set) var all: [Check] = []

  /// Compares lists; where the file has null, nothing is expected either.
  mutating func compare(
    _ file: String, _ name: String, _ found: @autoclosure () throws -> [Double?],
    _ expected: [Double?], within tolerance: Double, _ remark: String = ""
  ) {
    let values: [Double?]
    do { values = try found() } catch {
      add(file, name, nil, tolerance, .differs, "refused: \(first(error))")
      return
    }
    let isSame =
      values.count == expected.count
      && zip(values, expected).allSatisfy { ($0 == nil) == ($1 == nil) }
    let differences = zip(values, expected).map { abs(($0 ?? 0) - ($1 ?? 0)) }
    let difference = isSame ? differences.max() ?? 0 : nil
    let isEqual = difference.map { $0 <= tolerance } ?? false
    add(file, name, difference, tolerance, isEqual ? .equal : .differs, remark)
  }

  /// Expects a refusal of the given kind.
  mutating func refuse(
    _ file: String, _ name: String, _ code: String, _ verdict: Check.Verdict, _ remark: String,
    _ body: () throws -> Void
  ) {
    do {
      try body()
      add(file, name, nil, nil, .differs, "not refused")
    } catch {
      let codes = (error as? InvalidInput)?.problems.map(\.code) ?? []
      add(
        file, name, nil, nil, codes == [code] ? verdict : .differs,
        codes == [code] ? remark : "refused with \(codes)")
    }
  }

  /// Records a choice between tools that disagree.
  mutating func add(
    _ file: String, _ name: String, _ difference: Double?, _ tolerance: Double?,
    _ verdict: Check.Verdict, _ remark: String
  ) {
    all.append(
      Check(
        file: file, name: name, difference: difference, tolerance: tolerance, verdict: verdict,
        remark: remark))
  }

  private func first(_ error: any Error) -> String {
    (error as? InvalidInput)?.problems.first?.sentence(in: .english) ?? "\(error)"
  }

  func count(_ verdict: Check.Verdict) -> Int { all.count { $0.verdict == verdict } }
}
