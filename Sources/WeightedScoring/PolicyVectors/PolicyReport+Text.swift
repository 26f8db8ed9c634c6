public import KinerjaCore
import RuleLanguage

extension PolicyReport {
  /// The report: what differs, with the derivation of each case that does not pass, its differing
  /// steps marked by `>`.
  public func text(in language: Language) -> String {
    var lines = problems.map { $0.sentence(in: language) }
    for failure in failures { lines += failure.lines(in: language) + [""] }
    let passed = outcomes.count - failures.count
    let summary = LocalizedText(
      id: "\(rule.id) \(rule.version): \(passed) dari \(outcomes.count) kasus lulus",
      en: "\(rule.id) \(rule.version): \(passed) of \(outcomes.count) cases pass")
    lines.append(summary[language])
    return lines.joined(separator: "\n") + "\n"
  }
}

extension PolicyReport: CustomStringConvertible {
  /// The report, in English.
  public var description: String { text(in: .english) }
}

extension PolicyOutcome {
  /// The case with what differs and how the rule came to it.
  func lines(in language: Language) -> [String] {
    let place = place.text(in: language)
    var lines = [place.isEmpty ? "\"\(name)\"" : "\(place): \"\(name)\""]
    lines += differences.map { "  \($0.message(in: language)); \($0.mend(in: language))" }
    if let derivation {
      var heading: String?
      for line in derivation.lines(in: language) {
        if line.heading != heading, let next = line.heading { lines.append("      \(next)") }
        heading = line.heading
        let mark = differingSteps.contains(line.path) ? "  > " : "    "
        lines.append("\(mark)  \(heading == nil ? "" : "  ")\(line.sentence)")
      }
    }
    if let nearest {
      let (given, passing) = (
        nearest.given.text(language.decimalConvention),
        nearest.passing.text(language.decimalConvention)
      )
      lines.append(
        "  "
          + LocalizedText(
            id: "kasus lulus bila \(nearest.input) = \(passing), bukan \(given)",
            en: "the case passes with \(nearest.input) = \(passing) in place of \(given)")[language]
      )
    }
    return lines
  }
}
