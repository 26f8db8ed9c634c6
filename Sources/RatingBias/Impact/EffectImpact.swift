public import KinerjaCore
import KinerjaNumerics
import KinerjaTables

/// Who would be in another category without an effect of raters, and how surely.
///
/// It answers what an effect matters; it changes no score. An effect is an estimate about a rater, never
/// proof about one person's rating: what follows from it is for the calibration forum to decide.
public struct EffectImpact: Sendable, Hashable {
  /// What a rater adds to every rating, in points of the scale.
  public struct Shift: Sendable, Hashable {
    /// Points; positive is lenient.
    public let points: Double
    /// Of ``points``.
    public let standardError: Double

    /// Creates a shift.
    public init(points: Double, standardError: Double) {
      self.points = points
      self.standardError = standardError
    }
  }

  /// A person who would be in another category.
  public struct Change: Sendable, Hashable {
    /// The person.
    public let ratee: PersonID
    /// For which time; nil where none is known.
    public let time: Int?
    /// The category as it is.
    public let category: LocalizedText
    /// The category that is likeliest otherwise.
    public let otherCategory: LocalizedText
    /// The score as it is.
    public let score: Double
    /// The score without the estimated effect.
    public let otherScore: Double
    /// The chance of another category, given how uncertain the effect is.
    public let chance: Double
  }

  /// Those who would more likely than ``leastChance`` be in another category, the likeliest first.
  public let changes: [Change]
  /// Persons, each as often as there are times, whose score was looked at.
  public let scoreCount: Int
  /// Persons among them whom a rater with a shift rated.
  public let touchedCount: Int
  /// The least chance of a change that is listed.
  public let leastChance: Double

  /// Takes an effect off ratings, and off scores and categories made of them.
  ///
  /// Each rating becomes the rating less the rater's shift, within the ends of the scale. How surely a
  /// category changes is counted over 200 values of each shift that lie as its error lets them, always the
  /// same ones.
  ///
  /// - Parameters:
  ///   - shifts: By rater; raters without one are left as they are.
  ///   - ratings: The ratings; those that people gave themselves are left out.
  ///   - bands: The categories.
  ///   - leastChance: From 0 to 1.
  ///   - score: The score from mean ratings by item, in points of the scale; their mean unless given.
  /// - Complexity: 200 scores for each person whom a rater with a shift rated.
  public init(
    of shifts: [PersonID: Shift], on ratings: RatingSet, bands: ScoreBands,
    leastChance: Double = 0.5, score: ([ItemID: Double]) -> Double = EffectImpact.meanOfItems
  ) {
    let ratings = ratings.withoutSelfRatings
    let shifted = ratings.raters.map { shifts[$0] }
    let draws = ShiftDraws(shifted)
    var changes: [Change] = []
    var (scores, touched) = (0, 0)
    for person in RatedPerson.all(in: ratings) {
      scores += 1
      guard person.ratings.contains(where: { shifted[$0.rater] != nil }) else { continue }
      touched += 1
      let range = ratings.scale.values
      func result(_ shift: (Int) -> Double) -> Double {
        score(
          person.itemMeans(
            ratings.items, Double(range.lowerBound)...Double(range.upperBound), shift))
      }
      let now = result { _ in 0 }
      let category = bands.band(of: now)
      var tally = [Int](repeating: 0, count: bands.bands.count)
      for draw in 0..<ShiftDraws.count {
        tally[bands.band(of: result { draws.shift(of: $0, draw) })] += 1
      }
      tally[category] = 0
      let chance = Double(tally.reduce(0, +)) / Double(ShiftDraws.count)
      guard chance > 0, chance >= leastChance, let most = tally.max(),
        let other = tally.firstIndex(of: most)
      else { continue }
      changes.append(
        Change(
          ratee: ratings.ratees[person.ratee],
          time: person.time < 0 ? nil : ratings.times[person.time],
          category: bands.bands[category].label, otherCategory: bands.bands[other].label,
          score: now, otherScore: result { shifted[$0]?.points ?? 0 }, chance: chance))
    }
    // In the order of persons where chances are the same.
    self.changes = changes.enumerated().sorted {
      ($1.element.chance, $0.offset) < ($0.element.chance, $1.offset)
    }.map(\.element)
    scoreCount = scores
    touchedCount = touched
    self.leastChance = leastChance
  }

