import KinerjaCore
import RuleLanguage

// What happens without data, and what the rule rests on.
extension AnnexWriter {

  var missing: LegalAnnex.Chapter {
    mutating get {
      var paragraphs = [
        Paragraph(
          LocalizedText(
            id: "Data yang tidak ada bukan nol. Nilai yang memerlukannya tidak dihitung, dan hasil "
              + "yang memerlukan nilai itu dinyatakan belum lengkap.",
            en:
              "What is missing is not nought. A value that needs it is not computed, and a result "
              + "that needs that value is declared incomplete."))
      ]
      if !provisions.isEmpty {
        let indonesian = provisions.map { "Pasal \($0)" }.joined(separator: ", ")
        let english = provisions.map { "Article \($0)" }.joined(separator: ", ")
        paragraphs.append(
          Paragraph(
            LocalizedText(
              id: "Ketentuan khusus ada pada \(indonesian).",
              en: "Special provisions are in \(english).")))
      }
      return LegalAnnex.Chapter(
        heading: LocalizedText(id: "Data yang tidak ada", en: "Missing data"),
        articles: [
          article(LocalizedText(id: "Data yang tidak ada", en: "Missing data"), paragraphs)
        ])
    }
  }

  /// What is assumed, what is open to regions, and where all of it was read.
  var reservations: LegalAnnex.Chapter {
    mutating get {
      var articles: [LegalAnnex.Article] = []
      let assumed = assumptions
      if !assumed.isEmpty {
        articles.append(
          article(
            LocalizedText(id: "Asumsi", en: "Assumptions"),
            [
              Paragraph(
                LocalizedText(
                  id: "Hal berikut tidak tercetak dalam sumber yang dibaca dan merupakan asumsi:",
                  en: "The following is not printed in the sources read, and is assumed:"),
                items: sentences(assumed))
            ]))
      }
      let open = openings
      articles.append(
        article(
          LocalizedText(id: "Pilihan daerah", en: "What regions may choose"),
          [
            open.isEmpty
              ? Paragraph(
                LocalizedText(
                  id: "Tidak ada ketentuan yang dapat diubah oleh daerah.",
                  en: "No provision may be changed by a region."))
              : Paragraph(
                LocalizedText(
                  id: "Daerah dapat mengubah hanya:", en: "A region may change only:"),
                items: sentences(open))
          ]))
      articles.append(
        article(
          LocalizedText(id: "Sumber", en: "Sources"),
          [
            Paragraph(
              LocalizedText(
                id: "Ketentuan di atas dibaca dari:", en: "The above was read from:"),
              table: Table(
                columns: [
                  LocalizedText(id: "Sumber", en: "Source"),
                  LocalizedText(id: "Kedudukan", en: "Standing"),
                  LocalizedText(id: "Alamat", en: "Address"),
                ],
                rows: sources.map { source in
                  [
                    LocalizedText(same: source.citation), source.standing.label,
                    LocalizedText(same: source.link ?? "–"),
                  ]
                }))
          ]))
      return LegalAnnex.Chapter(
        heading: LocalizedText(id: "Ketentuan penutup", en: "Final provisions"),
        articles: articles)
    }
  }

  private var assumptions: [LocalizedText] {
    let figures = rule.parameters.filter { parameter in
      parameter.values.contains { $0.source.standing == .assumed }
    }
    let steps = (rule.lists.flatMap(\.steps) + rule.steps).filter {
      $0.source?.standing == .assumed
    }
    return figures.map { parameter in
      both { words in
        let values = parameter.values.filter { $0.source.standing == .assumed }
        let text = values.map { words.exactText($0.value) }.joined(separator: "; ")
        return "\(words.quoted(parameter.title[words.language])): \(text)"
      }
    }
      + steps.map { step in
        both { words in
          words.word("cara menentukan ", "how ")
            + words.quoted(step.title[words.language]) + words.word("", " is found")
        }
      }
  }

  private var openings: [LocalizedText] {
    let figures = rule.parameters.compactMap { parameter in
      parameter.bounds.map { bounds in
        both { words in
          let title = words.quoted(parameter.title[words.language])
          return "\(title): \(bounds.text(in: words.language, of: rule))"
        }
      }
    }
    let steps = (rule.lists.flatMap(\.steps) + rule.steps).filter(\.isOpen)
    return figures
      + steps.map { step in
        both { words in
          words.word("cara menentukan ", "how ")
            + words.quoted(step.title[words.language]) + words.word("", " is found")
        }
      }
  }

  /// Every source that was read, each once, in the order of the rule's text.
  private var sources: [LegalSource] {
    let steps = rule.lists.flatMap(\.steps) + rule.steps
    let named =
      rule.sources + rule.parameters.flatMap { $0.values.map(\.source) }
      + rule.tables.compactMap(\.source) + steps.flatMap(\.sources)
    var seen: Set<LegalSource> = []
    return named.filter { $0.standing != .assumed && seen.insert($0).inserted }
  }
}
