import KinerjaCore
import RuleLanguage

// What a step provides for missing data, and on what it rests.
extension AnnexWriter {

  func provision(for step: RuleStep) -> Paragraph? {
    switch step.whenMissing {
    case .incomplete:
      return nil
    case .fail:
      return Paragraph(
        LocalizedText(
          id: "Jika tidak dapat dihitung, penilaian dihentikan sampai datanya lengkap.",
          en: "If it cannot be computed, the appraisal stops until the data are complete."))
    case .substitute(let value, let source):
      return replaced(
        by: both { $0.exactText(value, on: step.scale) },
        is: LocalizedText(id: "nilai itu", en: "it"), source)
    case .carryForward(let days, let source):
      return replaced(
        by: LocalizedText(
          id: "nilai periode sebelumnya yang berumur paling lama \(days) hari",
          en:
            "the value of an earlier period that is at most \(days) day\(days == 1 ? "" : "s") old"
        ), is: LocalizedText(id: "nilai itu", en: "it"), source)
    case .lowestBand(let source):
      return replaced(
        by: LocalizedText(id: "kategori terendah", en: "the lowest category"),
        is: LocalizedText(id: "kategori itu", en: "it"), source)
    case .dropAndRescale(let share):
      return Paragraph(
        both { words in
          let text = words.exactText(share)
          return words.word(
            "Unsur yang tidak ada dikeluarkan dan bobot unsur lain dinaikkan sebanding, jika "
              + "sedikitnya \(text) bagian bobot terukur; jika kurang, tidak dihitung.",
            "A part that is missing is left out and the weights of the others are scaled up, if at "
              + "least \(text) of the weight was measured; with less, it is not computed.")
        })
    }
  }

  private func replaced(
    by replacement: LocalizedText, is name: LocalizedText, _ source: LegalSource
  ) -> Paragraph {
    Paragraph(
      both { words in
        let (text, name) = (replacement[words.language], name[words.language])
        let citation = words.text(source)
        return words.word(
          "Jika tidak dapat dihitung, dipakai \(text) (\(citation)); \(name) tidak terhitung "
            + "sebagai yang terukur.",
          "If it cannot be computed, \(text) is used (\(citation)); \(name) does not count as "
            + "measured.")
      })
  }

  func basis(of step: RuleStep) -> Paragraph? {
    guard step.source != nil || step.isOpen else { return nil }
    return Paragraph(
      both { words in
        let source = step.source.map { source in
          switch source.standing {
          case .law:
            words.word("Dasar: \(source.citation).", "Basis: \(source.citation).")
          case .region, .assumed:
            words.word(
              "Dasar: \(source.citation) (\(source.standing.label.indonesian)).",
              "Basis: \(source.citation) (\(source.standing.label.english)).")
          }
        }
        let open = words.word(
          "Daerah dapat menggantinya dengan ketentuan sendiri.",
          "A region may replace this by a provision of its own.")
        return [source, step.isOpen ? open : nil].compactMap(\.self).joined(separator: " ")
      })
  }
}

extension RuleStep {
  /// The sources that it names.
  var sources: [LegalSource] {
    let policy: LegalSource? =
      switch whenMissing {
      case .substitute(_, let source), .carryForward(_, let source), .lowestBand(let source): source
      case .incomplete, .fail, .dropAndRescale: nil
      }
    return ([source, policy] + body.sources).compactMap(\.self)
  }
}

extension RuleStep.Body {
  fileprivate var sources: [LegalSource?] {
    switch self {
    case .variants(let variants): variants.flatMap { [$0.source] + $0.body.sources }
    case .formula, .weightedMean, .bands, .matrix, .raterGroups, .periods: []
    }
  }
}
