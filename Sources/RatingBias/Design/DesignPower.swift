public import KinerjaCore
import KinerjaNumerics

/// What chance a design gives to find an effect of a rater, before anybody rates.
///
/// A rating that *m* raters share tells of one of them 1 − 1∕*m*: the rest goes into the ratee's own
/// level. A rating that nobody shares tells nothing, however many there are. Where raters are mixed well,
/// errors are those of least squares over the whole design; a design of few links is worse than said.
///
/// ```swift
/// let power = DesignPower(.severity, of: .logits(0.8, categoryCount: 3)).raters(in: ratings)
/// ```
public struct DesignPower: Sendable, Hashable {
  /// What is sought.
  public enum Effect: Sendable, Hashable {
    /// How severe a rater is beside the mean of colleagues.
    case severity
    /// How much more severe a rater is at the last time than at the first.
    case drift
    /// How much more severe a rater is to those of one label than to others: the name of the group and
    /// its label.
    case group(String, label: String)
  }

  /// How large it is, and how much one rating errs in the same unit.
  public struct Size: Sendable, Hashable {
    /// In points or in logits, positive.
    public let value: Double
    /// The standard deviation of one rating about its expectation, in the same unit; positive.
    public let ratingError: Double

    /// An effect in points of the scale.
    ///
    /// - Parameters:
    ///   - value: How large it is, positive.
    ///   - ratingError: The standard deviation of a rating about what ratee and item let expect, as of
    ///     ratings of former rounds.
    public static func points(_ value: Double, ratingError: Double) -> Size {
      Size(value: value, ratingError: ratingError)
    }

    /// An effect in logits of the many-facet model.
    ///
    /// A rating's information is its variance, about 0.2 for two categories, 0.4 for three, 0.6 from four
    /// on: means over persons who spread by one logit where thresholds lie 1.5 logits apart.
    public static func logits(_ value: Double, categoryCount: Int) -> Size {
      let information = 0.2 * Double(min(max(categoryCount, 2), 4) - 1)
      return Size(value: value, ratingError: 1 / information.squareRoot())
    }
  }

  /// What the design gives one rater.
  public struct Rater: Sendable, Hashable {
    /// The rater.
    public let rater: PersonID
    /// Ratings given.
    public let ratingCount: Int
    /// Ratings' worth that tells of the effect: below the count, since ratees have to be estimated too.
    public let information: Double
    /// Of the effect, in its unit; infinite if nothing tells of it.
    public let standardError: Double
    /// The chance of flagging the effect, from 0 to 1.
    public let power: Double
    /// Ratings of the same kind that would flag it with the chance wanted; nil if no number would, since
    /// the rater shares nothing, or since the effect lies inside the gate.
    public let neededRatingCount: Int?
  }

  /// What is sought.
  public let effect: Effect
  /// How large it is.
  public let size: Size
  /// How it will be tested.
  public let test: EffectTest
  /// The *p* value at which a rater is flagged, between 0 and 1; with many raters, that of the strictest
  /// step of the control.
  public let level: Double
  /// The chance wanted, between ``level`` and 1.
  public let wanted: Double

  /// Asks about an effect.
  ///
  /// - Parameters:
  ///   - effect: What is sought.
  ///   - size: How large it is.
  ///   - test: How it will be tested; nil for a test that there is none.
  ///   - level: The *p* value at which a rater is flagged, between 0 and 1.
  ///   - wanted: The chance wanted, between the level and 1.
  public init(
    _ effect: Effect, of size: Size, test: EffectTest? = nil, level: Double = 0.05,
    wanted: Double = 0.8
  ) {
    self.effect = effect
    self.size = size
    self.test = test ?? EffectTest(gate: 0, hypothesis: .noEffect)
    self.level = level
    self.wanted = wanted
  }

