import KinerjaCore
import KinerjaReports
import RatingBias

extension AgreementSummary {
  /// The coefficients as tables.
  var report: Report {
    Report(
      title: LocalizedText(
        id: "Kesepakatan dan keandalan penilai", en: "Agreement and reliability"),
      subtitle: LocalizedText(
        id: "\(ratings.count) nilai, \(ratings.rateeCount) pegawai, \(ratings.raterCount) penilai, "
          + "\(ratings.itemCount) butir",
        en: "\(ratings.count) ratings, \(ratings.rateeCount) ratees, \(ratings.raterCount) raters, "
          + "\(ratings.itemCount) items"),
      sections: [
        ReportSection(
          LocalizedText(id: "Kesepakatan di luar kebetulan", en: "Agreement beyond chance"),
          [.table(coefficientTable)]),
        ReportSection(
          LocalizedText(id: "Korelasi intrakelas", en: "Intraclass correlations"),
          [
            .table(
              table(
                intraclass.map {
                  ($0.form.mcGrawWong, nil, $0.value?.value, nil, $0.value?.interval)
                }))
          ]),
        ReportSection(
          LocalizedText(id: "Keandalan", en: "Reliability"),
          [
            .table(
              table(
                reliabilities.map {
                  ($0.id, $0.name, $0.value?.value, $0.value?.standardError, $0.value?.interval)
                }))
          ]),
      ])
  }

  private var coefficientTable: ReportTable {
    var result = table(
      coefficients.map {
        (
          $0.id, $0.name, $0.agreement?.value, $0.agreement?.standardError, $0.agreement?.interval
        )
      })
    result.caption = LocalizedText(
      id: "Yang tidak dapat dihitung dari data ini dikosongkan.",
      en: "What these data do not allow is left empty.")
    return result
  }

  private func table(
    _ rows: [(String, LocalizedText?, Double?, Double?, ConfidenceInterval?)]
  ) -> ReportTable {
    func cell(_ value: Double?) -> ReportCell { value.map { .estimate($0, places: 3) } ?? .empty }
    return ReportTable(
      columns: [
        .init(LocalizedText(id: "kode", en: "code")),
        .init(LocalizedText(id: "koefisien", en: "coefficient")),
        .init(LocalizedText(id: "nilai", en: "value"), numeric: true),
        .init(LocalizedText(id: "galat baku", en: "standard error"), numeric: true),
        .init(LocalizedText(id: "bawah", en: "lower"), numeric: true),
        .init(LocalizedText(id: "atas", en: "upper"), numeric: true),
      ],
      rows: rows.map { code, name, value, error, interval in
        [
          .code(code), name.map(ReportCell.text) ?? .empty, cell(value), cell(error),
          cell(interval?.lower), cell(interval?.upper),
        ]
      })
  }
}
