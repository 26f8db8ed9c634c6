import KinerjaCore
public import RatingBias

extension Report {
  /// Shows what the many-facet model found: the common map, raters and items with their errors, and
  /// how well all of it fits.
  ///
  /// ```swift
  /// let page = Report(fit).html(in: .indonesian)
  /// ```
  public init(_ fit: FacetFit) {
    self.init(
      title: LocalizedText(id: "Model Rasch banyak segi", en: "Many-facet Rasch model"),
      subtitle: LocalizedText(
        id: "\(fit.ratingCount) nilai, \(fit.ratees.count) pegawai, \(fit.raters.count) penilai, "
          + "\(fit.items.count) butir",
        en: "\(fit.ratingCount) ratings, \(fit.ratees.count) ratees, \(fit.raters.count) raters, "
          + "\(fit.items.count) items"),
      sections: [
        ReportSection(
          LocalizedText(id: "Ringkasan", en: "Summary"),
          fit.summaryBlocks),
        ReportSection(
          LocalizedText(id: "Penilai", en: "Raters"),
          fit.raters.blocks(
            title: LocalizedText(
              id: "Keketatan penilai dengan selang 95 %; kanan lebih ketat",
              en: "Severity of raters with 95 % intervals; severe to the right"))),
        ReportSection(
          LocalizedText(id: "Butir", en: "Items"),
          fit.items.blocks(
            title: LocalizedText(
              id: "Kesulitan butir dengan selang 95 %",
              en: "Difficulty of items with 95 % intervals"
            ))),
      ])
  }
}

extension FacetFit {
  fileprivate var summaryBlocks: [ReportBlock] {
    var blocks: [ReportBlock] = []
    if !convergence.isConverged {
      blocks.append(
        .note(
          LocalizedText(
            id: "Perhitungan belum konvergen; angka di bawah ini tidak boleh dijadikan dasar.",
            en: "The estimation did not converge; do not rely on the figures below.")))
    }
    if subsetCount > 1 {
      blocks.append(
        .note(
          LocalizedText(
            id: """
              Data terbagi dalam \(subsetCount) bagian yang tidak dapat dibandingkan; rata-rata \
              penilai tiap bagian dianggap sama, dan itu anggapan, bukan temuan.
              """,
            en: """
              The data fall into \(subsetCount) subsets that cannot be compared; the raters of each \
              are taken to be equally severe on average, which is an assumption and no finding.
              """)))
    }
    blocks.append(
      .figures([
        ReportFigure(
          LocalizedText(id: "infit semua nilai", en: "infit of all ratings"),
          .estimate(overallFit.infit, places: 2)),
        ReportFigure(
          LocalizedText(id: "outfit semua nilai", en: "outfit of all ratings"),
          .estimate(overallFit.outfit, places: 2)),
        ReportFigure(
          LocalizedText(id: "keandalan urutan pegawai", en: "reliability of ratees"),
          .estimate(ratees.separation?.sample.reliability ?? .nan, places: 2)),
        ReportFigure(
          LocalizedText(id: "keandalan beda penilai", en: "reliability of rater differences"),
          .estimate(raters.separation?.sample.reliability ?? .nan, places: 2)),
      ]))
    blocks.append(
      .map(
        FacetMap(
          title: LocalizedText(
            id: "Satu skala logit: kanan histogram pegawai, lalu penilai, butir, dan ambang",
            en: "One scale of logits: ratees as a histogram, then raters, items and thresholds"),
          ratees: LocalizedText(id: "pegawai", en: "ratees"),
          measures: ratees.compactMap { $0.measure?.logits },
          facets: [
            .init(LocalizedText(id: "penilai", en: "raters"), raters.named),
            .init(LocalizedText(id: "butir", en: "items"), items.named),
            .init(
              LocalizedText(id: "ambang", en: "thresholds"),
              zip(categories.dropFirst(), thresholds).map { ("≥ \($0)", $1) }),
          ])))
    return blocks
  }
}

extension FacetMeasures {
  fileprivate var named: [(label: String, logits: Double)] {
    compactMap { element in element.measure.map { (element.id, $0.logits) } }
  }

  /// Sorted measures as a plot, and a table of all figures.
  fileprivate func blocks(title: LocalizedText) -> [ReportBlock] {
    let sorted = compactMap { element in element.measure.map { (id: element.id, $0) } }
      .sorted { ($1.1.logits, $0.id) < ($0.1.logits, $1.id) }
    let plot = DotPlot(
      title: title, axis: LocalizedText(same: "logit"),
      rows: sorted.map { id, measure in
        let reach = 1.959964 * measure.standardError
        return DotPlot.Row(
          LocalizedText(same: id), measure.logits,
          interval: (measure.logits - reach)...(measure.logits + reach))
      })
    let table = ReportTable(
      columns: [
        .init(LocalizedText(id: "nama", en: "name")),
        .init(LocalizedText(id: "nilai", en: "ratings"), numeric: true),
        .init(LocalizedText(id: "ukuran, logit", en: "measure, logits"), numeric: true),
        .init(LocalizedText(id: "galat baku", en: "standard error"), numeric: true),
        .init(LocalizedText(same: "infit"), numeric: true),
        .init(LocalizedText(same: "outfit"), numeric: true),
        .init(LocalizedText(id: "rata-rata adil", en: "fair average"), numeric: true),
      ],
      rows: sorted.map { id, measure in
        [
          .code(id), .count(measure.ratingCount), .estimate(measure.logits, places: 2),
          .estimate(measure.standardError, places: 2), .estimate(measure.infit, places: 2),
          .estimate(measure.outfit, places: 2), .estimate(measure.fairAverage, places: 2),
        ]
      })
    return [.dots(plot), .table(table)]
  }
}
