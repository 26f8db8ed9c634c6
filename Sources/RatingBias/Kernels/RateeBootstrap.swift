import KinerjaCore
import KinerjaTables

/// An estimate over ratees drawn again at random.
struct RateeBootstrap {
  static let leastRatees = 5

  let bootstrap: IntervalSettings.Bootstrap
  let level: Double
  let work: ParallelBlocks

  init(_ bootstrap: IntervalSettings.Bootstrap, level: Double, by work: ParallelBlocks) {
    self.bootstrap = bootstrap
    self.level = level
    self.work = work
  }

  /// The standard deviation of the estimate and its percentiles.
  ///
  /// - Parameters:
  ///   - ratees: The numbers of those who are drawn.
  ///   - rateeCount: Of all ratees.
  ///   - estimate: From how often each of all ratees was drawn; nil if there is none.
  func run(
    ratees: [Int32], of rateeCount: Int, _ estimate: @Sendable ([Int32]) -> Double?
  ) throws(CancellationError) -> (Double?, ConfidenceInterval?) {
    guard ratees.count >= Self.leastRatees else { return (nil, nil) }
    let stream = RandomStream(seed: bootstrap.seed)
    let found = try work.map(blocks: bootstrap.replicates) { replicate in
      let draws = stream.substream(replicate)
      var times = [Int32](repeating: 0, count: rateeCount)
      for draw in ratees.indices {
        times[Int(ratees[draws.integer(in: 0...(ratees.count - 1), at: draw)])] += 1
      }
      return estimate(times)
    }
    let values = found.compactMap(\.self).sorted()
    guard values.count * 20 >= found.count * 19, values[0] < values[values.count - 1] else {
      return (nil, nil)
    }
    func percentile(_ share: Double) -> Double {
      let place = share * Double(values.count - 1)
      let low = Int(place)
      let high = min(low + 1, values.count - 1)
      return values[low] + (place - Double(low)) * (values[high] - values[low])
    }
    return (
      Moments(found.compactMap(\.self)).standardDeviation,
      ConfidenceInterval(
        lower: percentile((1 - level) / 2), upper: percentile((1 + level) / 2), level: level)
    )
  }
}

extension AgreementUnits {
  /// The ratees with a unit that enters, ascending.
  var ratees: [Int32] {
    var ratees: [Int32] = []
    forEach(in: 0..<cells.unitCount) { unit, _ in
      if ratees.last != cells.ratee[unit] { ratees.append(cells.ratee[unit]) }
    }
    return ratees
  }
}
