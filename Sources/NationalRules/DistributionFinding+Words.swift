public import KinerjaCore

extension DistributionFinding {
  /// The finding in a sentence.
  public func sentence(in language: Language) -> String {
    let who = limit.grades.map { $0.label[language] }.joined(
      separator: LocalizedText(id: " dan/atau ", en: " and/or ")[language])
    let people = LocalizedText(
      id: "\(found) dari \(teamSize) orang", en: "\(found) of \(teamSize) people")
    let wanted =
      switch limit {
      case .atMost(let share, _):
        LocalizedText(
          id: "paling banyak \(allowed) (\(share.percent(.comma)))",
          en: "at most \(allowed) (\(share.percent(.point)))")
      case .atLeast(let share, _):
        LocalizedText(
          id: "paling sedikit \(allowed) (\(share.percent(.comma)))",
          en: "at least \(allowed) (\(share.percent(.point)))")
      case .atLeastCount, .moreThanHalf:
        LocalizedText(id: "paling sedikit \(allowed)", en: "at least \(allowed)")
      case .mostFrequent:
        LocalizedText(
          id: "seharusnya predikat terbanyak (kini \(allowed))",
          en: "should be the most frequent grade (now \(allowed))")
      }
    return "\(who): \(people[language]), \(wanted[language])"
  }
}

extension Ratio {
  /// This share as a per cent.
  fileprivate func percent(_ convention: DecimalConvention) -> String {
    ((try? self * 100) ?? self).text(convention) + " %"
  }
}
