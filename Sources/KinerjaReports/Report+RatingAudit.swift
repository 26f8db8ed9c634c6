public import KinerjaCore
public import RatingBias

extension Report {
  /// Shows what an audit of raters found: what to talk about first, then each effect rater by rater
  /// with its interval and the band of what is too small to matter.
  ///
  /// - Parameters:
  ///   - audit: The audit.
  ///   - effects: Further effects, such as those of the many-facet model.
  ///   - manifest: What the result rests on, a line each, such as the version and the settings.
  public init(
    _ audit: RatingAuditResult, effects: [RaterEffect] = [], manifest: [LocalizedText] = []
  ) {
    let all = audit.effects + effects
    let found = audit.findings + effects.flatMap(\.findings)
    self.init(
      title: LocalizedText(id: "Audit penilai", en: "Audit of raters"),
      subtitle: LocalizedText(
        id: "\(audit.design.ratingCount) nilai, \(audit.design.rateeCount) pegawai, "
          + "\(audit.design.raters.count) penilai, \(audit.design.itemCount) butir",
        en: "\(audit.design.ratingCount) ratings, \(audit.design.rateeCount) ratees, "
          + "\(audit.design.raters.count) raters, \(audit.design.itemCount) items"),
      sections: [
        ReportSection(
          LocalizedText(id: "Yang perlu dibicarakan", en: "What to talk about"),
          [.figures(audit.figures(of: all)), .note(Self.purpose)] + Self.blocks(of: found))
      ]
        + all.map { effect in
          ReportSection(effect.title, effect.blocks)
        }
        + (manifest.isEmpty
          ? []
          : [
            ReportSection(
              LocalizedText(id: "Dasar hasil ini", en: "What this rests on"), [.list(manifest)])
          ]))
  }

  private static let purpose = LocalizedText(
    id: """
      Audit ini menggambarkan dan mengingatkan; tidak ada nilai yang diubah. Sebuah tanda adalah \
      alasan untuk berbicara, bukan putusan.
      """,
    en: """
      This audit describes and warns; it changes no score. A flag is a reason to talk and no \
      verdict.
      """)

  private static func blocks(of findings: [Finding]) -> [ReportBlock] {
    guard !findings.isEmpty else {
      return [
        .paragraph(LocalizedText(id: "Tidak ada temuan.", en: "Nothing was found."))
      ]
    }
    let names = Set(findings.compactMap(\.rater)).sorted()
    let common = findings.filter { $0.rater == nil }
    return names.flatMap { name in
      [.heading(LocalizedText(same: name.text))]
        + blocks(told: findings.filter { $0.rater == name })
    } + blocks(told: common)
  }

  /// Sentences, and behind a line what may be done, each advice once.
  private static func blocks(told findings: [Finding]) -> [ReportBlock] {
    guard !findings.isEmpty else { return [] }
    let advice = Advice.allCases.filter { advice in
      findings.contains { $0.advice.contains(advice) }
    }
    return [
      .list(findings.map(\.sentence)),
      .details(
        summary: LocalizedText(id: "Yang dapat dilakukan", en: "What may be done"),
        [.list(advice.map(\.sentence))]),
    ]
  }
}

extension RatingAuditResult {
  /// The effects of the audit itself.
  fileprivate var effects: [RaterEffect] {
    [leniency, leniencyByReference, centralTendency.effect].compactMap(\.self)
  }

  fileprivate func figures(of effects: [RaterEffect]) -> [ReportFigure] {
    [
      ReportFigure(
        LocalizedText(id: "penilai ditandai", en: "raters flagged"),
        .count(Set(effects.flatMap(\.flagged)).count)),
      ReportFigure(
        LocalizedText(id: "penilai seluruhnya", en: "raters in all"), .count(design.raters.count)),
      ReportFigure(
        LocalizedText(id: "pengaruh yang diuji", en: "effects tested"), .count(effects.count)),
      ReportFigure(
        LocalizedText(id: "kesepakatan", en: "agreement"),
        agreement.estimate.map { .estimate($0.value, places: 2) } ?? .empty),
    ]
  }
}

extension RaterEffect {
  fileprivate var findings: [Finding] { raters.compactMap { finding($0.rater) } }

  /// What is flagged when, as sizes.
  fileprivate var gateBand: ClosedRange<Double> {
    switch measure {
    case .ratio:
      let gate = max(test.gate, 1 / max(test.gate, 1e-9))
      return 1 / gate...gate
    default: return measure.nullValue - test.gate...measure.nullValue + test.gate
    }
  }

