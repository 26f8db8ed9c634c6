public import KinerjaCore

/// What a comparison of two groups allows to say.
public enum ImpactConclusion: String, Sendable, Hashable, Codable, CaseIterable {
  /// The ratio is below the border, and chance alone hardly explains it.
  case largeAndSure = "large-and-sure"
  /// The ratio is below the border, but so few persons may differ so much by chance.
  case largeButUnsure = "large-but-unsure"
  /// The difference is sure but the ratio not below the border.
  case smallButSure = "small-but-sure"
  /// The group surely fares better than the reference.
  case favoured
  /// No difference is shown, which is no proof that there is none.
  case noneShown = "none-shown"
  /// Nobody of the reference has the outcome, so that there is no ratio.
  case undefined

  /// The conclusion, and what it does not mean.
  public var sentence: LocalizedText {
    switch self {
    case .largeAndSure:
      LocalizedText(
        id: """
          Perbedaannya besar dan sulit dijelaskan oleh kebetulan. Ini tanda untuk memeriksa \
          kriteria dan penilainya, bukan bukti diskriminasi: sebabnya tidak terlihat dari angka ini.
          """,
        en: """
          The difference is large and hardly due to chance. It is a reason to examine criteria and \
          raters, and no proof of discrimination: these figures do not show its cause.
          """)
    case .largeButUnsure:
      LocalizedText(
        id: """
          Perbedaannya besar, tetapi dengan pegawai sesedikit ini dapat juga terjadi karena \
          kebetulan. Gabungkan beberapa periode sebelum menyimpulkan.
          """,
        en: """
          The difference is large, but with so few persons chance may bring it about. Pool several \
          periods before concluding.
          """)
    case .smallButSure:
      LocalizedText(
        id: """
          Perbedaannya pasti ada, tetapi tidak melewati batas. Batas itu patokan praktis, bukan izin: \
          perbedaan yang lebih kecil pun perlu alasan.
          """,
        en: """
          The difference is surely there but does not cross the border. The border is a rule of \
          thumb and no licence: a smaller difference needs a reason too.
          """)
    case .favoured:
      LocalizedText(
        id: """
          Kelompok ini lebih sering memperoleh hasil itu daripada pembandingnya; bandingkan juga \
          sebaliknya.
          """,
        en: """
          The group has the outcome more often than the reference; compare the other way round too.
          """)
    case .noneShown:
      LocalizedText(
        id: """
          Tidak tampak perbedaan. Ini bukan bukti bahwa semuanya adil: data sesedikit ini dapat \
          menyembunyikannya, dan lapisan yang berlawanan dapat saling meniadakan.
          """,
        en: """
          No difference is shown. That is no proof of fairness: few data may hide one, and strata of \
          opposite sign may cancel.
          """)
    case .undefined:
      LocalizedText(
        id: "Tidak seorang pun dari pembanding memperoleh hasil itu, sehingga tidak ada rasio.",
        en: "Nobody of the reference has the outcome, so that there is no ratio.")
    }
  }
}

extension ImpactComparison {
  /// The comparison in words, with its figures, what may be concluded and what not.
  public var sentence: LocalizedText {
    var parts = [figures, conclusion.sentence]
    if shortfall > 0 { parts.append(shortfallText) }
    if turnsWithOnePerson {
      parts.append(
        LocalizedText(
          id: "Satu pegawai saja dapat membalik letaknya terhadap batas.",
          en: "A single person would turn it to the other side of the border."))
    }
    if let withinStrata { parts.append(withinStrata.sentence) }
    return LocalizedText(
      id: parts.map(\.indonesian).joined(separator: " "),
      en: parts.map(\.english).joined(separator: " "))
  }

  private var figures: LocalizedText {
    .withMarks { mark in
      let own = (Double(selectedCount) / Double(totalCount)).percent(mark)
      let other = (Double(referenceSelectedCount) / Double(referenceTotalCount)).percent(mark)
      let ratio = self.ratio.map { $0.value.twoDecimals(mark) + $0.interval.inBrackets(mark) }
      let p = adjustedPValue.probability(mark)
      return LocalizedText(
        id: """
          Kelompok \(group): \(own) dari \(totalCount) pegawai memperoleh hasil itu, \(reference): \
          \(other) dari \(referenceTotalCount); rasio dampak \(ratio ?? "tidak ada"), p \(p) \
          (\(method == .exact ? "uji eksak Fisher" : "uji dua proporsi")).
          """,
        en: """
          Group \(group): \(own) of \(totalCount) persons have the outcome, \(reference): \(other) of \
          \(referenceTotalCount); impact ratio \(ratio ?? "none"), p \(p) \
          (\(method == .exact ? "Fisher's exact test" : "test of two proportions")).
          """)
    }
  }

  private var shortfallText: LocalizedText {
    LocalizedText(
      id: "Hingga batas itu kurang \(shortfall) pegawai dari kelompok ini.",
      en: "The group is \(shortfall) \(shortfall == 1 ? "person" : "persons") short of the border.")
  }
}

extension StratifiedImpact {
  /// The comparison within strata in words.
  public var sentence: LocalizedText {
    guard let commonRatio, let test else {
      return LocalizedText(
        id: "Di dalam lapisan tidak ada yang dapat dibandingkan.",
        en: "Within strata there is nothing to compare.")
    }
    return .withMarks { mark in
      let ratio = commonRatio.value.twoDecimals(mark) + commonRatio.interval.inBrackets(mark)
      let p = test.pValue.probability(mark)
      let left = leftOutCount
      let differs = (homogeneityTarone?.pValue ?? 1) <= 0.05
      return LocalizedText(
        id: """
          Di dalam lapisan: rasio dampak bersama \(ratio), p \(p)\
          \(left > 0 ? ", \(left) pegawai tanpa pembanding tidak dihitung" : "").\
          \(differs ? " Rasio peluangnya berbeda antarlapisan: lihat masing-masing." : "")
          """,
        en: """
          Within strata: common impact ratio \(ratio), p \(p)\
          \(left > 0 ? ", \(left) persons without a counterpart left out" : "").\
          \(differs ? " Odds ratios differ between strata: look at each." : "")
          """)
    }
  }
}
