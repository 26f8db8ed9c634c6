import Kinerja

func research() throws {
  // snippet: researcher
  // Forty employees, five raters, three items; the fourth rater is drawn 0.8 points too severe.
  let scale = try RatingScale(
    "five", levels: (1...5).map { ScaleLevel(value: $0, label: LocalizedText(same: "\($0)")) })
  let draw = RandomStream(seed: 2026)
  var ratings: [Rating] = []
  for ratee in 0..<40 {
    for rater in 0..<5 {
      for item in 0..<3 {
        let noise = draw.substream(ratee).normal(at: rater * 3 + item)
        let fair = 3.5 + 0.5 * draw.normal(at: ratee) + 0.5 * noise - (rater == 3 ? 0.8 : 0)
        ratings.append(
          Rating(
            ratee: try PersonID("e-\(ratee)"), rater: try PersonID("r-\(rater)"),
            item: try ItemID("item-\(item)"), value: Int(min(max(fair.rounded(), 1), 5))))
      }
    }
  }
  let audit = try RatingAudit().run(on: RatingSet(ratings, scale: scale))
  for finding in audit.findings { print(finding.sentence[.english]) }
  // end
}
