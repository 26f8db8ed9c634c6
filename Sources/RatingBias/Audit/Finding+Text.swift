public import KinerjaCore

extension Finding {
  /// The finding as a sentence.
  public var sentence: LocalizedText {
    let who = rater?.text ?? ""
    switch kind {
    case .effect(let effect, let estimate):
      return estimate.onlyOther.map { pair(effect, estimate, who, $0.text) }
        ?? alone(effect, estimate, who)
    case .sameForAll(let ratees):
      return LocalizedText(
        id:
          "Penilai \(who) memberi nilai yang sama kepada semua \(ratees) pegawai pada setiap butir.",
        en: "Rater \(who) gave all \(ratees) persons the same rating on each item.")
    case .lowAgreement(let agreement):
      return LocalizedText.withMarks { mark in
        LocalizedText(
          id: """
            Kesepakatan antarpenilai rendah: \(agreement.coefficient.name.indonesian) \
            \(agreement.value.twoDecimals(mark))\
            \(agreement.interval.inBrackets(mark)), dari \(agreement.rateeCount) pegawai yang dinilai \
            bersama.
            """,
          en: """
            Raters agree little: \(agreement.coefficient.name.english) is \
            \(agreement.value.twoDecimals(mark))\
            \(agreement.interval.inBrackets(mark)), from \(agreement.rateeCount) persons rated \
            together.
            """)
      }
    case .separateGroups(let count):
      return LocalizedText(
        id: """
          Penilai terbagi dalam \(count) kelompok yang tidak menilai pegawai yang sama pada \
          butir yang sama; dari nilai saja tidak dapat dibedakan penilai yang ketat dari tim yang lemah.
          """,
        en: """
          Raters fall into \(count) groups that rated no person on the same item; ratings alone \
          cannot tell a severe rater from a weak team.
          """)
    case .tooLittleData(let raters, let all):
      return LocalizedText(
        id: "Untuk \(raters) dari \(all) penilai, data belum cukup untuk menyatakan apa pun.",
        en: "For \(raters) of \(all) raters there is not enough data to say anything.")
    }
  }

  private func alone(
    _ effect: RaterEffect.Kind, _ estimate: RaterEffect.Estimate, _ who: String
  ) -> LocalizedText {
    let words = effect.words(isAbove: estimate.isAbove)
    let hasDirection = effect.measure.nullValue == 0
    // The direction is in words, so the interval counts the same way.
    let interval =
      hasDirection && !estimate.isAbove ? estimate.interval.reversed : estimate.interval
    func filled(_ template: String, _ mark: DecimalConvention, _ name: String?) -> String {
      let size = hasDirection ? abs(estimate.size) : estimate.size
      return template.replacing("{size}", with: size.twoDecimals(mark))
        .replacing("{reference}", with: name ?? "")
    }
    func ending(_ meaning: String?) -> String { meaning.map { " " + $0 } ?? "" }
    return LocalizedText.withMarks { mark in
      LocalizedText(
        id: """
          Penilai \(who) \(filled(words.statement.indonesian, mark, reference?.indonesian))\
          \(interval.inBrackets(mark)), \(words.basis.indonesian.counting(estimate)).\
          \(ending(words.meaning?.indonesian))
          """,
        en: """
          Rater \(who) \(filled(words.statement.english, mark, reference?.english))\
          \(interval.inBrackets(mark)), \(words.basis.english.counting(estimate)).\
          \(ending(words.meaning?.english))
          """)
    }
  }

  /// Two raters with nobody else to compare with: only their difference is known.
  private func pair(
    _ effect: RaterEffect.Kind, _ estimate: RaterEffect.Estimate, _ who: String, _ other: String
  ) -> LocalizedText {
    let isPoints = effect.measure == .points
    let isHigher = estimate.isAbove == isPoints
    return LocalizedText.withMarks { mark in
      let size = (2 * abs(estimate.size)).twoDecimals(mark)
      return LocalizedText(
        id: """
          Penilai \(who) memberi nilai \(size) \(isPoints ? "poin" : "logit") \
          lebih \(isHigher ? "tinggi" : "rendah") daripada penilai \(other), dari \
          \(estimate.rateeCount) pegawai; tanpa penilai ketiga tidak dapat dikatakan siapa di antara \
          keduanya yang menyimpang.
          """,
        en: """
          Rater \(who) rates \(size) \(isPoints ? "points" : "logits") \
          \(isHigher ? "higher" : "lower") than rater \(other), from \(estimate.rateeCount) \
          persons; without a third rater it cannot be said which of the two is out of line.
          """)
    }
  }

}

extension String {
  fileprivate func counting(_ estimate: RaterEffect.Estimate) -> String {
    replacing("{ratees}", with: String(estimate.rateeCount))
  }
}

extension ConfidenceInterval {
  /// Of the quantity with the other sign.
  fileprivate var reversed: Self { Self(lower: -upper, upper: -lower, level: level) }
}