  fileprivate var title: LocalizedText {
    guard let reference else { return kind.name }
    return LocalizedText(
      id: "\(kind.name.indonesian): \(reference.indonesian)",
      en: "\(kind.name.english): \(reference.english)")
  }

  fileprivate var blocks: [ReportBlock] {
    let estimates = raters.compactMap { rater in
      rater.answer.estimate.map { (rater: rater.rater.text, $0) }
    }.sorted { ($1.1.size, $0.rater) < ($0.1.size, $1.rater) }
    var blocks: [ReportBlock] = []
    if !estimates.isEmpty {
      blocks.append(
        .dots(
          DotPlot(
            title: LocalizedText(
              id:
                "Tiap penilai dengan selangnya; bidang: terlalu kecil untuk berarti; kotak: ditandai",
              en: "Each rater with its interval; shaded: too small to matter; squares: flagged"),
            axis: measure.name, reference: measure.nullValue, band: gateBand,
            rows: estimates.map { rater, estimate in
              DotPlot.Row(
                LocalizedText(same: rater), estimate.size,
                interval: estimate.interval.lower...estimate.interval.upper,
                tone: estimate.significance.isFlagged ? .attention : nil)
            })))
      blocks.append(
        .details(
          summary: LocalizedText(id: "Angka-angkanya", en: "The figures"),
          [.table(table(estimates))]
        ))
    }
    return blocks + lacking
  }

  /// What is lacking, each reason once with those whom it concerns.
  private var lacking: [ReportBlock] {
    var raters: [LocalizedText: [String]] = [:]
    var order: [LocalizedText] = []
    for rater in self.raters {
      guard case .notEnough(let reason) = rater.answer else { continue }
      let sentence = reason.sentence
      if raters[sentence] == nil { order.append(sentence) }
      raters[sentence, default: []].append(rater.rater.text)
    }
    return order.map { sentence in
      let names = raters[sentence] ?? []
      return .details(
        summary: LocalizedText(
          id: "\(names.count) penilai: \(sentence.indonesian)",
          en: "\(names.count) \(names.count == 1 ? "rater" : "raters"): \(sentence.english)"),
        [.paragraph(LocalizedText(same: names.joined(separator: ", ")))])
    }
  }

  private func table(_ estimates: [(rater: String, Estimate)]) -> ReportTable {
    ReportTable(
      columns: [
        .init(LocalizedText(id: "penilai", en: "rater")),
        .init(LocalizedText(id: "besar", en: "size"), numeric: true),
        .init(LocalizedText(id: "bawah", en: "lower"), numeric: true),
        .init(LocalizedText(id: "atas", en: "upper"), numeric: true),
        .init(LocalizedText(same: "p"), numeric: true),
        .init(LocalizedText(id: "p disesuaikan", en: "adjusted p"), numeric: true),
        .init(LocalizedText(id: "nilai", en: "ratings"), numeric: true),
        .init(LocalizedText(id: "pegawai", en: "ratees"), numeric: true),
        .init(LocalizedText(id: "tanda", en: "flag")),
      ],
      rows: estimates.map { rater, estimate in
        let significance = estimate.significance
        return [
          .code(rater), .estimate(estimate.size, places: 2),
          .estimate(estimate.interval.lower, places: 2),
          .estimate(estimate.interval.upper, places: 2),
          .estimate(significance.pValue, places: 4),
          significance.adjustedPValue.map { .estimate($0, places: 4) } ?? .empty,
          .count(estimate.ratingCount), .count(estimate.rateeCount),
          significance.isFlagged
            ? .mark(LocalizedText(id: "ditandai", en: "flagged"), .attention) : .empty,
        ]
      })
  }
}

extension EffectMeasure {
  fileprivate var name: LocalizedText {
    switch self {
    case .logits: LocalizedText(same: "logit")
    case .points: LocalizedText(id: "poin skala", en: "points of the scale")
    case .slope:
      LocalizedText(id: "poin nyata per poin harapan", en: "points observed for one expected")
    case .ratio: LocalizedText(id: "kali", en: "times")
    case .correlation: LocalizedText(id: "korelasi", en: "correlation")
    case .share: LocalizedText(id: "selisih bagian", en: "difference of shares")
    }
  }
}
