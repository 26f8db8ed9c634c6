import KinerjaCore
import RatingBias

/// Published tables of ratings.
enum AgreementSamples {
  /// Fleiss (1971), "Measuring Nominal Scale Agreement among Many Raters", Psychological Bulletin 76,
  /// 378–382, Table 1, thirty patients and six psychiatrists, as in the data set `diagnoses` of irr.
  static var fleiss: RatingSet {
    get throws { try Samples.table(digits(Self.diagnoses), scale: 1...5) }
  }

  private static let diagnoses = """
    444444 222555 233335 555555 222444 113333 333355 113334 114444 555555
    144444 124444 222333 144444 224445 333335 111455 111112 224444 133555
    555555 244444 224555 114444 144445 222224 111155 224444 133333 555555
    """

  /// Gwet (2014), *Handbook of Inter-Rater Reliability*, 4th edition: twelve subjects with gaps, as in
  /// the data set `cac.raw4raters` of irrCAC.
  static var gwet: RatingSet {
    get throws {
      try Samples.table(
        digits("1-1 232 333 333 222 234 444 121 222 555 -11 -3-"), scale: 1...5)
    }
  }

  /// Shrout and Fleiss (1979), "Intraclass Correlations", Psychological Bulletin 86, 420–428, Table 2:
  /// six persons and four judges.
  static var shroutFleiss: RatingSet {
    get throws {
      try Samples.table(
        [
          [9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7],
        ],
        scale: 1...10)
    }
  }

  /// Stuart (1953), Biometrika 40, 105–110: the vision of 7477 women, right eye by left eye.
  static var vision: RatingSet {
    get throws {
      try crossed([
        [1520, 266, 124, 66], [234, 1512, 432, 78], [117, 362, 1772, 205], [36, 82, 179, 492],
      ])
    }
  }

  /// Cohen (1968), "Weighted Kappa", Psychological Bulletin 70, 213–220, Table 1, for 200 persons.
  static var cohen: RatingSet {
    get throws { try crossed([[88, 10, 2], [14, 40, 6], [18, 10, 12]]) }
  }

  /// Ratees by the level that two raters gave.
  static func crossed(_ table: [[Int]]) throws -> RatingSet {
    var rows: [[Int?]] = []
    for (one, counts) in table.enumerated() {
      for (other, count) in counts.enumerated() {
        rows += Array(repeating: [one + 1, other + 1], count: count)
      }
    }
    return try Samples.table(rows, scale: 1...table.count)
  }

  /// A word for each ratee, a digit for each rater.
  static func digits(_ text: String) -> [[Int?]] {
    text.split(whereSeparator: \.isWhitespace).map { $0.map(\.wholeNumberValue) }
  }
}
