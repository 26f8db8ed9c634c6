import KinerjaCore
import RuleLanguage

// Steps with variants, groups of raters and sub-periods.
extension AnnexWriter {

  // MARK: - Variants

  /// First when which variant holds, then how the value is found under each.
  func varied(
    _ variants: [StepVariant], of step: RuleStep, in list: RuleList?
  ) -> [Paragraph] {
    let order = Paragraph(
      both { words in
        let subject = subject(of: step, in: list, words)
        return words.word(
          "\(subject) ditentukan menurut ketentuan yang berlaku baginya:",
          "\(subject) is found by the provision that holds for it:")
      },
      items: sentences(
        variants.map { variant in
          both { clause(on: variant, among: variants, in: list, $0) }
        }, isChoice: true))
    let ways = variants.flatMap { variant in
      paragraphs(of: variant.body, of: step, in: list).enumerated().map { index, paragraph in
        index > 0
          ? paragraph
          : Paragraph(
            both { words in
              let title = words.quoted(variant.title[words.language])
              let way = paragraph.text[words.language]
              let source = variant.source.map { " (\(words.text($0)))" } ?? ""
              return words.word("Menurut \(title)\(source), \(way)", "By \(title)\(source), \(way)")
            }, formula: paragraph.formula, items: paragraph.items, table: paragraph.table)
      }
    }
    return [order] + ways
  }

  func clause(
    on variant: StepVariant, among variants: [StepVariant], in list: RuleList?,
    _ words: ValueWords
  ) -> String {
    var text = words.quoted(variant.title[words.language])
    if let when = variant.when {
      text += words.word(", jika ", ", if ") + words.clause(when, in: list?.id)
    }
    if let unless = variant.unless {
      text += words.word(", kecuali jika ", ", unless ") + words.clause(unless, in: list?.id)
    }
    let others = variants.filter { variant.overrides.contains($0.id) }
    if !others.isEmpty {
      let titles = others.map { words.quoted($0.title[words.language]) }.joined(separator: ", ")
      text += words.word(", yang mengesampingkan ", ", which takes precedence over ") + titles
    }
    return text
  }

  // MARK: - Raters

  func rated(
    _ ratings: FormulaText, by role: FormulaText, _ groups: [RaterGroup], total: Ratio?,
    of step: RuleStep, in list: RuleList?
  ) -> [Paragraph] {
    let scale = scale(of: role, in: list)
    let table = Table(
      columns: [
        LocalizedText(id: "Kelompok penilai", en: "Group of raters"),
        LocalizedText(id: "Bobot", en: "Weight"),
        LocalizedText(id: "Penilai paling sedikit", en: "Raters at least"),
        LocalizedText(id: "Nilai kelompok", en: "Value of the group"),
      ],
      rows: groups.map { group in
        [
          both { $0.text(.category(group.role), on: scale) },
          both { constant(group.weight, in: list, $0) },
          LocalizedText(same: "\(group.minimumCount)"), both { text(of: group.aggregation, $0) },
        ]
      })
    return [
      Paragraph(
        both { words in
          let subject = subject(of: step, in: list, words)
          let text = words.quoted(words.text(ratings, in: list?.id))
          return words.word(
            "\(subject) adalah rata-rata berbobot \(text) dari kelompok penilai:",
            "\(subject) is the weighted mean of \(text) over groups of raters:")
        }, table: table),
      Paragraph(
        LocalizedText(
          id: "Kelompok dengan penilai kurang dari jumlah itu dianggap tidak ada.",
          en: "A group with fewer raters than that counts as missing.")), total.map(weightsTotal),
    ].compactMap(\.self)
  }

  private func weightsTotal(_ total: Ratio) -> Paragraph {
    Paragraph(
      both { words in
        let text = words.exactText(total)
        return words.word("Jumlah bobot harus \(text).", "The weights must add up to \(text).")
      })
  }

  func text(of aggregation: RatingAggregation, _ words: ValueWords) -> String {
    switch aggregation {
    case .mean: words.word("rata-rata", "mean")
    case .median: words.word("median", "median")
    case .trimmedMean(let dropped):
      words.word(
        "rata-rata tanpa \(dropped) terendah dan \(dropped) tertinggi",
        "mean without the lowest \(dropped) and the highest \(dropped)")
    case .trimmedMeanByShare(let share):
      words.word(
        "rata-rata tanpa \(words.exactText(share)) bagian terendah dan tertinggi",
        "mean without the lowest and the highest \(words.exactText(share)) of them")
    }
  }

  // MARK: - Periods

  func combined(
    _ value: FormulaText, by period: FormulaText, _ combination: PeriodCombination,
    of step: RuleStep, in list: RuleList?
  ) -> [Paragraph] {
    let scale = scale(of: period, in: list)
    func paragraph(_ indonesian: String, _ english: String, table: Table? = nil) -> Paragraph {
      Paragraph(
        both { words in
          let subject = subject(of: step, in: list, words)
          let text = words.quoted(words.text(value, in: list?.id))
          return words.word(
            "\(subject) adalah \(indonesian) \(text)", "\(subject) is \(english) \(text)")
            + words.word(
              " semua periode\(table == nil ? "." : ":")",
              " of all periods\(table == nil ? "." : ":")")
        }, table: table)
    }
    switch combination {
    case .mean: return [paragraph("rata-rata", "the mean of")]
    case .last:
      return [
        Paragraph(
          both { words in
            let subject = subject(of: step, in: list, words)
            let text = words.quoted(words.text(value, in: list?.id))
            return words.word(
              "\(subject) adalah \(text) periode terakhir.",
              "\(subject) is \(text) of the last period.")
          })
      ]
    case .worst: return [paragraph("yang terendah dari", "the worst")]
    case .weighted(let weights, let total):
      let table = Table(
        columns: [
          LocalizedText(id: "Periode", en: "Period"), LocalizedText(id: "Bobot", en: "Weight"),
        ],
        rows: weights.map { weight in
          [
            both { $0.text(.category(weight.period), on: scale) },
            both { constant(weight.weight, in: list, $0) },
          ]
        })
      return [
        paragraph("rata-rata berbobot", "the weighted mean of", table: table),
        total.map(weightsTotal),
      ].compactMap(\.self)
    case .byTime(let time):
      return [
        paragraph("rata-rata berbobot", "the weighted mean of"),
        Paragraph(
          both { words in
            let text = words.quoted(words.text(time, in: list?.id))
            return words.word(
              "Bobot setiap periode adalah \(text).", "The weight of each is \(text).")
          }),
      ]
    }
  }
}
