import KinerjaCore

/// What is said of a rater who shows an effect, and what may be done.
///
/// A statement goes on after "Rater X", and `{size}` in it is the size; sizes whose null value is 0 are
/// written without sign.
struct EffectWords {
  let statement: LocalizedText
  let meaning: LocalizedText?
  let advice: [Advice]
  /// What the estimate is from, with `{ratees}` in it.
  var basis = LocalizedText(id: "dari {ratees} pegawai", en: "from {ratees} persons")

  init(id: String, en: String, meaning: LocalizedText? = nil, _ advice: [Advice]) {
    statement = LocalizedText(id: id, en: en)
    self.meaning = meaning
    self.advice = advice
  }
}

extension RaterEffect.Kind {
  /// What may be done about a flag.
  public func advice(isAbove: Bool) -> [Advice] { words(isAbove: isAbove).advice }

  func words(isAbove: Bool) -> EffectWords {
    switch self {
    case .leniency:
      EffectWords(
        id: """
          memberi nilai {size} poin lebih \(isAbove ? "tinggi" : "rendah") daripada paruh tengah \
          para penilai untuk pegawai dan butir yang sama
          """,
        en: """
          rates {size} points \(isAbove ? "higher" : "lower") than the middle half of raters do for \
          the same persons and items
          """, [.talk, .train, .forum])
    case .leniencyByReference:
      // A reference may miss what the superior sees, so a second pair of eyes comes first.
      EffectWords(
        id: """
          memberi nilai {size} poin lebih \(isAbove ? "tinggi" : "rendah") daripada paruh tengah \
          para penilai untuk {reference} yang sama
          """,
        en: """
          rates {size} points \(isAbove ? "higher" : "lower") than the middle half of raters do at \
          the same {reference}
          """, [.talk, .secondRater, .forum])
    case .severity:
      EffectWords(
        id: """
          menilai {size} logit lebih \(isAbove ? "ketat" : "longgar") daripada rata-rata penilai, \
          setelah kemampuan pegawai dan kesukaran butir diperhitungkan
          """,
        en: """
          rates {size} logits more \(isAbove ? "severely" : "leniently") than raters do on average, \
          persons and items taken into account
          """, [.talk, .train, .forum])
    case .spread:
      EffectWords(
        id: "menyebarkan nilai {size} kali selebar penilai lain",
        en: "spreads ratings {size} times as widely as other raters do",
        meaning: spreadMeaning(isWide: isAbove),
        isAbove ? [.talk, .train, .secondRater] : [.talk, .train])
    case .centrality:
      EffectWords(
        id: "memberi {size} poin untuk setiap poin perbedaan antarpegawai yang diharapkan model",
        en: "shows {size} points for each point by which persons are expected to differ",
        meaning: spreadMeaning(isWide: isAbove),
        isAbove ? [.talk, .train, .secondRater] : [.talk, .train])
    case .randomness, .halo, .straightLining, .copiedProfiles: patternWords(isAbove: isAbove)
    case .drift, .sequence, .recency, .groupDifference: changeWords(isAbove: isAbove)
    case .inflation, .selfOtherGap, .reciprocity, .achievementRecency:
      anchorWords(isAbove: isAbove)
    case .heaping, .uninformative, .bunching: scaleUseWords(isAbove: isAbove)
    }
  }

  private func spreadMeaning(isWide: Bool) -> LocalizedText {
    isWide
      ? LocalizedText(
        id: "Perbedaan antarpegawai dapat dibesar-besarkan.",
        en: "Differences between persons may be exaggerated.")
      : LocalizedText(
        id: "Perbedaan antarpegawai dapat tersembunyi.",
        en: "Differences between persons may be hidden.")
  }
}
