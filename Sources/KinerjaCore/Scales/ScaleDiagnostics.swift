extension RatingScale {
  /// All that is wrong with levels that are to form a scale.
  static func problems(of levels: [ScaleLevel], scale: ScaleID) -> Diagnostics {
    var problems = Diagnostics()
    let scale = DiagnosticValue.text(scale.text)
    if levels.count < 2 {
      problems.add(
        .fewLevels, ["scale": scale, "count": .integer(Int64(levels.count))], at: .key("levels"))
    }
    var owners: [String: Int] = [:]
    for (index, level) in levels.enumerated() {
      let place = SourcePlace(path: [.key("levels"), .index(index)])
      let value = DiagnosticValue.integer(Int64(level.value))
      if index > 0, level.value <= levels[index - 1].value {
        let before = DiagnosticValue.integer(Int64(levels[index - 1].value))
        problems.add(
          .levelOrder, ["scale": scale, "value": value, "before": before], at: place)
      }
      if names(of: level).contains("") {
        problems.add(.namelessLevel, ["scale": scale, "value": value], at: place)
      }
      // A level may bear one name in both languages, or a code that is also its label.
      for name in Set(names(of: level)).sorted() where !name.isEmpty {
        guard let owner = owners.updateValue(index, forKey: name) else { continue }
        let other = DiagnosticValue.integer(Int64(levels[owner].value))
        problems.add(
          .levelNamedTwice,
          ["scale": scale, "name": .text(name), "value": value, "other": other], at: place)
      }
    }
    return problems
  }
}

extension CoreDiagnostics {
  static let scales: [DiagnosticKind] = [
    .fewLevels, .levelOrder, .namelessLevel, .levelNamedTwice,
  ]
}

extension DiagnosticKind {
  package static let fewLevels = DiagnosticKind(
    "core.few-levels",
    message: LocalizedText(
      id: "tingkat pada skala \"{scale}\" terlalu sedikit: {count}",
      en: "the scale \"{scale}\" has too few levels: {count}"),
    mend: LocalizedText(id: "beri paling sedikit 2 tingkat", en: "give it at least 2 levels"))

  package static let levelOrder = DiagnosticKind(
    "core.level-order",
    message: LocalizedText(
      id: "pada skala \"{scale}\", nilai {value} berada setelah nilai {before}",
      en: "on the scale \"{scale}\", the value {value} follows the value {before}"),
    mend: LocalizedText(
      id: "urutkan tingkat dari nilai terendah; setiap nilai hanya satu kali",
      en: "put the levels in ascending order, each value once"))

  package static let namelessLevel = DiagnosticKind(
    "core.nameless-level",
    message: LocalizedText(
      id: "tingkat {value} pada skala \"{scale}\" mempunyai label atau kode kosong",
      en: "the level {value} of the scale \"{scale}\" has an empty label or code"),
    mend: LocalizedText(
      id: "beri label dalam kedua bahasa; hilangkan kode jika tidak ada",
      en: "give it a label in both languages; leave out the code if there is none"))

  package static let levelNamedTwice = DiagnosticKind(
    "core.level-named-twice",
    message: LocalizedText(
      id: "pada skala \"{scale}\", \"{name}\" menamai tingkat {other} dan {value}",
      en: "on the scale \"{scale}\", \"{name}\" names the levels {other} and {value}"),
    mend: LocalizedText(
      id: "beri setiap tingkat label dan kode tersendiri",
      en: "give each level a label and a code of its own"))
}
