import Kinerja

/// Shows what the cycle came to: a summary for the terminal and a document for the browser.
struct AgencyReport {
  let agency: Agency
  let cycle: CycleRun.Outcome

  init(_ agency: Agency, _ cycle: CycleRun.Outcome) {
    self.agency = agency
    self.cycle = cycle
  }

  /// What fits a screen.
  var summary: Report {
    Report(
      title: Self.title, subtitle: Self.subtitle,
      sections: [
        ReportSection(Words.results, [.figures(figures), .bars(predikatBars), gradeNotes]),
        ReportSection(Words.audit, [.list(cycle.audit.findings.map(\.sentence))]),
        ReportSection(Words.forum, [.list(forumLines)]),
        ReportSection(Words.example, exampleBlocks),
        ReportSection(Words.recomputed, [.paragraph(recomputed)]),
      ])
  }

  /// The whole report.
  var document: Report {
    Report(
      title: Self.title, subtitle: Self.subtitle,
      sections: [
        ReportSection(
          Words.results,
          [.figures(figures), .bars(predikatBars), gradeNotes, .table(resultTable)]),
        ReportSection(
          Words.comparison,
          [.paragraph(Words.comparisonNote), .table(comparisonTable), .table(olderTable)]),
        ReportSection(Words.audit, auditBlocks),
        ReportSection(Words.forum, [.paragraph(Words.forumNote), .table(forumTable)]),
        ReportSection(Words.competencies, [.paragraph(Words.matchNote), .table(matchTable)]),
        ReportSection(Words.persons, [.paragraph(Words.personsNote)] + personBlocks),
        ReportSection(Words.recomputed, [.paragraph(recomputed), .note(Words.sources)]),
      ])
  }

  private static let title = LocalizedText(
    id: "Evaluasi kinerja Puskesmas contoh, 2025",
    en: "Evaluation of an example health centre, 2025")
  private static let subtitle = LocalizedText(
    id:
      "Sistem Kota Kendari: rencana → kemajuan → atasan → forum → penetapan. Angka target dan realisasi dari dokumen pemerintah; pegawai berupa kode; penilaian diundi dari benih \(RatingDraw.seed).",
    en:
      "Kendari City's system: plan → progress → supervisor → forum → decision. Targets and results are printed figures of real agencies; persons are codes; ratings are drawn from seed \(RatingDraw.seed)."
  )
}

// MARK: - Results

extension AgencyReport {
  private func score(_ person: PersonID) -> Evaluation? { cycle.after[person] }

  private var evaluations: [(person: PersonID, is: Evaluation)] {
    agency.employees.compactMap { person in cycle.after[person].map { (person, $0) } }
  }

  private var figures: [ReportFigure] {
    let achievements = evaluations.compactMap(\.is.achievement)
    let mean = try? Ratio.mean(of: achievements)
    return [
      ReportFigure(
        LocalizedText(id: "pegawai dinilai", en: "employees evaluated"),
        .count(evaluations.count)),
      ReportFigure(
        LocalizedText(id: "capaian rata-rata (%)", en: "mean achievement (%)"),
        mean.map { .exact($0, places: 2) } ?? .empty),
      ReportFigure(
        LocalizedText(id: "penilaian", en: "ratings"), .count(agency.ratings.count)),
      ReportFigure(
        LocalizedText(id: "penyesuaian forum", en: "changes by the forum"),
        .count(agency.forum.adjustments.count)),
      ReportFigure(
        LocalizedText(id: "fakta dalam jurnal", en: "facts in the journal"),
        .count(cycle.factCount)),
    ]
  }

  private var predikatBars: BarChart {
    let found = evaluations.compactMap { $0.is.result.category.flatMap(Predikat.init) }
    return BarChart(
      title: LocalizedText(
        id: "Predikat kinerja (PermenPANRB 6/2022), banyaknya pegawai",
        en: "Grades under PermenPANRB 6/2022, number of employees"),
      bars: Predikat.allCases.reversed().map { predikat in
        BarChart.Bar(
          predikat.label, Double(found.count { $0 == predikat }),
          tone: [.good, .veryGood].contains(predikat) ? .good : .attention)
      })
  }

