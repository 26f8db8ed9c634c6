import KinerjaCore
import RuleLanguage

// Each step as an article.
extension AnnexWriter {

  var calculation: LegalAnnex.Chapter {
    mutating get {
      var articles: [LegalAnnex.Article] = []
      for list in rule.lists {
        for step in list.steps { articles.append(article(on: step, in: list)) }
      }
      for step in rule.steps { articles.append(article(on: step, in: nil)) }
      return LegalAnnex.Chapter(
        heading: LocalizedText(id: "Perhitungan", en: "Calculation"), articles: articles)
    }
  }

  private mutating func article(on step: RuleStep, in list: RuleList?) -> LegalAnnex.Article {
    var paragraphs = paragraphs(of: step.body, of: step, in: list)
    if let rounding = step.rounding {
      paragraphs.append(
        Paragraph(
          both { words in
            let text = words.rounded(rounding.places, rounding.mode)
            return words.word("Hasilnya \(text).", "The result is \(text).")
          }))
    }
    if let policy = provision(for: step) {
      paragraphs.append(policy)
    }
    if let basis = basis(of: step) { paragraphs.append(basis) }
    let written = article(step.title, paragraphs)
    if step.whenMissing != .incomplete { provisions.append(written.number) }
    return written
  }

  /// How a value is found, by the way that a step or one of its variants has.
  func paragraphs(
    of body: RuleStep.Body, of step: RuleStep, in list: RuleList?
  ) -> [Paragraph] {
    switch body {
    case .formula(let formula): [formulated(formula, of: step, in: list)]
    case .weightedMean(let terms, let total): weighted(terms, total: total, of: step, in: list)
    case .bands(let number, let table): [banded(number, table, of: step, in: list)]
    case .matrix(let rows, let columns, let matrix):
      [crossed(rows, columns, matrix, of: step, in: list)]
    case .variants(let variants): varied(variants, of: step, in: list)
    case .raterGroups(let ratings, let role, let groups, let total):
      rated(ratings, by: role, groups, total: total, of: step, in: list)
    case .periods(let value, let period, let combination):
      combined(value, by: period, combination, of: step, in: list)
    }
  }

  /// "“X” setiap Tugas".
  func subject(of step: RuleStep, in list: RuleList?, _ words: ValueWords) -> String {
    let title = words.quoted(step.title[words.language])
    guard let list = list?.title[words.language] else { return title }
    return words.word("\(title) setiap \(list)", "\(title) of each \(list)")
  }

  // MARK: - Formulas

  private func formulated(
    _ formula: FormulaText, of step: RuleStep, in list: RuleList?
  ) -> Paragraph {
    let count = ValueWords(rule, .english).cases(of: formula, in: list?.id, on: step.scale).count
    guard count > 1 else {
      return Paragraph(
        both { words in
          let subject = subject(of: step, in: list, words)
          return words.word("\(subject) dihitung:", "\(subject) is computed as:")
        },
        formula: both { words in
          let body = words.text(formula, in: list?.id, on: step.scale)
          return "\(step.title[words.language]) = \(body)"
        })
    }
    return Paragraph(
      both { words in
        let subject = subject(of: step, in: list, words)
        return words.word("\(subject) adalah:", "\(subject) is:")
      },
      items: sentences(
        (0..<count).map { index in
          both { words in
            let one = words.cases(of: formula, in: list?.id, on: step.scale)[index]
            guard let condition = one.condition else {
              return words.word(
                "\(one.value), dalam hal lainnya", "\(one.value), in all other cases")
            }
            return words.word("\(one.value), jika \(condition)", "\(one.value), if \(condition)")
          }
        }, isChoice: true))
  }

