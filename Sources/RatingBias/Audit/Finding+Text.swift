public import KinerjaCore

extension Finding {
  /// The finding as a sentence.
  public var sentence: LocalizedText {
    let who = rater?.text ?? ""
    switch kind {
    case .severe(let estimate):
      return leniency(estimate, who, direction: LocalizedText(id: "lebih rendah", en: "lower"))
    case .lenient(let estimate):
      return leniency(estimate, who, direction: LocalizedText(id: "lebih tinggi", en: "higher"))
    case .narrow(let estimate):
      return spread(
        estimate, who,
        LocalizedText(
          id: "Perbedaan antarpegawai dapat tersembunyi.",
          en: "Differences between persons may be hidden."))
    case .wide(let estimate):
      return spread(
        estimate, who,
        LocalizedText(
          id: "Perbedaan antarpegawai dapat dibesar-besarkan.",
          en: "Differences between persons may be exaggerated."))
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

  private func leniency(
    _ estimate: RaterLeniency.Estimate, _ who: String, direction: LocalizedText
  ) -> LocalizedText {
    text { mark in
      let points = abs(estimate.points).twoDecimals(mark)
      // The direction is in words, so the interval counts the same way.
      let interval = range(
        estimate.points < 0 ? estimate.interval.reversed : estimate.interval, mark)
      let count = estimate.rateeCount
      guard case .reference(let name) = basis else {
        return LocalizedText(
          id: """
            Penilai \(who) memberi nilai \(points) poin \(direction.indonesian) daripada paruh \
            tengah para penilai untuk pegawai dan butir yang sama\(interval), dari \(count) pegawai.
            """,
          en: """
            Rater \(who) rates \(points) points \(direction.english) than the middle half of raters \
            do for the same persons and items\(interval), from \(count) persons.
            """)
      }
      return LocalizedText(
        id: """
          Penilai \(who) memberi nilai \(points) poin \(direction.indonesian) daripada paruh \
          tengah para penilai untuk \(name.indonesian) yang sama\(interval), dari \(count) pegawai.
          """,
        en: """
          Rater \(who) rates \(points) points \(direction.english) than the middle half of raters do \
          at the same \(name.english)\(interval), from \(count) persons.
          """)
    }
  }

  private func spread(
    _ estimate: CentralTendency.Estimate, _ who: String, _ meaning: LocalizedText
  ) -> LocalizedText {
    text { mark in
      let ratio = estimate.spreadRatio.twoDecimals(mark)
      let interval = range(estimate.interval, mark)
      return LocalizedText(
        id: """
          Sebaran nilai penilai \(who) \(ratio) kali sebaran penilai lain\(interval), dari \
          \(estimate.rateeCount) pegawai. \(meaning.indonesian)
          """,
        en: """
          The ratings of rater \(who) spread \(ratio) times as widely as other raters' do\(interval), \
          from \(estimate.rateeCount) persons. \(meaning.english)
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
