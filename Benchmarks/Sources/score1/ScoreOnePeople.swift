import BenchmarkRules
import KinerjaCore
import KinerjaTables
import RuleLanguage

/// The synthetic population of the benchmark rule, in the narrowest columns that hold it.
enum ScoreOnePeople {
  /// Input *k* of person *p* is draw 13*p* + *k* of the stream, reduced to its range.
  static func columns(_ count: Int, seed: UInt64) -> RuleColumns {
    let stream = RandomStream(seed: seed)
    func value(_ person: Int, _ k: Int) -> UInt64 {
      let range = ScoreOne.range(of: k)
      let span = range.upperBound - range.lowerBound + 1
      return range.lowerBound + stream.bits(at: 13 * person + k) % span
    }
    var columns: [StepID: RuleColumn] = [:]
    for k in 0..<6 {
      let results = [Int16](unsafeUninitializedCapacity: count) { buffer, filled in
        for person in 0..<count {
          buffer.initializeElement(at: person, to: Int16(value(person, k)))
        }
        filled = count
      }
      columns[ScoreOne.names[k]] = .numbers(results, decimals: 2)
    }
    for k in 6..<13 {
      let results = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        for person in 0..<count {
          buffer.initializeElement(at: person, to: UInt8(value(person, k)))
        }
        filled = count
      }
      columns[ScoreOne.names[k]] = .numbers(results)
    }
    return RuleColumns(count: count, columns: columns)
  }
}
