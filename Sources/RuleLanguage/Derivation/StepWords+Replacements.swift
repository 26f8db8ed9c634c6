import KinerjaCore

// What took the place of a missing value, or why nothing did, in words.
extension StepWords {

  private var result: String { words.text(step.result, on: definition.scale) }

  /// What was taken instead; nil if nothing was.
  var replacement: String? {
    switch (step.replacement, definition.whenMissing) {
    case (.carriedForward(let day), .carryForward(_, let source)):
      let (value, day, citation) = (result, day.text(in: words.language), words.text(source))
      return words.word(
        "dipakai nilai periode lalu \(value), per \(day) (\(citation))",
        "the earlier value \(value) of \(day) is used (\(citation))")
    case (.lowestBand, .lowestBand(let source)):
      let (value, citation) = (result, words.text(source))
      return words.word(
        "dipakai kategori terendah \(value) (\(citation))",
        "the lowest category \(value) is used (\(citation))")
    case (.substituted, .substitute(_, let source)):
      let (value, citation) = (result, words.text(source))
      return words.word("dipakai \(value) (\(citation))", "\(value) is used (\(citation))")
    case (.some, _):
      return result
    case (nil, _):
      return nil
    }
  }

  /// Why a value of an earlier period was not carried forward; nothing if none was wanted.
  var untaken: String {
    guard case .carryForward(let days, _) = definition.whenMissing else { return "" }
    guard let earlier = words.earlier[definition.id], !earlier.value.isMissing else {
      return words.word("; tidak ada nilai periode lalu", "; there is no earlier value")
    }
    let day = earlier.day.text(in: words.language)
    return words.word(
      "; nilai periode lalu, per \(day), lebih tua dari \(days) hari",
      "; the earlier value, of \(day), is older than \(days) days")
  }
}
