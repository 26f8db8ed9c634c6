import KinerjaCore
import KinerjaTables
import RuleLanguage

/// The synthetic population of the benchmark rule, in the narrowest columns that hold it.
enum ScoreOnePeople {
  private static let ranges: [ClosedRange<UInt64>] = [
    7000...13500, 6000...10500, 3500...7000, 2500...5500, 1500...3500, 2400...3600,
  ]
  private static let marks: ClosedRange<UInt64> = 55...100

  /// Input *k* of person *p* is draw 13*p* + *k* of the stream, reduced to its range.
  static func columns(_ count: Int, seed: UInt64) -> RuleColumns {
    let stream = RandomStream(seed: seed)
    func value(_ person: Int, _ k: Int, in range: ClosedRange<UInt64>) -> UInt64 {
      let span = range.upperBound - range.lowerBound + 1
      return range.lowerBound + stream.bits(at: 13 * person + k) % span
    }
    var columns: [StepID: RuleColumn] = [:]
    for (k, range) in ranges.enumerated() {
      let results = [Int16](unsafeUninitializedCapacity: count) { buffer, filled in
        for person in 0..<count {
          buffer.initializeElement(at: person, to: Int16(value(person, k, in: range)))
        }
        filled = count
      }
      columns[ScoreOne.name("a", k + 1)] = .numbers(results, decimals: 2)
    }
    for k in 6..<13 {
      let results = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        for person in 0..<count {
          buffer.initializeElement(at: person, to: UInt8(value(person, k, in: marks)))
        }
        filled = count
      }
      columns[ScoreOne.name("b", k - 5)] = .numbers(results)
    }
    return RuleColumns(count: count, columns)
  }
}