  private func weighted(
    _ terms: [RuleStep.WeightedTerm], total: Ratio?, of step: RuleStep, in list: RuleList?
  ) -> [Paragraph] {
    let table = Table(
      columns: [
        LocalizedText(id: "Unsur", en: "Part"), LocalizedText(id: "Bobot", en: "Weight"),
      ],
      rows: terms.map { term in
        [
          both { $0.text(term.value, in: list?.id) },
          both { constant(term.weight, in: list, $0) },
        ]
      })
    let mean = Paragraph(
      both { words in
        let subject = subject(of: step, in: list, words)
        return words.word(
          "\(subject) adalah rata-rata berbobot dari:", "\(subject) is the weighted mean of:")
      }, table: table)
    let way = Paragraph(
      both { words in
        guard let total else {
          return words.word(
            "Jumlah hasil kali unsur dan bobotnya dibagi jumlah bobot.",
            "The parts times their weights are added up and divided by the sum of the weights.")
        }
        return total == 1
          ? words.word(
            "Jumlah bobot harus 1; setiap unsur dikalikan bobotnya, lalu hasilnya dijumlahkan.",
            "The weights must add up to 1; each part is multiplied by its weight and the products are "
              + "added up.")
          : words.word(
            "Jumlah bobot harus \(words.exactText(total)); jumlah hasil kali unsur dan bobotnya dibagi "
              + "jumlah itu.",
            "The weights must add up to \(words.exactText(total)), by which the sum of the parts times "
              + "their weights is divided.")
      })
    return [mean, way]
  }

  /// A figure that stands in a table: the value of a parameter that has one only, with its name.
  func constant(_ formula: FormulaText, in list: RuleList? = nil, _ words: ValueWords) -> String {
    let text = words.text(formula, in: list?.id)
    let parameter = rule.parameters.first { $0.id.text == formula.text }
    guard let parameter, parameter.values.count == 1, let value = parameter.values.first else {
      return text
    }
    return "\(words.exactText(value.value)) (\(text))"
  }

  // MARK: - Tables

  private func banded(
    _ number: FormulaText, _ table: BandTable, of step: RuleStep, in list: RuleList?
  ) -> Paragraph {
    Paragraph(
      both { words in
        let subject = subject(of: step, in: list, words)
        let text = words.text(number, in: list?.id)
        return words.word(
          "\(subject) ditentukan oleh \(words.quoted(text)) menurut tabel:",
          "\(subject) follows from \(words.quoted(text)) by the table:")
      },
      table: Table(
        columns: [
          LocalizedText(id: "Kategori", en: "Category"),
          LocalizedText(id: "Rentang nilai", en: "Range of the value"),
        ],
        rows: table.bands.map { band in
          [
            both { $0.text(.category(band.category), on: step.scale) },
            both { limits(band.lower, band.upper, $0) },
          ]
        }))
  }

  /// "76 (Batas Baik) ≤ nilai < 91 (Batas Sangat Baik)".
  func limits(_ lower: Band.Edge?, _ upper: Band.Edge?, _ words: ValueWords) -> String {
    let low = lower.map { "\(constant($0.value, words)) \($0.isClosed ? "≤" : "<") " } ?? ""
    let high = upper.map { " \($0.isClosed ? "≤" : "<") \(constant($0.value, words))" } ?? ""
    guard lower != nil || upper != nil else { return words.word("semua nilai", "any value") }
    return low + words.word("nilai", "value") + high
  }

  private func crossed(
    _ rows: FormulaText, _ columns: FormulaText, _ matrix: CategoryMatrix, of step: RuleStep,
    in list: RuleList?
  ) -> Paragraph {
    let corner = both { words in
      "\(words.text(rows, in: list?.id)) \\ \(words.text(columns, in: list?.id))"
    }
    let (rowScale, columnScale) = (scale(of: rows, in: list), scale(of: columns, in: list))
    return Paragraph(
      both { words in
        let subject = subject(of: step, in: list, words)
        let one = words.quoted(words.text(rows, in: list?.id))
        let other = words.quoted(words.text(columns, in: list?.id))
        return words.word(
          "\(subject) adalah isi sel pada baris \(one) dan kolom \(other):",
          "\(subject) is the cell where the row of \(one) meets the column of \(other):")
      },
      table: Table(
        columns: [corner]
          + matrix.columns.map { column in
            both { $0.text(.category(column), on: columnScale) }
          },
        rows: matrix.rows.map { row in
          [both { $0.text(.category(row.category), on: rowScale) }]
            + row.cells.map { cell in
              both { $0.text(.category(cell), on: step.scale) }
            }
        }))
  }

  func scale(of formula: FormulaText, in list: RuleList?) -> ScaleID? {
    ValueWords(rule, .english).scale(of: formula.text, in: list?.id)
  }
}
