import KinerjaCore
import RuleLanguage

/// Writes a rule as a legal annex.
struct AnnexWriter {
  typealias Paragraph = LegalAnnex.Paragraph
  typealias Table = LegalAnnex.Table

  let scoring: ScoringRule
  let rule: Rule
  /// The articles written so far.
  private var articleCount = 0
  /// The articles of the steps that say themselves what happens when something is missing.
  var provisions: [Int] = []

  init(_ scoring: ScoringRule) {
    self.scoring = scoring
    rule = scoring.rule
  }

  mutating func annex() -> LegalAnnex {
    var chapters = [general, asked, figures]
    if !rule.tables.isEmpty { chapters.append(lookups) }
    chapters += [calculation, missing, reservations]
    return LegalAnnex(
      title: rule.title,
      preamble: [
        both { words in
          words.word(
            "Aturan \(rule.id), versi \(rule.version)", "Rule \(rule.id), version \(rule.version)")
        },
        both { words in
          let days = rule.effective.text(in: words.language)
          return words.word("Berlaku: \(days)", "In force: \(days)")
        },
      ] + succession, chapters: chapters.filter { !$0.articles.isEmpty })
  }

  private var succession: [LocalizedText] {
    guard !rule.supersedes.isEmpty else { return [] }
    let rules = rule.supersedes.map(\.text).joined(separator: ", ")
    return [LocalizedText(id: "Menggantikan: \(rules)", en: "Supersedes: \(rules)")]
  }

  // MARK: - Tools

  /// A text that is written in each language.
  func both(_ text: (ValueWords) -> String) -> LocalizedText {
    LocalizedText(
      id: text(ValueWords(rule, .indonesian)), en: text(ValueWords(rule, .english)))
  }

  /// Items of one sentence, each on a line of its own.
  func sentences(_ items: [LocalizedText], isChoice: Bool = false) -> [LocalizedText] {
    items.enumerated().map { index, item in
      if index == items.count - 1 {
        return LocalizedText(id: "\(item.indonesian).", en: "\(item.english).")
      }
      let isLastButOne = index == items.count - 2
      let (dan, and) = isChoice ? (" atau", " or") : (" dan", " and")
      return LocalizedText(
        id: "\(item.indonesian);\(isLastButOne ? dan : "")",
        en: "\(item.english);\(isLastButOne ? and : "")")
    }
  }

  mutating func article(
    _ heading: LocalizedText, _ paragraphs: [Paragraph]
  ) -> LegalAnnex.Article {
    articleCount += 1
    return LegalAnnex.Article(number: articleCount, heading: heading, paragraphs: paragraphs)
  }

  // MARK: - General provisions

  private var general: LegalAnnex.Chapter {
    mutating get {
      var articles = [
        article(
          LocalizedText(id: "Dasar", en: "Basis"),
          [
            Paragraph(
              LocalizedText(id: "Aturan ini mengikuti:", en: "This rule follows:"),
              items: sentences(
                rule.sources.map { source in
                  both { $0.text(source) }
                }))
          ]),
        article(LocalizedText(id: "Hasil", en: "Result"), results),
      ]
      if !rule.scales.isEmpty {
        articles.append(
          article(LocalizedText(id: "Kategori", en: "Categories"), rule.scales.map(categories)))
      }
      return LegalAnnex.Chapter(
        heading: LocalizedText(id: "Ketentuan umum", en: "General provisions"),
        articles: articles)
    }
  }

  private var results: [Paragraph] {
    var paragraphs: [Paragraph] = []
    if let step = scoring.scoreStep.flatMap(rule.step) {
      paragraphs.append(
        Paragraph(
          both { words in
            let title = words.quoted(step.title[words.language])
            let rounding = words.rounded(scoring.display.places, scoring.display.mode)
            return words.word(
              "Nilai akhir adalah \(title). Dalam penyajian angkanya \(rounding); pembulatan itu "
                + "tidak ikut dalam perhitungan.",
              "The score is \(title). For display it is \(rounding), which takes no part in the "
                + "calculation.")
          }))
    }
    if let step = scoring.categoryStep.flatMap(rule.step) {
      paragraphs.append(
        Paragraph(
          both { words in
            let title = words.quoted(step.title[words.language])
            let scale = step.scale.flatMap(rule.scale).map { $0.title[words.language] } ?? ""
            return words.word(
              "Kategori akhir adalah \(title), salah satu dari \(words.quoted(scale)).",
              "The category is \(title), one of \(words.quoted(scale)).")
          }))
    }
    if !scoring.furtherSteps.isEmpty {
      paragraphs.append(
        Paragraph(
          both { words in
            let titles = scoring.furtherSteps.map { words.title(of: $0.text) }
            let text = titles.map(words.quoted).joined(separator: ", ")
            return words.word("Disajikan pula: \(text).", "Also given are: \(text).")
          }))
    }
    guard scoring.scoreStep != nil else { return paragraphs }
    paragraphs.append(
      Paragraph(
        LocalizedText(
          id: "Semua angka dihitung tepat; pembulatan hanya dilakukan di tempat yang menyebutnya.",
          en: "All figures are computed exactly; they are rounded only where it is said.")))
    return paragraphs
  }

  private func categories(_ scale: CategoryScale) -> Paragraph {
    Paragraph(
      both { words in
        let title = words.quoted(scale.title[words.language])
        guard scale.isRanked else {
          return words.word("Kategori \(title):", "The categories \(title):")
        }
        return words.word(
          "Kategori \(title), dari yang terendah:", "The categories \(title), from the lowest:")
      }, items: sentences(scale.categories.map(\.label)))
  }
}

extension ScoringRule {
  /// The rule as the annex of a regulation, in both languages.
  ///
  /// Inputs and figures are tables, each step is an article that says in words how its value is
  /// found; what is assumed, and what a region may choose, is said where it stands and gathered
  /// at the end.
  public var annex: LegalAnnex {
    var writer = AnnexWriter(self)
    return writer.annex()
  }
}