  /// What the circular's guide says of the pattern, if the centre as a whole were rated "Baik".
  private var gradeNotes: ReportBlock {
    let grades = evaluations.compactMap { $0.is.result.category.flatMap(Predikat.init) }
    let findings = DistributionGuide.se3Of2023.findings(for: grades, when: .good)
    guard !findings.isEmpty else { return .note(Words.guideKept) }
    return .note(
      LocalizedText(
        id: Words.guideLeft.indonesian
          + findings.map { $0.sentence(in: .indonesian) }.joined(separator: "; ") + ".",
        en: Words.guideLeft.english
          + findings.map { $0.sentence(in: .english) }.joined(separator: "; ") + "."))
  }

  private var resultTable: ReportTable {
    ReportTable(
      caption: Words.resultCaption,
      columns: [
        .init(Words.employee), .init(Words.unit), .init(Words.achievement, numeric: true),
        .init(Words.workResult), .init(Words.behaviour), .init(Words.grade),
      ],
      rows: evaluations.map { person, evaluation in
        [
          .code(person.text), .text(unit(of: person)),
          evaluation.achievement.map { .exact($0, places: 2) } ?? .empty,
          level("work-result", of: person), level("behaviour", of: person),
          grade(evaluation.result),
        ]
      })
  }

  private func unit(of person: PersonID) -> LocalizedText {
    let unit = agency.organisation.unit(of: person, on: Agency.period.last)
    return unit.flatMap { agency.organisation.unit($0, on: Agency.period.last)?.name }
      ?? LocalizedText(same: "–")
  }

  /// A superior's level in words, marked where the forum changed it.
  private func level(_ aspect: AspectID, of person: PersonID) -> ReportCell {
    guard
      let state = cycle.states[person], let superior = agency.superior(of: person),
      let rating = state.standingRating(of: RatedSubject(aspect), by: superior),
      let label = agency.process.aspect(aspect)?.scale.level(rating.level)?.label
    else { return .empty }
    guard rating.level != rating.original,
      let before = agency.process.aspect(aspect)?.scale.level(rating.original)?.label
    else { return .text(label) }
    return .text(
      LocalizedText(
        id: "\(label.indonesian) (semula \(before.indonesian))",
        en: "\(label.english) (was \(before.english))"))
  }

  private func grade(_ score: Score) -> ReportCell {
    guard let label = score.categoryLabel, let category = score.category else { return .empty }
    let isBelowGood = score.rule.categories?.isBetter("good", than: category) ?? false
    return .mark(label, isBelowGood ? .attention : .good)
  }

  private func number(_ score: Score) -> ReportCell {
    score.number.map { .exact($0, places: score.rule.display.places) } ?? .empty
  }

  private var olderTable: ReportTable {
    ReportTable(
      caption: Words.olderCaption,
      columns: [
        .init(Words.employee), .init(Words.older, numeric: true), .init(Words.olderGrade),
        .init(Words.grade),
      ],
      rows: evaluations.map { person, evaluation in
        [
          .code(person.text), number(evaluation.comparison), grade(evaluation.comparison),
          grade(evaluation.result),
        ]
      })
  }

  private var comparisonTable: ReportTable {
    let grades = Predikat.allCases.reversed()
    let older = ScoringRule.pp46Of2011.categories?.categories.reversed() ?? []
    return ReportTable(
      caption: Words.comparisonCaption,
      columns: [.init(Words.olderGrade)] + grades.map { .init($0.label, numeric: true) },
      rows: older.map { category in
        [.text(category.label)]
          + grades.map { grade in
            .count(
              evaluations.count {
                $0.is.comparison.category == category.id
                  && $0.is.result.category == grade.category
              })
          }
      })
  }
}

// MARK: - Raters and forum

