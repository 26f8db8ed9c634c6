public import KinerjaCore

/// How personal ratings go with outcomes of units: a report beside the scores, never part of one.
public struct UnitAssociationResult: Sendable, Hashable {
  /// One unit.
  public struct Unit: Sendable, Hashable {
    /// The unit.
    public let unit: UnitID
    /// Persons rated.
    public let personCount: Int
    /// Of their ratings.
    public let meanRating: Double
    /// The unit's outcome.
    public let outcome: Double
    /// Its rank by ratings, 1 for the lowest.
    public let rankByRating: Double
    /// Its rank by outcome, 1 for the lowest.
    public let rankByOutcome: Double

    /// By how many ranks its ratings stand above its outcome.
    public var rankGap: Double { rankByRating - rankByOutcome }
  }

  /// The units with enough persons, in the order of identifiers.
  public let units: [Unit]
  /// Between the mean ratings of units and their outcomes: Spearman's rank correlation.
  public let betweenUnits: AssociationEstimate
  /// Between the mean ratings of units and the means of personal achievement: Spearman's rank
  /// correlation; nil if too few are known.
  public let achievementBetweenUnits: AssociationEstimate?
  /// Between ratings and personal achievement of persons of the same unit: Pearson's correlation of
  /// deviations from the unit's means; nil if too few are known.
  ///
  /// It may be strong where ``betweenUnits`` is weak and the other way round (Robinson 1950): what holds
  /// of units does not hold of persons.
  public let achievementWithinUnits: AssociationEstimate?
  /// The share of the variance of ratings that lies between units, ICC(1); below 0 if units differ less
  /// than chance would have it, nil if nothing differs.
  public let shareBetweenUnits: Double?
  /// Persons without a rating or whose unit has no outcome or too few persons.
  public let leftOutPersonCount: Int
  /// Units with an outcome but with too few persons.
  public let leftOutUnitCount: Int

  /// The report in words.
  public func sentence(outcome: LocalizedText) -> LocalizedText {
    .withMarks { mark in
      let figure = betweenUnits.value.twoDecimals(mark) + betweenUnits.interval.inBrackets(mark)
      let p = betweenUnits.pValue.probability(mark)
      let share = shareBetweenUnits.map { max(0, $0).percent(mark) }
      let within = achievementWithinUnits.map {
        $0.value.twoDecimals(mark) + $0.interval.inBrackets(mark)
      }
      return LocalizedText(
        id: """
          Pada \(units.count) unit, peringkat rata-rata nilai pegawai dan \(outcome.indonesian) \
          berkorelasi \(figure), p \(p).\
          \(share.map { " \($0) perbedaan nilai terletak di antara unit." } ?? "")\
          \(within.map { " Di dalam unit, nilai dan capaian pribadi berkorelasi \($0)." } ?? "") \
          Ini hubungan, bukan sebab; hasil unit tidak masuk ke nilai siapa pun kecuali aturan \
          menyebutnya.
          """,
        en: """
          Over \(units.count) units, the ranks of mean ratings and of \(outcome.english) correlate by \
          \(figure), p \(p).\
          \(share.map { " \($0) of the differences of ratings lie between units." } ?? "")\
          \(within.map { " Within units, ratings and personal achievement correlate by \($0)." } ?? "") \
          This is association, not cause; the outcome of a unit enters nobody's score unless a rule \
          names it.
          """)
    }
  }
}
