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
      return text { mark in
        LocalizedText(
          id: """
            Kesepakatan antarpenilai rendah: \(agreement.coefficient.name.indonesian) \
            \(agreement.value.twoDecimals(mark))\
            \(range(agreement.interval, mark)), dari \(agreement.rateeCount) pegawai yang dinilai \
            bersama.
            """,
          en: """
            Raters agree little: \(agreement.coefficient.name.english) is \
            \(agreement.value.twoDecimals(mark))\
            \(range(agreement.interval, mark)), from \(agreement.rateeCount) persons rated \
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
    return text { mark in
      LocalizedText(
        id: """
          Penilai \(who) \(filled(words.statement.indonesian, mark, reference?.indonesian))\
          \(range(interval, mark)), dari \(estimate.rateeCount) pegawai.\
          \(ending(words.meaning?.indonesian))
          """,
        en: """
          Rater \(who) \(filled(words.statement.english, mark, reference?.english))\
          \(range(interval, mark)), from \(estimate.rateeCount) persons.\
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
    return text { mark in
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

  /// Writes each language with its own decimal mark.
  private func text(_ sentence: (DecimalConvention) -> LocalizedText) -> LocalizedText {
    LocalizedText(id: sentence(.comma).indonesian, en: sentence(.point).english)
  }

  private func range(_ interval: ConfidenceInterval?, _ mark: DecimalConvention) -> String {
    guard let interval else { return "" }
    let level = Points(mantissa: Int64((interval.level * 1_000).rounded()), places: 1)
    let (lower, upper) = (interval.lower.twoDecimals(mark), interval.upper.twoDecimals(mark))
    // A dash between the ends would be read as the sign of the second.
    let to = mark == .comma ? "s.d." : "to"
    return " (\(level.text(mark))%: \(lower) \(to) \(upper))"
  }
}

extension ConfidenceInterval {
  /// Of the quantity with the other sign.
  fileprivate var reversed: Self { Self(lower: -upper, upper: -lower, level: level) }
}

extension Double {
  /// The estimate with two decimals, for people to read; very large ones and infinities in full.
  fileprivate func twoDecimals(_ convention: DecimalConvention) -> String {
    guard abs(self) < 1e15 else { return description }
    return Points(mantissa: Int64((self * 100).rounded()), places: 2).text(convention, places: 2)
  }
}
