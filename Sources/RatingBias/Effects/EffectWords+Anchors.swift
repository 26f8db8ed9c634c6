import KinerjaCore

extension RaterEffect.Kind {
  /// Effects beside what is known of the ratees, or what others say.
  func anchorWords(isAbove: Bool) -> EffectWords {
    switch self {
    case .inflation:
      EffectWords(
        id: """
          memberi nilai yang dari waktu pertama hingga terakhir \(isAbove ? "naik" : "turun") {size} \
          poin melebihi acuan {reference}
          """,
        en: """
          gives ratings that \(isAbove ? "rose" : "fell") by {size} points beyond {reference} from the \
          first to the last time
          """,
        meaning: isAbove
          ? LocalizedText(
            id: "Nilai yang sama tidak lagi berarti hal yang sama.",
            en: "The same rating no longer means the same.")
          : nil,
        [.talk, .train, .forum])
    case .selfOtherGap:
      words(
        EffectWords(
          id: """
            menilai diri sendiri {size} poin lebih \(isAbove ? "tinggi" : "rendah") daripada orang \
            lain menilainya
            """,
          en: """
            rates themselves {size} points \(isAbove ? "higher" : "lower") than others rate them
            """, [.talk]),
        basis: LocalizedText(
          id: "dibandingkan dengan {ratees} penilai lain", en: "beside {ratees} other raters"))
    case .reciprocity:
      words(
        EffectWords(
          id: """
            memberi nilai {size} poin lebih \(isAbove ? "tinggi" : "rendah") kepada rekan yang menilainya \
            lebih tinggi daripada yang diharapkan dari nilai penilai lain
            """,
          en: """
            rates peers {size} points \(isAbove ? "higher" : "lower") who rate the rater higher than \
            others' ratings let expect
            """,
          meaning: isAbove
            ? LocalizedText(
              id:
                "Mereka mungkin saling memberi nilai; mungkin pula mereka bekerja bersama dengan baik.",
              en: "They may trade ratings; they may as well work together well.")
            : nil,
          isAbove ? [.talk, .secondRater, .forum] : [.talk]),
        basis: LocalizedText(
          id: "dari {ratees} rekan yang saling menilai", en: "from {ratees} mutual ratings"))
    default:
      EffectWords(
        id: """
          memberi nilai {size} poin lebih \(isAbove ? "tinggi" : "rendah") bila bagian akhir \
          {reference} satu simpangan baku lebih baik, padahal nilai setahunnya sama
          """,
        en: """
          rates {size} points \(isAbove ? "higher" : "lower") where the last part of {reference} is one \
          standard deviation better, though the whole is the same
          """, [.talk, .train])
    }
  }

  /// Effects on which levels are used.
  func scaleUseWords(isAbove: Bool) -> EffectWords {
    switch self {
    case .heaping:
      EffectWords(
        id: """
          membulatkan {size} bagian dari nilainya \(isAbove ? "ke" : "menjauh dari") kelipatan \
          {reference}
          """,
        en: """
          rounds a share of {size} of the ratings \(isAbove ? "to" : "away from") multiples of \
          {reference}
          """,
        meaning: LocalizedText(
          id: "Perbedaan yang lebih kecil dari pembulatan itu tidak berarti.",
          en: "Differences smaller than that rounding mean nothing."),
        [.talk, .train])
    case .uninformative:
      EffectWords(
        id: """
          memberi hampir semua pegawai nilai yang sama, sehingga {size} bagian dari yang dapat \
          diungkapkan skala tidak terungkap
          """,
        en: """
          gives nearly everyone the same rating, so that a share of {size} of what the scale could tell \
          is not told
          """,
        meaning: LocalizedText(
          id: "Boleh jadi semua memang setara; nilai ini tidak dapat menunjukkannya.",
          en: "All may truly be alike; these ratings cannot show it."),
        [.talk, .train, .secondRater])
    default:
      words(
        EffectWords(
          id: """
            memberi skor tepat di \(isAbove ? "atas" : "bawah") batas {reference} dengan bagian {size} \
            lebih banyak daripada yang diharapkan
            """,
          en: """
            gives scores just \(isAbove ? "above" : "below") {reference} with a share of {size} more than \
            expected
            """,
          meaning: LocalizedText(
            id: "Yang dilihat hanya pola; skor setiap pegawai tetap perlu diperiksa satu per satu.",
            en: "Only a pattern is seen; each person's score has to be looked at by itself."),
          [.talk, .secondRater, .forum]),
        basis: LocalizedText(
          id: "dari {ratees} skor di dekat batas", en: "from {ratees} scores near it"))
    }
  }

  private func words(_ words: EffectWords, basis: LocalizedText) -> EffectWords {
    var words = words
    words.basis = basis
    return words
  }
}
