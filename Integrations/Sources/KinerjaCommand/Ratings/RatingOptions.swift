public import ArgumentParser
import KinerjaCore
import KinerjaReports
import KinerjaTables
public import RatingBias

/// Which file of ratings, and how the answer is written.
struct RatingOptions: ParsableArguments {
  @Argument(
    help: """
      A CSV file of ratings with the columns ratee, rater, item and rating, and role, time, order \
      and group if there are any.
      """)
  var file: String
  @Option(help: "What a row holds: long (one rating), column-per-rater or column-per-item.")
  var layout: RatingLayout.Form = .long
  @Option(help: "A further column to read as a group; may be given several times.")
  var group: [String] = []
  @Option(help: "Lowest and highest value of the scale, such as 1-5; what occurs if left out.")
  var scale: ScaleOption?
  @OptionGroup var answer: AnswerOptions

  var language: Language { answer.language }

  func validate() throws {
    if layout != .long, scale == nil {
      throw ValidationError("--layout \(layout.rawValue) needs --scale, such as 1-5")
    }
  }

  /// The ratings of the file.
  func ratings() throws(Stop) -> RatingSet {
    try stopping(in: language) { () throws(InvalidInput) in
      var form = RatingLayout(layout, groups: group)
      form.otherColumns = .ignored
      let values: ClosedRange<Int>
      if let scale { values = scale.values } else { values = try .ratings(in: file) }
      return try RatingSet(path: file, layout: form, scale: ScaleOption.scale(values))
    }
  }

  /// Writes an answer as it was asked for.
  func write(
    _ verb: String, on ratings: RatingSet, settings: [(key: String, value: String)] = [],
    figures: () -> Figures, report: () -> Report
  ) throws(Stop) {
    try answer.write(
      manifest(verb, of: ratings, settings: settings), figures: figures, report: report)
  }

  /// What a result rests on.
  func manifest(
    _ verb: String, of ratings: RatingSet, settings: [(key: String, value: String)] = []
  ) -> Manifest {
    let span = ratings.scale.values
    return Manifest(
      verb, path: file, settings: [("scale", "\(span.lowerBound)-\(span.upperBound)")] + settings)
  }
}

extension RatingLayout.Form: @retroactive ExpressibleByArgument {}
