import KinerjaCore
public import RatingBias

extension Report {
  /// Shows how often groups have an outcome, and what may be concluded from it.
  public init(_ result: ImpactResult) {
    self.init(
      title: LocalizedText(id: "Keadilan hasil antarkelompok", en: "Fairness of outcomes by group"),
      subtitle: LocalizedText(
        id: "dibandingkan dengan kelompok \(result.reference)",
        en: "compared with the group \(result.reference)"),
      sections: [
        ReportSection(
          LocalizedText(id: "Kelompok", en: "Groups"),
          [.dots(result.ratePlot), .table(result.rateTable)]),
        ReportSection(
          LocalizedText(id: "Perbandingan", en: "Comparisons"),
          result.comparisons.flatMap(\.blocks)),
      ])
  }
}

extension ImpactResult {
  fileprivate var ratePlot: DotPlot {
    let reference = groups.first { $0.name == self.reference }?.rate ?? 0
    let border = reference * Double(settings.leastRatio)
    return DotPlot(
      title: LocalizedText(
        id: "Bagian pegawai dengan hasil itu, dengan selang; bidang: di bawah batas empat perlima",
        en: "Share of persons with the outcome, with intervals; shaded: below four fifths"),
      axis: LocalizedText(id: "bagian", en: "share"), reference: reference, band: 0...border,
      rows: groups.compactMap { group in
        group.rate.map { rate in
          DotPlot.Row(
            LocalizedText(same: group.name), rate,
            interval: group.interval.map { $0.lower...$0.upper },
            tone: rate < border ? .attention : nil)
        }
      })
  }

  fileprivate var rateTable: ReportTable {
    ReportTable(
      columns: [
        .init(LocalizedText(id: "kelompok", en: "group")),
        .init(LocalizedText(id: "dengan hasil itu", en: "with the outcome"), numeric: true),
        .init(LocalizedText(id: "pegawai", en: "persons"), numeric: true),
        .init(LocalizedText(id: "bagian", en: "share"), numeric: true),
      ],
      rows: groups.map { group in
        [
          .code(group.name), .count(group.selectedCount), .count(group.totalCount),
          group.rate.map { .estimate($0, places: 3) } ?? .empty,
        ]
      })
  }
}

extension ImpactComparison {
  fileprivate var blocks: [ReportBlock] {
    let strata = withinStrata?.strata ?? []
    guard strata.count > 1 else { return [.paragraph(sentence)] }
    let table = ReportTable(
      caption: LocalizedText(id: "Di dalam lapisan", en: "Within strata"),
      columns: [
        .init(LocalizedText(id: "lapisan", en: "stratum")),
        .init(LocalizedText(same: group), numeric: true),
        .init(LocalizedText(same: reference), numeric: true),
        .init(LocalizedText(id: "rasio dampak", en: "impact ratio"), numeric: true),
        .init(LocalizedText(id: "p, uji Fisher", en: "p, Fisher"), numeric: true),
      ],
      rows: strata.map { stratum in
        [
          .code(stratum.name),
          .code("\(stratum.selectedCount)/\(stratum.totalCount)"),
          .code("\(stratum.referenceSelectedCount)/\(stratum.referenceTotalCount)"),
          stratum.ratio.map { .estimate($0, places: 2) } ?? .empty,
          stratum.fisherPValue.map { .estimate($0, places: 4) } ?? .empty,
        ]
      })
    return [.paragraph(sentence), .table(table)]
  }
}
