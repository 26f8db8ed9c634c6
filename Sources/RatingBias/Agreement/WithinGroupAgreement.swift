public import KinerjaCore

/// How far the raters of each ratee agree, ratee by ratee, as where staff rate their superior.
public struct WithinGroupAgreement: Sendable, Hashable {
  /// The raters of one ratee.
  public struct Group: Sendable, Hashable {
    /// Who was rated.
    public let ratee: PersonID
    /// For which time; nil if ratings have none.
    public let time: Int?
    /// The agreement; not enough data with fewer than two raters who rated all items.
    public let answer: Answer<Estimate>
  }

  /// How far one ratee's raters agree.
  public struct Estimate: Sendable, Hashable {
    /// *r*wg of one item, *r*wg(j) of several (James, Demaree and Wolf 1984).
    ///
    /// From 0, as much spread as by chance or more, to 1, none.
    public let rwg: Double
    /// *r*wg of the raters' means over items.
    public let rwgOfMeans: Double
    /// The average deviation around the mean of each item, in points (Burke, Finkelstein and Dusig
    /// 1999); 0 is perfect.
    public let averageDeviationInPoints: Double
    /// *a*wg (Brown and Hauenstein 2005), from −1 to 1, the mean over items that allow it.
    ///
    /// It asks how far ratings could have spread around their mean. Nil if no item allows it, as where
    /// means lie next to an end.
    public let awg: Double?
    /// Raters who rated all items.
    public let raterCount: Int
  }

  /// The ratees who were rated at all, in the order of identifiers, then of times.
  public let groups: [Group]
  /// ICC(1) of the means over items (Bliese 2000): how much of a rating is the ratee's; with the mean
  /// number of raters for unequal groups.
  public let icc1: Answer<Double>
  /// ICC(2) of the means over items (Bliese 2000): how reliable the ratee's mean is.
  public let icc2: Answer<Double>
  /// The variance that ratings by chance have, in squared points.
  public let chanceVariance: Double

  /// The group of a ratee; nil if nobody rated the ratee.
  ///
  /// - Parameters:
  ///   - ratee: Who was rated.
  ///   - time: For which time; the first if not given.
  public subscript(ratee: PersonID, at time: Int? = nil) -> Answer<Estimate>? {
    groups.first { $0.ratee == ratee && (time == nil || $0.time == time) }?.answer
  }
}

extension RatingSet {
  /// Measures how far the raters of each ratee agree, for each time apart.
  ///
  /// Raters who lack an item are left out; so are ratings that people gave themselves.
  ///
  /// - Parameters:
  ///   - item: The only item looked at; nil for all that are rated at all.
  ///   - chanceVariance: The variance of ratings by chance, in squared points, positive and finite; nil
  ///     for that of levels given equally often, which is (*A*² − 1)∕12 for *A* levels 1 apart. Ratings
  ///     by chance that lean to one side have less: 1.34 on five levels for shares of 0.05, 0.15, 0.20,
  ///     0.35, 0.25 (LeBreton and Senter 2008), and so less agreement; show both.
  /// - Throws: `InvalidInput` if the variance is none.
  /// - Complexity: O(*n*).
  public func withinGroupAgreement(
    on item: ItemID? = nil, chanceVariance: Double? = nil
  ) throws(InvalidInput) -> WithinGroupAgreement {
    let span = levelValues.last.map { $0 - levelValues[0] } ?? 0
    let variance = chanceVariance ?? levelVariance
    var problems = Diagnostics()
    problems.checkSetting("chanceVariance", variance, in: 0...span * span, isOpen: true)
    try problems.throwIfAny()
    let others = comparable
    let (ratees, times) = (others.ratees, others.times)
    let profiles = Profiles(others, on: item)
    let ends = (low: levelValues[0], high: levelValues[levelValues.count - 1])
    let groups = (0..<profiles.rateeCount).map { place in
      let own = profiles.profiles(of: place)
      let answer: Answer<WithinGroupAgreement.Estimate> =
        own.count > 1
        ? .estimate(
          .init(profiles, own, ends: ends, chanceVariance: variance))
        : .notEnough(NotEnoughData(.raters, needed: 2, found: own.count))
      return WithinGroupAgreement.Group(
        ratee: ratees[Int(profiles.ratee[place])],
        time: profiles.time[place] < 0 ? nil : times[Int(profiles.time[place])], answer: answer)
    }
    let squares = GroupSquares(profiles)
    return WithinGroupAgreement(
      groups: groups, icc1: squares.answer(\.icc1), icc2: squares.answer(\.icc2),
      chanceVariance: variance)
  }

  /// The variance of the levels' values, each given equally often.
  private var levelVariance: Double {
    let mean = levelValues.reduce(0, +) / Double(levelValues.count)
    return levelValues.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(levelValues.count)
  }
}

extension WithinGroupAgreement.Estimate {
  fileprivate init(
    _ profiles: Profiles, _ own: Range<Int>, ends: (low: Double, high: Double),
    chanceVariance: Double
  ) {
    let items = (0..<profiles.itemCount).map { item in
      own.map { profiles.values[$0 * profiles.itemCount + item] }
    }
    let spread = GroupSpread(items, ends: ends, chanceVariance: chanceVariance)
    rwg = spread.rwg
    rwgOfMeans =
      GroupSpread([own.map(profiles.score)], ends: ends, chanceVariance: chanceVariance).rwg
    averageDeviationInPoints = spread.averageDeviation
    awg = spread.awg
    raterCount = own.count
  }
}

/// Mean squares between and within all groups, those of one rater among them.
private struct GroupSquares {
  let groupCount: Int
  let scoreCount: Int
  private var between = 0.0
  private var within = 0.0

  init(_ profiles: Profiles) {
    let groups = (0..<profiles.rateeCount).map(profiles.profiles(of:)).filter { !$0.isEmpty }
    groupCount = groups.count
    scoreCount = groups.reduce(0) { $0 + $1.count }
    var all = 0.0
    for group in groups { all = group.reduce(all) { $0 + profiles.score(of: $1) } }
    let grand = all / Double(max(1, scoreCount))
    for group in groups {
      let scores = group.map(profiles.score)
      let mean = scores.reduce(0, +) / Double(scores.count)
      between += Double(scores.count) * (mean - grand) * (mean - grand)
      within = scores.reduce(within) { $0 + ($1 - mean) * ($1 - mean) }
    }
    between /= Double(groupCount - 1)
    within /= Double(scoreCount - groupCount)
  }

  var icc1: Double {
    let size = Double(scoreCount) / Double(groupCount)
    return (between - within) / (between + (size - 1) * within)
  }
  var icc2: Double { (between - within) / between }

  func answer(_ value: KeyPath<GroupSquares, Double>) -> Answer<Double> {
    if let lacking = NotEnoughData.first([
      (.sharedRatees, 2, groupCount), (.raters, 2, scoreCount > groupCount ? 2 : 1),
    ]) {
      return .notEnough(lacking)
    }
    let found = self[keyPath: value]
    return found.isFinite
      ? .estimate(found) : .notEnough(NotEnoughData(.differentRatings, needed: 2, found: 1))
  }
}
