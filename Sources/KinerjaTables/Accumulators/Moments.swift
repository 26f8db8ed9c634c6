/// Count, mean and variance of numbers seen one at a time, mergeable.
///
/// Numbers are added by Welford's recurrence and parts merged by the formulas of Chan, Golub and
/// LeVeque (1983, "Algorithms for computing the sample variance", equations 2.1), so that nothing is
/// lost where the mean is large beside the spread. Sums of doubles depend on their order in the last
/// bits: to get the same bits again, cut the data into the same blocks and merge them first to last,
/// as ``ParallelBlocks`` does at any number of threads.
public struct Moments: Sendable, Hashable, Codable {
  /// How many numbers were seen.
  public private(set) var count: Int
  /// The sum of the squared distances from the mean.
  public private(set) var squaredDistances: Double

  private var average: Double

  /// Creates moments of nothing.
  public init() {
    count = 0
    average = 0
    squaredDistances = 0
  }

  /// Creates the moments of numbers.
  public init(_ numbers: some Sequence<Double>) {
    self.init()
    for number in numbers { add(number) }
  }

  /// Adds a number.
  public mutating func add(_ number: Double) {
    count += 1
    let distance = number - average
    average += distance / Double(count)
    squaredDistances += distance * (number - average)
  }

  /// Adds the numbers that another value has seen, as if they came after those of this one.
  public mutating func merge(_ other: Moments) {
    guard other.count > 0 else { return }
    guard count > 0 else {
      self = other
      return
    }
    let (m, n) = (Double(count), Double(other.count))
    let distance = other.average - average
    count += other.count
    average += distance * (n / (m + n))
    squaredDistances += other.squaredDistances + distance * distance * (m * n / (m + n))
  }

  /// The mean; nothing if no number was seen.
  public var mean: Double? { count > 0 ? average : nil }

  /// The sample variance, over *n* − 1; nothing for fewer than two numbers.
  public var variance: Double? { count > 1 ? squaredDistances / Double(count - 1) : nil }

  /// The variance of the numbers as a whole population, over *n*; nothing if no number was seen.
  public var populationVariance: Double? { count > 0 ? squaredDistances / Double(count) : nil }

  /// The sample standard deviation; nothing for fewer than two numbers.
  public var standardDeviation: Double? { variance?.squareRoot() }
}
