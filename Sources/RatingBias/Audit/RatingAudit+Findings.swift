import KinerjaCore

extension RatingAudit {
  /// Gathers what was flagged.
  func findings(
    _ design: RatingDesign, _ leniencies: [RaterLeniency], _ spread: CentralTendency,
    _ agreement: Answer<Agreement>
  ) -> [Finding] {
    var findings: [Finding] = []
    var silent = 0
    for (index, load) in design.raters.enumerated() {
      let rater = load.rater
      var isSilent = true
      for leniency in leniencies {
        guard let estimate = leniency.raters[index].answer.estimate else { continue }
        isSilent = false
        guard estimate.significance.isFlagged else { continue }
        let kind: Finding.Kind = estimate.points < 0 ? .severe(estimate) : .lenient(estimate)
        // A reference may miss what the superior sees, so a second pair of eyes comes first.
        let byReference = leniency.basis != .sharedRatees
        findings.append(
          Finding(
            kind, rater: rater, basis: leniency.basis,
            byReference ? [.talk, .secondRater, .forum] : [.talk, .train, .forum]))
      }
      switch spread.raters[index].answer {
      case .estimate(let estimate):
        isSilent = false
        guard estimate.significance.isFlagged else { continue }
        findings.append(
          estimate.spreadRatio < 1
            ? Finding(.narrow(estimate), rater: rater, [.talk, .train])
            : Finding(.wide(estimate), rater: rater, [.talk, .train, .secondRater]))
      case .notEnough:
        // An item on which one person alone was rated does not show that ratings are alike.
        let own = spread.raters[index]
        guard own.givesSameForAll,
          limits.allowFlag(ratings: own.repeatedRatingCount, ratees: own.repeatedRateeCount)
        else { break }
        isSilent = false
        findings.append(
          Finding(
            .sameForAll(ratees: own.repeatedRateeCount), rater: rater,
            [.talk, .train, .secondRater]))
      }
      if isSilent { silent += 1 }
    }
    if leniencies.count == 1, design.linkedGroups.count > 1 {
      findings.append(Finding(.separateGroups(design.linkedGroups.count), [.secondRater, .forum]))
    }
    if let estimate = agreement.estimate,
      (estimate.interval?.upper ?? estimate.value) < leastAgreement
    {
      findings.append(Finding(.lowAgreement(estimate), [.train, .forum]))
    }
    if silent > 0 {
      findings.append(
        Finding(.tooLittleData(raters: silent, of: design.raters.count), [.secondRater]))
    }
    return findings
  }
}
