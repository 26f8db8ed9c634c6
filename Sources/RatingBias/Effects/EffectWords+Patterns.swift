import KinerjaCore

extension RaterEffect.Kind {
  /// Effects on how the ratings of one rater hang together.
  func patternWords(isAbove: Bool) -> EffectWords {
    switch self {
    case .randomness:
      EffectWords(
        id: "memberi nilai yang menyimpang {size} kali sebanyak yang wajar karena kebetulan",
        en: "gives ratings that stray {size} times as much as chance explains",
        meaning: isAbove
          ? LocalizedText(
            id: "Nilai itu tidak cocok dengan nilai penilai lain untuk pegawai yang sama.",
            en: "They do not fit what other raters see in the same persons.")
          : LocalizedText(
            id: "Nilai itu lebih teratur daripada penilaian yang bebas.",
            en: "They are more regular than independent ratings are."),
        isAbove ? [.talk, .train, .secondRater] : [.talk])
    case .halo:
      EffectWords(
        id: """
          memberi nilai antarbutir yang korelasinya, di luar mutu pegawai, {size} \
          lebih \(isAbove ? "tinggi" : "rendah") daripada pada penilai lain
          """,
        en: """
          gives items of one person ratings whose correlation, beyond the person's merit, is {size} \
          \(isAbove ? "higher" : "lower") than other raters'
          """,
        meaning: isAbove
          ? LocalizedText(
            id: "Kesan umum mungkin menutupi perbedaan antarbutir.",
            en: "An overall impression may cover differences between items.")
          : nil,
        isAbove ? [.talk, .train] : [.talk])
    case .straightLining:
      EffectWords(
        id: """
          memberi nilai yang sama pada semua butir kepada bagian pegawai yang {size} \
          lebih \(isAbove ? "besar" : "kecil") daripada yang diharapkan
          """,
        en: """
          gives the same rating on all items to a share of persons {size} \
          \(isAbove ? "larger" : "smaller") than expected
          """, [.talk, .train, .secondRater])
    default:
      EffectWords(
        id: """
          mengulang seluruh nilai pegawai sebelumnya pada bagian pegawai yang {size} \
          lebih \(isAbove ? "besar" : "kecil") daripada yang diharapkan
          """,
        en: """
          repeats all ratings of the person before for a share of persons {size} \
          \(isAbove ? "larger" : "smaller") than expected
          """, [.talk, .secondRater, .forum])
    }
  }

  /// Effects on how the ratings of one rater change.
  func changeWords(isAbove: Bool) -> EffectWords {
    switch self {
    case .drift:
      EffectWords(
        id: """
          menjadi {size} logit lebih \(isAbove ? "ketat" : "longgar") dari awal hingga akhir masa \
          penilaian
          """,
        en: """
          became {size} logits more \(isAbove ? "severe" : "lenient") from the first to the last \
          rating
          """, [.talk, .train, .forum])
    case .sequence:
      EffectWords(
        id: """
          memberi nilai {size} logit lebih \(isAbove ? "tinggi" : "rendah") untuk setiap poin \
          yang diterima pegawai sebelumnya
          """,
        en: """
          rates {size} logits \(isAbove ? "higher" : "lower") for each point given to the person \
          before
          """, [.talk, .train])
    case .recency:
      EffectWords(
        id: "menilai {size} logit lebih \(isAbove ? "ketat" : "longgar") pada bagian akhir",
        en: "rates {size} logits more \(isAbove ? "severely" : "leniently") in the last part",
        [.talk, .train])
    default:
      EffectWords(
        id: """
          menilai {reference} {size} logit lebih \(isAbove ? "ketat" : "longgar") daripada pegawai \
          lain yang setara
          """,
        en: """
          rates {reference} {size} logits more \(isAbove ? "severely" : "leniently") than others of \
          equal merit
          """, [.talk, .secondRater, .forum])
    }
  }
}
