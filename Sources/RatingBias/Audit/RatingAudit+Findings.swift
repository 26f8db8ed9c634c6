import KinerjaCore

extension RatingAudit {
  /// Gathers what was flagged.
  func findings(
    _ design: RatingDesign, _ leniencies: [RaterEffect], _ spread: CentralTendency,
    _ agreement: Answer<Agreement>
  ) -> [Finding] {
    var findings: [Finding] = []
    var silent = 0
    for (index, load) in design.raters.enumerated() {
      let rater = load.rater
      let effects = leniencies + [spread.effect]
      var isSilent = true
      for effect in effects {
        guard let estimate = effect.raters[index].answer.estimate else { continue }
        isSilent = false
        if let finding = effect.finding(rater, estimate) { findings.append(finding) }
      }
      // An item on which one person alone was rated does not show that ratings are alike.
      let use = spread.uses[index]
      if use.givesSameForAll,
        limits.allowFlag(ratings: use.repeatedRatingCount, ratees: use.repeatedRateeCount)
      {
        isSilent = false
        findings.append(
          Finding(
            .sameForAll(ratees: use.repeatedRateeCount), rater: rater,
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
