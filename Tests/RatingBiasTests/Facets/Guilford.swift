import KinerjaCore
import RatingBias

/// Seven scientists rated by three on five traits, the example of the field's standard program.
///
/// Guilford, J. P. (1954): Psychometric Methods, second edition, page 282.
enum Guilford {
  static let ratees = ["Anne", "Betty", "Chris", "David", "Edward", "Fred", "George"]
  static let items = ["Attack", "Basis", "Clarity", "Daring", "Enthusiasm"]
  /// By rater, a row for each ratee and a column for each item.
  static let marks: KeyValuePairs<String, [[Int]]> = [
    "Avogadro": [
      [5, 5, 3, 5, 3], [9, 7, 5, 8, 5], [3, 3, 3, 7, 1], [7, 3, 1, 3, 3], [9, 7, 7, 8, 5],
      [3, 5, 3, 5, 1], [7, 7, 5, 5, 5],
    ],
    "Brahe": [
      [6, 5, 4, 6, 3], [8, 7, 5, 7, 2], [4, 5, 3, 6, 6], [5, 6, 4, 5, 5], [2, 4, 3, 2, 3],
      [4, 4, 6, 4, 2], [3, 3, 5, 5, 4],
    ],
    "Cavendish": [
      [5, 5, 5, 7, 3], [7, 7, 5, 7, 5], [3, 5, 5, 5, 5], [5, 3, 3, 3, 1], [9, 7, 7, 7, 7],
      [3, 3, 3, 5, 3], [7, 7, 7, 5, 7],
    ],
  ]

  static var ratings: [Rating] {
    get throws {
      var ratings: [Rating] = []
      for (rater, rows) in marks {
        for (ratee, row) in zip(ratees, rows) {
          for (item, mark) in zip(items, row) {
            ratings.append(
              Rating(
                ratee: try PersonID(ratee), rater: try PersonID(rater), item: try ItemID(item),
                value: mark))
          }
        }
      }
      return ratings
    }
  }

  static var set: RatingSet {
    get throws { try RatingSet(ratings, scale: Samples.scale(1...9)) }
  }
}
