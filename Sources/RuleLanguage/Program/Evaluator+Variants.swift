import KinerjaCore

// The variant of a step that holds and that no other overrides.
extension Evaluator {

  mutating func choose(
    among variants: [ProgramVariant], minimumShare: Ratio?
  ) throws(ArithmeticError) {
    var findings: [DerivationStep.Variant] = []
    var share = Ratio.one
    var missing: RuleValue?
    let wasSilent = isSilent
    isSilent = true
    for variant in variants {
      findings.append(try answers(of: variant, share: &share))
    }
    isSilent = wasSilent
    let holding = variants.indices.filter { findings[$0].outcome == .open }
    for index in variants.indices where findings[index].outcome == .undecided {
      if holding.contains(where: { variants[$0].overrides.contains(index) }) { continue }
      missing = missing ?? findings[index].missing
    }
    for index in holding {
      let winner = holding.first { variants[$0].overrides.contains(index) }
      if let winner { findings[index].outcome = .overridden(by: variants[winner].id) }
    }
    let winners = holding.filter { findings[$0].outcome == .open }
    if let missing {
      finding.take(missing, share: 0)
    } else if winners.count == 1 {
      try perform(variants[winners[0]].operation, minimumShare: minimumShare)
      findings[winners[0]].outcome = .taken
      finding.share = min(finding.share, share)
    } else {
      finding.take(.missing(.noVariantHolds), share: 0)
      finding.conflicting = winners
    }
    if Visitor.isTracing { finding.variants = findings }
  }

  /// Asks the conditions of a variant.
  private mutating func answers(
    of variant: ProgramVariant, share: inout Ratio
  ) throws(ArithmeticError) -> DerivationStep.Variant {
    var finding = DerivationStep.Variant(id: variant.id, outcome: .open)
    if let when = variant.when {
      let answer = try value(of: when)
      share = min(share, try self.share(behind: when))
      finding.when = answer
      if answer.flag == false {
        finding.outcome = .notHolding
        return finding
      }
      if answer.isMissing { finding.outcome = .undecided }
    }
    if let unless = variant.unless {
      let answer = try value(of: unless)
      share = min(share, try self.share(behind: unless))
      finding.unless = answer
      if answer.flag == true {
        finding.outcome = .notHolding
      } else if answer.isMissing {
        finding.outcome = .undecided
      }
    }
    return finding
  }
}

extension DerivationStep.Variant {
  /// The condition that is missing.
  fileprivate var missing: RuleValue? {
    [when, unless].compactMap(\.self).first { $0.isMissing }
  }
}
