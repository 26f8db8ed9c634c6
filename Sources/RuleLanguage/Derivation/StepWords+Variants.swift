import KinerjaCore

// Which variant of a step was taken, and why the others were not, in words.
extension StepWords {

  /// A clause for each variant, the one taken first; nothing for a step without variants.
  var variants: String {
    guard case .variants(let all) = definition.body else { return "" }
    let pairs = Array(zip(all, step.variants))
    let taken = pairs.filter { $0.1.outcome == .taken }
    let others = pairs.filter { $0.1.outcome != .taken }
    return (taken + others).map { "; " + clause($0, $1, among: all) }.joined()
  }

  private func clause(
    _ variant: StepVariant, _ finding: DerivationStep.Variant, among all: [StepVariant]
  ) -> String {
    let title = variant.title[words.language]
    let source = variant.source.map { " (\(words.text($0)))" } ?? ""
    let reasons = reasons(variant, finding)
    switch finding.outcome {
    case .taken:
      let because =
        reasons.isEmpty ? "" : words.word(" karena \(reasons)", " since \(reasons)")
      return words.word(
        "berlaku varian \(title)\(source)\(because)",
        "the variant \(title)\(source) is taken\(because)")
    case .notHolding:
      return words.word(
        "varian \(title) tidak berlaku: \(reasons)",
        "the variant \(title) does not hold: \(reasons)")
    case .overridden(let winner):
      let name = all.first { $0.id == winner }?.title[words.language] ?? winner.text
      return words.word(
        "varian \(title) dikesampingkan oleh \(name)",
        "the variant \(title) is overridden by \(name)")
    case .undecided:
      return words.word(
        "varian \(title) belum dapat diputuskan", "the variant \(title) cannot be decided")
    case .open:
      return words.word(
        "varian \(title) berlaku, tetapi mungkin dikesampingkan",
        "the variant \(title) holds, but may be overridden")
    }
  }

  /// The conditions that decided.
  private func reasons(_ variant: StepVariant, _ finding: DerivationStep.Variant) -> String {
    let asked = [(variant.when, finding.when), (variant.unless, finding.unless)]
    let decisive = asked.enumerated().filter { position, condition in
      // What fails is the `when` that is false, or the `unless` that is true.
      finding.outcome != .notHolding || condition.1?.flag == (position == 1)
    }
    let texts = decisive.compactMap { _, condition -> String? in
      guard let text = condition.0, let holds = condition.1?.flag else { return nil }
      var problems = Diagnostics()
      guard let root = text.parsed(&problems) else { return nil }
      var formula = FormulaWords(words, for: step)
      return formula.reason(root, holds: holds).text
    }
    return texts.joined(separator: words.word(" dan ", " and "))
  }
}
