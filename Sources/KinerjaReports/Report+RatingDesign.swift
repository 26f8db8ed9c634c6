import KinerjaCore
public import RatingBias

extension Report {
  /// Shows what a set of ratings can tell at all: counts, what can be compared and what would mend
  /// it, overlap, the load of raters.
  ///
  /// - Parameters:
  ///   - report: The design.
  ///   - power: The chance to see an effect, rater by rater; nothing to leave it out.
  public init(_ report: DesignReport, _ power: [DesignPower.Rater] = []) {
    let design = report.design
    self.init(
      title: LocalizedText(id: "Rancangan penilaian", en: "Design of the ratings"),
      sections: [
        ReportSection(
          LocalizedText(id: "Ringkasan", en: "Summary"),
          [
            .figures([
              Self.figure("nilai", "ratings", design.ratingCount),
              Self.figure("pegawai", "ratees", design.rateeCount),
              Self.figure("penilai", "raters", design.raters.count),
              Self.figure("butir", "items", design.itemCount),
              Self.figure("nilai kosong", "missing", design.missingCount),
              Self.figure("nilai diri", "self-ratings", design.selfRatingCount),
            ]),
            .list(report.sentences),
          ]),
        ReportSection(
          LocalizedText(id: "Berapa penilai tiap pegawai", en: "Raters of each ratee"),
          [
            .bars(
              BarChart(
                title: LocalizedText(
                  id: "pegawai menurut jumlah penilainya", en: "ratees by their number of raters"),
                bars: design.rateesByRaterCount.enumerated().map { index, count in
                  BarChart.Bar(LocalizedText(same: "\(index + 1)"), Double(count))
                }))
          ]),
        ReportSection(
          LocalizedText(id: "Beban penilai", en: "Load of raters"),
          [.table(design.loadTable)] + (power.isEmpty ? [] : [.list(power.map(\.sentence))])),
      ])
  }

  private static func figure(_ indonesian: String, _ english: String, _ count: Int) -> ReportFigure
  {
    ReportFigure(LocalizedText(id: indonesian, en: english), .count(count))
  }
}

extension RatingDesign {
  fileprivate var loadTable: ReportTable {
    ReportTable(
      columns: [
        .init(LocalizedText(id: "penilai", en: "rater")),
        .init(LocalizedText(id: "nilai", en: "ratings"), numeric: true),
        .init(LocalizedText(id: "pegawai", en: "ratees"), numeric: true),
        .init(
          LocalizedText(id: "nilai bersama rekan", en: "shared with colleagues"), numeric: true),
      ],
      rows: raters.map { load in
        [
          .code(load.rater.text), .count(load.ratingCount), .count(load.rateeCount),
          .count(load.linkedRatingCount),
        ]
      })
  }
}