extension AgencyReport {
  private var auditBlocks: [ReportBlock] {
    let design = cycle.audit.design
    let estimates = cycle.audit.leniency.raters.compactMap { rater in
      rater.answer.estimate.map { (rater.rater, $0) }
    }
    let unanswered = cycle.audit.leniency.raters.count - estimates.count
    let shown = estimates.sorted { $0.1.size < $1.1.size }
    return [
      .paragraph(
        LocalizedText(
          id:
            "\(design.ratingCount) nilai perilaku oleh \(design.raters.count) penilai atas \(design.rateeCount) pegawai.",
          en:
            "\(design.ratingCount) marks of behaviour by \(design.raters.count) raters on \(design.rateeCount) employees."
        )),
      .list(cycle.audit.findings.map(Self.sentence)),
      .bars(
        BarChart(
          title: Words.leniency, places: 2,
          bars: shown.map { rater, estimate in
            BarChart.Bar(
              LocalizedText(same: rater.text), estimate.size,
              interval: estimate.interval.lower...estimate.interval.upper,
              tone: estimate.significance.isFlagged ? .attention : nil)
          })),
      .note(
        LocalizedText(
          id:
            "\(unanswered) penilai tidak cukup datanya untuk ditaksir. Tim puskesmas kecil: tanda diberikan mulai \(CycleRun.limits.ratingsToFlag) nilai atas \(CycleRun.limits.rateesToFlag) pegawai, lebih sedikit daripada bawaan pustaka, sehingga lebih lemah.",
          en:
            "For \(unanswered) raters there is not enough data for an estimate. The teams of a health centre are small: flags need \(CycleRun.limits.ratingsToFlag) marks on \(CycleRun.limits.rateesToFlag) employees, fewer than the library's defaults, and are weaker for it."
        )),
    ]
  }

  /// A finding, and what may be done about it.
  private static func sentence(_ finding: Finding) -> LocalizedText {
    let sentences = [finding.sentence] + finding.advice.map(\.sentence)
    return LocalizedText(
      id: sentences.map(\.indonesian).joined(separator: " "),
      en: sentences.map(\.english).joined(separator: " "))
  }

  /// A rating that the forum changed, with what became of the grade.
  private struct Change {
    let adjustment: ForumMinutes.Adjustment
    let aspect: LocalizedText
    let before: LocalizedText
    let after: LocalizedText
    let gradeBefore: Score
    let grade: Score
  }

  private var changes: [Change] {
    agency.forum.adjustments.compactMap { adjustment in
      guard
        let subject = Agency.subject(of: adjustment.item, in: agency.process),
        let aspect = agency.process.aspect(subject.aspect),
        let superior = agency.superior(of: adjustment.person),
        let rating = cycle.states[adjustment.person]?.standingRating(of: subject, by: superior),
        let before = aspect.scale.level(rating.original)?.label,
        let after = aspect.scale.level(rating.level)?.label,
        let gradeBefore = cycle.before[adjustment.person]?.result,
        let grade = cycle.after[adjustment.person]?.result
      else { return nil }
      return Change(
        adjustment: adjustment, aspect: aspect.title, before: before, after: after,
        gradeBefore: gradeBefore, grade: grade)
    }
  }

  private var forumTable: ReportTable {
    ReportTable(
      columns: [
        .init(Words.employee), .init(Words.subject), .init(Words.before), .init(Words.after),
        .init(Words.gradeBefore), .init(Words.grade), .init(Words.reason),
      ],
      rows: changes.map { change in
        [
          .code(change.adjustment.person.text), .text(change.aspect), .text(change.before),
          .text(change.after), grade(change.gradeBefore), grade(change.grade),
          .text(LocalizedText(same: "“\(change.adjustment.reason)”")),
        ]
      })
  }

  private var forumLines: [LocalizedText] {
    changes.map { change in
      LocalizedText(id: line(change, .indonesian), en: line(change, .english))
    }
  }

  private func line(_ change: Change, _ language: Language) -> String {
    let grades = [change.gradeBefore, change.grade].map { $0.categoryLabel?[language] ?? "–" }
    return
      "\(change.adjustment.person), \(change.aspect[language]): \(change.before[language]) → "
      + "\(change.after[language]); \(grades[0]) → \(grades[1]). “\(change.adjustment.reason)”"
  }

  private var matchTable: ReportTable {
    ReportTable(
      columns: [
        .init(Words.employee), .init(Words.post), .init(Words.match, numeric: true),
        .init(Words.verdict), .init(Words.needs),
      ],
      rows: cycle.matches.map { match in
        let needs = match.developmentNeeds.compactMap { gap in
          agency.framework[gap.competency]?.name
        }
        let post = agency.organisation.post(match.post, on: Agency.period.last)?.title
        return [
          .code(match.person.text), post.map { .text($0) } ?? .code(match.post.text),
          match.percent.map { .exact($0, places: 2) } ?? .empty,
          match.band.map { .text($0.name) } ?? .empty,
          needs.isEmpty
            ? .empty
            : .text(
              LocalizedText(
                id: needs.map(\.indonesian).joined(separator: ", "),
                en: needs.map(\.english).joined(separator: ", "))),
        ]
      })
  }
}