  /// Takes the leniency of raters off.
  ///
  /// - Parameters:
  ///   - effect: Leniency by colleagues or by a reference.
  ///   - ratings: The ratings from which scores come.
  ///   - bands: The categories of scores.
  ///   - flaggedOnly: Whether raters who are not flagged are left as they are.
  ///   - leastChance: The chance of another category from which a change is told, from 0 to 1.
  ///   - score: A score from the mean rating of each item.
  /// - Returns: Nil if the effect is not one that every rating of a rater shares.
  public init?(
    of effect: RaterEffect, on ratings: RatingSet, bands: ScoreBands, flaggedOnly: Bool = true,
    leastChance: Double = 0.5, score: ([ItemID: Double]) -> Double = EffectImpact.meanOfItems
  ) {
    guard effect.kind == .leniency || effect.kind == .leniencyByReference else { return nil }
    var shifts: [PersonID: Shift] = [:]
    for rater in effect.raters {
      guard let estimate = rater.answer.estimate else { continue }
      guard estimate.significance.isFlagged || !flaggedOnly else { continue }
      shifts[rater.rater] = Shift(
        points: estimate.size, standardError: estimate.standardError)
    }
    self.init(of: shifts, on: ratings, bands: bands, leastChance: leastChance, score: score)
  }

  /// The mean over items.
  public static func meanOfItems(_ means: [ItemID: Double]) -> Double {
    means.keys.sorted().reduce(0) { $0 + (means[$1] ?? 0) } / Double(max(1, means.count))
  }
}

extension EffectImpact {
  /// What it comes to, in a sentence.
  public var summary: LocalizedText {
    LocalizedText(
      id: """
        Tanpa pengaruh penilai, \(changes.count) dari \(scoreCount) hasil kemungkinan masuk kategori \
        lain. Tidak ada skor yang diubah.
        """,
      en: """
        Without the raters' effect \(changes.count) of \(scoreCount) results would likely be in \
        another category. No score was changed.
        """)
  }
}

extension EffectImpact.Change {
  /// The change as a sentence.
  public var sentence: LocalizedText {
    let per = Int((chance * 100).rounded())
    let when = time.map { " (\($0))" } ?? ""
    return LocalizedText.withMarks { mark in
      LocalizedText(
        id: """
          \(ratee)\(when): \(category.indonesian) dengan skor \(score.twoDecimals(mark)); tanpa pengaruh \
          penilai skornya sekitar \(otherScore.twoDecimals(mark)) dan kategorinya dapat menjadi \
          \(otherCategory.indonesian) (peluang berubah \(per)%). Bahas dalam forum kalibrasi.
          """,
        en: """
          \(ratee)\(when): \(category.english) with a score of \(score.twoDecimals(mark)); without the \
          rater's effect the score is about \(otherScore.twoDecimals(mark)) and the category may be \
          \(otherCategory.english) (chance of a change \(per)%). Discuss it in the calibration forum.
          """)
    }
  }
}

/// What one person was given for one time.
struct RatedPerson {
  let ratee: Int
  let time: Int
  fileprivate(set) var ratings: [(item: Int, rater: Int, value: Double)] = []

  static func all(in ratings: RatingSet) -> [RatedPerson] {
    let cells = ratings.cells
    let values = ratings.levelValues
    var people: [RatedPerson] = []
    var places: [Int: Int] = [:]
    for unit in 0..<cells.unitCount {
      let (ratee, time) = (Int(cells.ratee[unit]), Int(cells.time(of: unit)))
      if people.last?.ratee != ratee { places = [:] }
      if places[time] == nil {
        places[time] = people.count
        people.append(RatedPerson(ratee: ratee, time: time))
      }
      guard let place = places[time] else { continue }
      for rating in cells.ratings(of: unit) {
        people[place].ratings.append(
          (
            Int(cells.item[unit]), Int(cells.rater[rating]), values[Int(cells.level[rating])]
          ))
      }
    }
    return people
  }

  /// Mean ratings by item, with shifts of raters taken off.
  func itemMeans(
    _ items: [ItemID], _ scale: ClosedRange<Double>, _ shift: (_ rater: Int) -> Double
  ) -> [ItemID: Double] {
    var sums: [ItemID: (count: Double, sum: Double)] = [:]
    for rating in ratings {
      let value = min(max(rating.value - shift(rating.rater), scale.lowerBound), scale.upperBound)
      let before = sums[items[rating.item]] ?? (0, 0)
      sums[items[rating.item]] = (before.count + 1, before.sum + value)
    }
    return sums.mapValues { $0.sum / $0.count }
  }
}

/// Values of each rater's shift that lie as its error lets them, in an order of its own.
private struct ShiftDraws {
  static let count = 200
  private let shifts: [[Double]]

  init(_ raters: [EffectImpact.Shift?]) {
    let quantiles = (0..<Self.count).map {
      NormalDistribution.quantile((Double($0) + 0.5) / Double(Self.count))
    }
    let stream = RandomStream(seed: 6)
    shifts = raters.enumerated().map { rater, shift in
      guard let shift else { return [] }
      return stream.substream(rater).shuffled(quantiles, at: 0)
        .map { shift.points + shift.standardError * $0 }
    }
  }

  func shift(of rater: Int, _ draw: Int) -> Double {
    shifts[rater].isEmpty ? 0 : shifts[rater][draw]
  }
}
