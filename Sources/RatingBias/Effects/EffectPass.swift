import KinerjaCore
import KinerjaTables

/// What the model shows of every rater.
struct EffectPass {
  private(set) var found: [PersonID: RaterFindings] = [:]
  /// Why there is nothing.
  private(set) var lacking: NotEnoughData?
  let context: RatingContext

  init(_ ratings: RatingSet, by work: ParallelBlocks) throws(CancellationError) {
    var model = FacetModel()
    model.disconnected = .anchored
    let context = RatingContext(ratings)
    self.context = context
    switch try model.fit(ratings, by: work) {
    case .fit(let fit):
      let residuals = RaterResiduals(ratings, fit: fit, context: context)
      let parts = try work.map(count: ratings.raterCount, size: 4) { raters in
        raters.map { RaterFindings(residuals, rater: $0, context: context) }
      }
      var findings = parts.flatMap(\.self)
      Self.addSeverities(to: &findings, of: ratings.raters, fit)
      found = Dictionary(uniqueKeysWithValues: zip(ratings.raters, findings))
    case .notEnough(let reason): lacking = reason
    case .disconnected: lacking = NotEnoughData(.sharedRatings, needed: 1, found: 0)
    }
  }

  /// Severity beside the mean of those with whom each rater can be compared.
  private static func addSeverities(
    to found: inout [RaterFindings], of raters: [PersonID], _ fit: FacetFit
  ) {
    let measures = fit.raters.map(\.measure)
    let measured = found.indices.filter { measures[$0] != nil && found[$0].ownInformation > 0 }
    let subsets = Dictionary(grouping: measured) { measures[$0]?.subset ?? 0 }
    for members in subsets.values where members.count > 1 {
      let variances = SeverityInformation.variances(of: members.map { found[$0] })
      let logits = members.map { measures[$0]?.logits ?? 0 }
      let mean = logits.reduce(0, +) / Double(members.count)
      for (number, rater) in members.enumerated() where variances[number] > 0 {
        found[rater].setSeverity(
          RaterFindings.Size(
            size: logits[number] - mean, error: variances[number].squareRoot(),
            onlyOther: members.count == 2 ? raters[members[1 - number]] : nil))
      }
    }
  }
}
