public import KinerjaCore

/// One step of a derivation as an employee reads it and can check by hand.
public struct DerivationLine: Sendable, Hashable {
  /// The step, such as `skp` or `tasks[0].quantity`.
  public let path: String
  /// The element of a list that it is about, such as "Tugas 1"; nil for the person.
  public let heading: String?
  /// The step in a sentence: "Hasil kerja: 0,6 × 93,86 + 0,4 × 82,5 = 89,316".
  public let sentence: String
  /// Where law says so.
  public let source: LegalSource?
}

extension Derivation {
  /// The steps as sentences, in the order of the rule's text; made when asked for.
  ///
  /// Numbers with more than six decimals are cut after four and end in "…"; the exact ones are in
  /// ``steps``. A step that could not be computed and that nothing needed, such as the cost of a
  /// task without budget, is left out.
  public func lines(in language: Language) -> [DerivationLine] {
    let words = ValueWords(self, language)
    let passedOver = passedOver
    return steps.filter { !passedOver.contains($0.path) }.map { step in
      let list = step.list.flatMap(rule.list)
      let definition =
        list.map { $0.steps.first { $0.id == step.id } } ?? rule.step(step.id)
      let heading = list.flatMap { list in
        step.element.map { words.heading(of: list, element: $0) }
      }
      return DerivationLine(
        path: step.path, heading: heading,
        sentence: definition.map { StepWords(words, step, $0).sentence } ?? step.id.text,
        source: definition?.source(of: step) ?? definition?.source ?? rule.sources.first)
    }
  }

  /// The figures that law, a region or the library chose, one sentence each.
  public func parameterLines(in language: Language) -> [String] {
    let words = ValueWords(self, language)
    return parameters.map { parameter, value in
      let figure = "\(parameter.title[language]): \(words.text(value.value, in: parameter.unit))"
      return "\(figure) — \(words.text(value.source)), \(value.effective.text(in: language))"
    }
  }

  /// The whole derivation as plain text: the rule, the figures with their sources, the steps.
  public func text(in language: Language) -> String {
    let words = ValueWords(self, language)
    var lines = ["\(rule.title[language]) (\(rule.id), \(rule.version))"]
    let figures = parameterLines(in: language)
    if !figures.isEmpty {
      lines.append("")
      lines.append(words.word("Angka yang dipakai:", "Figures used:"))
      lines += figures.map { "  \($0)" }
    }
    let evidence = evidenceLines(in: language)
    if !evidence.isEmpty {
      lines.append("")
      lines.append(words.word("Bukti:", "Evidence:"))
      lines += evidence.map { "  \($0)" }
    }
    lines.append("")
    lines.append(words.word("Perhitungan:", "Calculation:"))
    var heading: String?
    for line in self.lines(in: language) {
      if line.heading != heading, let next = line.heading { lines.append("  \(next)") }
      heading = line.heading
      let source = line.source.map { " [\(words.text($0))]" } ?? ""
      lines.append((heading == nil ? "  " : "    ") + line.sentence + source)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The paths of the steps that are missing and that no step went without for it.
  private var passedOver: Set<String> {
    let missing = steps.filter { $0.result.isMissing }
    var passed: Set<String> = []
    var grows = true
    while grows {
      grows = false
      for step in missing where !passed.contains(step.path) {
        let namers = steps.filter { $0.names(step) }
        guard !namers.isEmpty,
          namers.allSatisfy({ $0.didWithout || passed.contains($0.path) })
        else { continue }
        passed.insert(step.path)
        grows = true
      }
    }
    return passed
  }
}

extension DerivationStep {
  /// Whether it has its value without what is missing, and not because something was left out or
  /// took its place.
  fileprivate var didWithout: Bool { !result.isMissing && replacement == nil && dropped.isEmpty }

  /// Whether the step names another.
  fileprivate func names(_ other: DerivationStep) -> Bool {
    operands.contains { operand in
      if operand.isList { return operand.name == other.list.map { "\($0).\(other.id)" } }
      return operand.name == other.id.text
        && (other.list == nil || (list == other.list && element == other.element))
    }
  }
}

extension RuleStep {
  /// Where law states the variant that was taken; nil if there is none or it does not say.
  fileprivate func source(of finding: DerivationStep) -> LegalSource? {
    guard case .variants(let all) = body else { return nil }
    return zip(all, finding.variants).first { $0.1.outcome == .taken }?.0.source
  }
}