// MARK: - Persons

extension AgencyReport {
  private var personBlocks: [ReportBlock] {
    evaluations.map { person, evaluation in
      let line = LocalizedText(
        id: summaryLine(person, evaluation, .indonesian),
        en: summaryLine(person, evaluation, .english))
      return .details(
        summary: line,
        [
          .table(planTable(evaluation)), derivation(evaluation.result),
          derivation(evaluation.comparison),
        ])
    }
  }

  private func summaryLine(
    _ person: PersonID, _ evaluation: Evaluation, _ language: Language
  ) -> String {
    let grade = evaluation.result.categoryLabel?[language] ?? "–"
    let older = evaluation.comparison.numberText(in: language) ?? "–"
    return "\(person) · \(unit(of: person)[language]) · \(grade) · PP 46/2011: \(older)"
  }

  private func planTable(_ evaluation: Evaluation) -> ReportTable {
    ReportTable(
      columns: [
        .init(Words.indicator), .init(Words.target, numeric: true),
        .init(Words.realisation, numeric: true), .init(Words.attainment, numeric: true),
      ],
      rows: evaluation.attainments.map { item, indicator, realisation, attainment in
        [
          .text(indicator.name),
          item.target.map { .text(both { $1.text(indicator.unit, in: $0) }($0)) } ?? .empty,
          realisation.map { .text(both { indicator.unit.text($1, in: $0) }($0)) } ?? .empty,
          attainment.percent.map { .exact($0, places: 2) } ?? .empty,
        ]
      })
  }

  private func derivation(_ score: Score) -> ReportBlock {
    let lines = zip(
      score.derivation.lines(in: .indonesian), score.derivation.lines(in: .english)
    ).map { indonesian, english in
      LocalizedText(
        id: Self.line(indonesian, .indonesian), en: Self.line(english, .english))
    }
    return .details(
      summary: LocalizedText(
        id: "Perhitungan: \(score.rule.title.indonesian)",
        en: "Derivation: \(score.rule.title.english)"), [.list(lines)])
  }

  private static func line(_ line: DerivationLine, _ language: Language) -> String {
    let heading = line.heading.map { "\($0) · " } ?? ""
    return heading + line.sentence + (line.source.map { " [\(text(of: $0, language))]" } ?? "")
  }

  /// A source, with its standing where it is not law.
  private static func text(of source: LegalSource, _ language: Language) -> String {
    source.standing == .law
      ? source.citation : "\(source.citation), \(source.standing.label[language])"
  }

  private func both<Value>(
    _ text: @escaping (Language, Value) -> String
  ) -> (Value) -> LocalizedText {
    { LocalizedText(id: text(.indonesian, $0), en: text(.english, $0)) }
  }

  /// The worked example of the spreadsheet K01, whose printed score the summary shows by hand.
  private var exampleBlocks: [ReportBlock] {
    guard let evaluation = score("p-27") else { return [] }
    let wanted: Set = ["tasks[0].aspects", "skp", "behaviour", "score", "predikat"]
    let english = evaluation.comparison.derivation.lines(in: .english)
    let lines = zip(evaluation.comparison.derivation.lines(in: .indonesian), english)
      .filter { wanted.contains($0.0.path) }
      .map { LocalizedText(id: $0.sentence, en: $1.sentence) }
    return [.list(lines)]
  }

  private var recomputed: LocalizedText {
    let count = cycle.recomputation.scoreCount
    guard cycle.recomputation.isSame else {
      let differing = cycle.recomputation.differing.map(\.text).joined(separator: ", ")
      return LocalizedText(
        id: "PERINGATAN: hasil hitung ulang berbeda untuk \(differing).",
        en: "WARNING: the recomputation differs for \(differing).")
    }
    return LocalizedText(
      id:
        "Jurnal dibuka kembali dan \(count) nilai dihitung ulang: setiap angka sama, setiap perhitungan terbukti.",
      en:
        "The journal was reopened and \(count) scores recomputed: every digit the same, every derivation verified."
    )
  }
}
