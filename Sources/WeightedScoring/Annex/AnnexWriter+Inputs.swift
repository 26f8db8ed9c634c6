import KinerjaCore
import RuleLanguage

// What is asked, and the figures, as tables.
extension AnnexWriter {

  var asked: LegalAnnex.Chapter {
    mutating get {
      var articles: [LegalAnnex.Article] = []
      if !rule.inputs.isEmpty {
        articles.append(
          article(
            LocalizedText(id: "Data pegawai", en: "About the employee"),
            [
              Paragraph(
                LocalizedText(
                  id: "Tentang pegawai yang dinilai, diminta data berikut:",
                  en: "The following is asked about the employee who is appraised:"),
                table: table(of: rule.inputs))
            ]))
      }
      for list in rule.lists {
        articles.append(
          article(
            list.title,
            [
              Paragraph(
                both { words in
                  let title = words.quoted(list.title[words.language])
                  return words.word(
                    "Untuk setiap unsur daftar \(title), diminta data berikut:",
                    "The following is asked about each element of the list \(title):")
                }, table: table(of: list.fields))
            ]))
      }
      return LegalAnnex.Chapter(
        heading: LocalizedText(id: "Data yang diminta", en: "Data to be given"), articles: articles)
    }
  }

  private func table(of inputs: [RuleInput]) -> Table {
    Table(
      columns: [
        LocalizedText(id: "Data", en: "Item"), LocalizedText(id: "Isi", en: "Content"),
        LocalizedText(id: "Rentang", en: "Range"), LocalizedText(id: "Wajib", en: "Required"),
      ],
      rows: inputs.map { input in
        [
          input.title, both { content(of: input, $0) },
          both { range(of: input, $0) },
          both { $0.text(.flag(input.isRequired)) },
        ]
      })
  }

  func range(of input: RuleInput, _ words: ValueWords) -> String {
    guard let range = input.range else { return "–" }
    let (low, high) = (words.exactText(range.lowerBound), words.exactText(range.upperBound))
    return words.word("\(low) s.d. \(high)", "\(low) to \(high)")
  }

  func content(of input: RuleInput, _ words: ValueWords) -> String {
    switch input.type {
    case .number:
      let unit = input.unit.map(\.symbol[words.language]).flatMap { $0.isEmpty ? nil : $0 }
      let number = unit.map { words.word("angka (\($0))", "number (\($0))") }
      let text = number ?? words.word("angka", "number")
      guard let places = input.decimals else { return text }
      return places == 0
        ? text + words.word(", bilangan bulat", ", whole")
        : text
          + words.word(
            ", paling banyak \(places) desimal",
            ", at most \(places) decimal\(places == 1 ? "" : "s")")
    case .flag:
      return words.word("ya atau tidak", "yes or no")
    case .category(let scale):
      let title = rule.scale(scale)?.title[words.language] ?? scale.text
      return words.word("kategori \(words.quoted(title))", "category of \(words.quoted(title))")
    }
  }

  var figures: LegalAnnex.Chapter {
    mutating get {
      let heading = LocalizedText(id: "Angka dan pilihan", en: "Figures and choices")
      guard !rule.parameters.isEmpty else {
        return LegalAnnex.Chapter(heading: heading, articles: [])
      }
      let table = Table(
        columns: [
          LocalizedText(id: "Nama", en: "Name"), LocalizedText(id: "Nilai", en: "Value"),
          LocalizedText(id: "Berlaku", en: "In force"), LocalizedText(id: "Sumber", en: "Source"),
          LocalizedText(id: "Kedudukan", en: "Standing"),
          LocalizedText(id: "Pilihan daerah", en: "Region's choice"),
        ], rows: rule.parameters.flatMap(rows))
      return LegalAnnex.Chapter(
        heading: heading,
        articles: [
          article(
            heading,
            [
              Paragraph(
                LocalizedText(
                  id: "Perhitungan memakai angka dan pilihan berikut:",
                  en: "The calculation uses these figures and choices:"), table: table)
            ])
        ])
    }
  }

  /// One row a dated value; the name and the region's choice stand in the first.
  private func rows(of parameter: RuleParameter) -> [[LocalizedText]] {
    parameter.values.enumerated().map { index, value in
      [
        index == 0 ? parameter.title : LocalizedText(same: "″"),
        both { text(of: value.value, $0, unit: parameter.unit) },
        both { days(of: value, $0) },
        LocalizedText(same: value.source.citation), value.source.standing.label,
        both { words in
          parameter.bounds.map { $0.text(in: words.language, of: rule) }
            ?? words.word("tertutup", "closed")
        },
      ]
    }
  }

  func text(
    of value: RuleValue, _ words: ValueWords, unit: MeasurementUnit?
  ) -> String {
    guard let unit, case .number = value else { return words.exactText(value) }
    return unit.text(behind: words.exactText(value), in: words.language)
  }

  private func days(of value: RuleParameter.Value, _ words: ValueWords) -> String {
    value.effective.encloses(rule.effective)
      ? words.word("selama aturan berlaku", "as long as the rule")
      : value.effective.text(in: words.language)
  }
}
