public import KinerjaCore

/// Something that an audit found, for people to talk about; never a verdict.
public struct Finding: Sendable, Hashable {
  /// What was found.
  public enum Kind: Sendable, Hashable {
    /// A rater shows an effect.
    case effect(RaterEffect.Kind, RaterEffect.Estimate)
    /// On each item the rater gave everybody the same rating; carries the number of ratees on items
    /// that the rater used for at least two.
    case sameForAll(ratees: Int)
    /// Raters agree too little for their ratings to be relied on.
    case lowAgreement(Agreement)
    /// Raters fall into groups that share no ratee on any item, so that their ratings alone cannot
    /// tell severe raters from weak teams; carries the number of groups.
    case separateGroups(Int)
    /// Raters for whom there was too little data to say anything; carries how many, of how many.
    case tooLittleData(raters: Int, of: Int)
  }

  /// What was found.
  public let kind: Kind
  /// Whom it is about; nil if it is about all raters.
  public let rater: PersonID?
  /// What the rater is compared by, if it is not by ratings alone.
  public let reference: LocalizedText?
  /// What may be done about it.
  public let advice: [Advice]

  init(
    _ kind: Kind, rater: PersonID? = nil, reference: LocalizedText? = nil, _ advice: [Advice]
  ) {
    self.kind = kind
    self.rater = rater
    self.reference = reference
    self.advice = advice
  }
}

extension RaterEffect {
  /// What was found of a rater; nil if the rater is not flagged.
  ///
  /// Of two raters alone one finding tells how they differ, under the one whose identifier comes first.
  public func finding(_ rater: PersonID) -> Finding? {
    guard let estimate = self[rater]?.estimate else { return nil }
    return finding(rater, estimate)
  }

  func finding(_ rater: PersonID, _ estimate: Estimate) -> Finding? {
    guard estimate.significance.isFlagged else { return nil }
    if let other = estimate.onlyOther, other < rater,
      self[other]?.estimate?.significance.isFlagged == true
    {
      return nil
    }
    return Finding(
      .effect(kind, estimate), rater: rater, reference: reference,
      kind.advice(isAbove: estimate.isAbove))
  }
}

/// What may be done about a finding.
public enum Advice: String, Sendable, Hashable, Codable, CaseIterable {
  /// Talk with the rater before anything else.
  case talk
  /// Train the rater with reference cases.
  case train
  /// Let a second rater rate some of the same persons.
  case secondRater = "second-rater"
  /// Take the ratings to the calibration forum.
  case forum

  /// The advice as a sentence.
  public var sentence: LocalizedText {
    switch self {
    case .talk:
      LocalizedText(
        id: "Bicarakan dahulu dengan penilai; mungkin ada alasan yang tidak terlihat dalam data.",
        en: "Talk with the rater first; there may be reasons that the data do not show.")
    case .train:
      LocalizedText(
        id: "Latih penilai dengan contoh kasus yang nilainya sudah disepakati.",
        en: "Train the rater with cases whose ratings are agreed upon.")
    case .secondRater:
      LocalizedText(
        id: "Minta penilai kedua menilai sebagian pegawai yang sama.",
        en: "Let a second rater rate some of the same persons.")
    case .forum:
      LocalizedText(
        id: "Bahas penilaian ini dalam forum kalibrasi sebelum ditetapkan.",
        en: "Discuss these ratings in the calibration forum before they are decided.")
    }
  }
}
