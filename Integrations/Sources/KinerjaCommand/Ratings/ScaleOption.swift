import ArgumentParser
import KinerjaCore
import KinerjaTables

/// The levels of a scale as an option: the lowest and the highest value, such as 1-5.
struct ScaleOption: ExpressibleByArgument {
  let values: ClosedRange<Int>

  init?(argument: String) {
    let ends = argument.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let low = Int(ends[0]), let high = Int(ends[1]), low < high else {
      return nil
    }
    values = low...high
  }

  /// A scale of whole numbers, each labelled by itself.
  static func scale(_ values: ClosedRange<Int>) throws(InvalidInput) -> RatingScale {
    try RatingScale(
      "file",
      levels: values.map { ScaleLevel(value: $0, label: LocalizedText(same: "\($0)")) })
  }
}

extension ClosedRange<Int> {
  /// The lowest and the highest rating of a file in long form.
  static func ratings(in path: String) throws(InvalidInput) -> Self {
    let layout = CSVLayout(
      [.integer("rating", aliases: ["nilai"], presence: .emptyCellsAllowed)],
      otherColumns: .ignored)
    let column = try CSVReader(layout).read(path: path).integers("rating")
    let values = (0..<column.count).lazy.compactMap { column[$0] }
    guard let low = values.min(), let high = values.max() else { return 0...1 }
    return low...high
  }
}