  /// The chances of each rater, in the order of identifiers.
  ///
  /// - Parameter ratings: Ratings, or a plan of them; levels play no part.
  /// - Complexity: O(*n*).
  public func raters(in ratings: RatingSet) -> [Rater] {
    let others = ratings.withoutSelfRatings
    let sums = EffectInformation(others, effect: effect)
    let enough = test.largestError(for: size.value, power: wanted, level: level)
    return others.raters.indices.filter { sums.counts[$0] > 0 }.map { rater in
      let information = sums.information(of: rater)
      let error = information > 0 ? size.ratingError / information.squareRoot() : .infinity
      let needed = enough.flatMap { enough -> Int? in
        guard information > 0 else { return nil }
        let ratio = error / enough
        return Int(min(Double(sums.counts[rater]) * ratio * ratio, 1e15).rounded(.up))
      }
      return Rater(
        rater: others.raters[rater], ratingCount: sums.counts[rater], information: information,
        standardError: error,
        power: information > 0
          ? test.power(at: size.value, standardError: error, level: level) : 0,
        neededRatingCount: needed)
    }
  }
}

extension DesignPower.Rater {
  /// The chance in words.
  public var sentence: LocalizedText {
    .withMarks { mark in
      let chance = power.percent(mark)
      guard information > 0 else {
        return LocalizedText(
          id: """
            Penilai \(rater.text): tidak ada pegawai yang juga dinilai orang lain; berapa pun \
            nilainya, pengaruh ini tidak akan terlihat.
            """,
          en: """
            Rater \(rater.text): shares no ratee with anybody; no number of ratings would show the \
            effect.
            """)
      }
      return LocalizedText(
        id: """
          Penilai \(rater.text): \(ratingCount) nilai memberi peluang \(chance) untuk melihat \
          pengaruh ini\(neededRatingCount.map { "; diperlukan sekitar \($0) nilai" } ?? "").
          """,
        en: """
          Rater \(rater.text): \(ratingCount) ratings give a chance of \(chance) to see the effect\
          \(neededRatingCount.map { "; about \($0) are needed" } ?? "").
          """)
    }
  }
}

/// What ratings tell of an effect, summed by rater.
private struct EffectInformation {
  private(set) var counts: [Int]
  private var weights: [Double]
  // Σ of weights times the place in time, or of those of the label, and of its square.
  private var first: [Double]
  private var second: [Double]
  private let isSeverity: Bool

  init(_ ratings: RatingSet, effect: DesignPower.Effect) {
    let cells = ratings.cells
    counts = [Int](repeating: 0, count: ratings.raterCount)
    weights = [Double](repeating: 0, count: ratings.raterCount)
    (first, second) = (weights, weights)
    isSeverity = effect == .severity
    let spans = effect == .drift ? Self.spans(ratings) : []
    var group: RatingGroup?
    var label = ""
    if case .group(let name, let wanted) = effect {
      (group, label) = (ratings.groups[name], wanted)
    }
    let times = ratings.times
    for unit in 0..<cells.unitCount {
      let range = cells.ratings(of: unit)
      let weight = 1 - 1 / Double(range.count)
      for rating in range {
        let rater = Int(cells.rater[rating])
        counts[rater] += 1
        var place = 0.0
        switch effect {
        case .severity: break
        case .drift:
          let time = cells.time(of: unit)
          guard time >= 0, let span = spans[rater], span.last > span.first else { continue }
          place =
            (Double(times[Int(time)]) - span.first) / (span.last - span.first)
        case .group:
          guard let own = group?[rating] else { continue }
          place = own == label ? 1 : 0
        }
        weights[rater] += weight
        first[rater] += weight * place
        second[rater] += weight * place * place
      }
    }
  }

  /// In ratings that nothing else has to be estimated from.
  func information(of rater: Int) -> Double {
    guard weights[rater] > 0 else { return 0 }
    if isSeverity { return weights[rater] }
    // What is left once the rater's own severity is estimated.
    let left = second[rater] - first[rater] * first[rater] / weights[rater]
    return left > 1e-9 * weights[rater] ? left : 0
  }

  /// By rater, the first and the last time.
  private static func spans(_ ratings: RatingSet) -> [(first: Double, last: Double)?] {
    let cells = ratings.cells
    var spans = [(first: Double, last: Double)?](repeating: nil, count: ratings.raterCount)
    let times = ratings.times.map(Double.init)
    for unit in 0..<cells.unitCount where cells.time(of: unit) >= 0 {
      let time = times[Int(cells.time(of: unit))]
      for rating in cells.ratings(of: unit) {
        let rater = Int(cells.rater[rating])
        let span = spans[rater] ?? (time, time)
        spans[rater] = (min(span.first, time), max(span.last, time))
      }
    }
    return spans
  }
}
