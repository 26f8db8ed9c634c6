public import KinerjaCore

/// A place where a derivation does not agree with what its own content gives.
public struct DerivationDifference: Sendable, Hashable {
  /// What differs.
  public enum Part: String, Sendable, Hashable, CaseIterable {
    /// The rule is not the one whose digest was recorded.
    case rule
    /// The inputs are not those whose digest was recorded.
    case inputs
    /// The rule cannot be computed for these inputs at all.
    case evaluation
    /// A step that the rule computes was not recorded.
    case absent
    /// A step was recorded that the rule does not compute, or twice, or in another place.
    case unexpected
    /// The values that a step used.
    case operands
    /// The conditions that a step asked, or their answers.
    case conditions
    /// The tables that a step looked up, and what they gave.
    case lookups
    /// The terms of a weighted mean.
    case terms
    /// The band or the cell that was taken.
    case choice
    /// What was left out of a mean.
    case dropped
    /// The value before rounding.
    case exact
    /// The value.
    case result
    /// In what the value is measured.
    case unit
    /// The variants of a step, their conditions, or which was taken.
    case variants
    /// What took the place of a missing value.
    case replacement
    /// The share of the weight that was measured.
    case measuredShare
  }

  /// What differs.
  public let part: Part
  /// The step, such as `skp` or `tasks[0].quantity`; nil for the rule and the inputs.
  public let step: String?
}

extension Derivation {
  /// Recomputes the derivation from its own content.
  ///
  /// The rule and the inputs are held against their digests, then the rule is compiled and
  /// computed afresh, and every step is compared. A forger who changes a figure must change all
  /// that follow from it, and the digests as well; whoever knows the rule's digest from its
  /// publication holds ``ruleDigest`` against it.
  ///
  /// - Returns: Where it differs, in reading order; nothing if it agrees throughout.
  public func verify() -> [DerivationDifference] {
    var differences: [DerivationDifference] = []
    if SHA256.hash(rule.json.canonicalBytes) != ruleDigest {
      differences.append(DerivationDifference(part: .rule, step: nil))
    }
    if SHA256.hash(inputs.json.canonicalBytes) != inputsDigest {
      differences.append(DerivationDifference(part: .inputs, step: nil))
    }
    guard let again = try? CompiledRule(rule, on: day).derive(inputs).derivation else {
      return differences + [DerivationDifference(part: .evaluation, step: nil)]
    }
    return differences + again.differences(from: self)
  }

  /// Where recorded steps differ from these.
  private func differences(from recorded: Derivation) -> [DerivationDifference] {
    var differences: [DerivationDifference] = []
    var remaining: [String: [DerivationStep]] = [:]
    for step in recorded.steps.reversed() { remaining[step.path, default: []].append(step) }
    for step in steps {
      guard let other = remaining[step.path]?.popLast() else {
        differences.append(DerivationDifference(part: .absent, step: step.path))
        continue
      }
      differences += step.differences(from: other)
    }
    for step in recorded.steps where remaining[step.path]?.isEmpty == false {
      remaining[step.path]?.removeLast()
      differences.append(DerivationDifference(part: .unexpected, step: step.path))
    }
    if differences.isEmpty, steps != recorded.steps {
      differences.append(DerivationDifference(part: .unexpected, step: nil))
    }
    return differences
  }
}

extension DerivationStep {
  fileprivate func differences(from recorded: DerivationStep) -> [DerivationDifference] {
    var parts: [DerivationDifference.Part] = []
    if operands != recorded.operands { parts.append(.operands) }
    if conditions != recorded.conditions { parts.append(.conditions) }
    if lookups != recorded.lookups { parts.append(.lookups) }
    if variants != recorded.variants { parts.append(.variants) }
    if terms != recorded.terms { parts.append(.terms) }
    if dropped != recorded.dropped { parts.append(.dropped) }
    if choice != recorded.choice { parts.append(.choice) }
    if exact != recorded.exact { parts.append(.exact) }
    if result != recorded.result { parts.append(.result) }
    if unit != recorded.unit { parts.append(.unit) }
    if replacement != recorded.replacement { parts.append(.replacement) }
    if measuredShare != recorded.measuredShare { parts.append(.measuredShare) }
    return parts.map { DerivationDifference(part: $0, step: path) }
  }
}

extension DerivationDifference {
  /// What differs, in a sentence without figures.
  public func sentence(in language: Language) -> String {
    let place = step.map { "\($0): " } ?? ""
    return place + part.label[language]
  }
}

extension DerivationDifference.Part {
  /// What differs, in words.
  public var label: LocalizedText {
    switch self {
    case .rule:
      LocalizedText(
        id: "aturan tidak sesuai sidik digitalnya", en: "the rule does not match its digest")
    case .inputs:
      LocalizedText(
        id: "masukan tidak sesuai sidik digitalnya", en: "the inputs do not match their digest")
    case .evaluation:
      LocalizedText(
        id: "aturan tidak dapat dihitung dengan masukan ini",
        en: "the rule cannot be computed for these inputs")
    case .absent: LocalizedText(id: "langkah tidak tercatat", en: "the step is not recorded")
    case .unexpected:
      LocalizedText(
        id: "langkah tercatat di tempat yang bukan semestinya",
        en: "a step is recorded where it does not belong")
    case .operands:
      LocalizedText(id: "nilai yang dipakai berbeda", en: "the values used differ")
    case .conditions:
      LocalizedText(id: "syarat yang diperiksa berbeda", en: "the conditions asked differ")
    case .lookups:
      LocalizedText(id: "tabel yang dicari berbeda", en: "the tables looked up differ")
    case .terms: LocalizedText(id: "suku berbeda", en: "the terms differ")
    case .choice:
      LocalizedText(
        id: "bagian tabel yang dipakai berbeda", en: "the part of the table taken differs")
    case .dropped:
      LocalizedText(id: "yang dikeluarkan berbeda", en: "what was left out differs")
    case .exact:
      LocalizedText(
        id: "nilai sebelum pembulatan berbeda", en: "the value before rounding differs")
    case .result: LocalizedText(id: "hasil berbeda", en: "the result differs")
    case .unit: LocalizedText(id: "satuan berbeda", en: "the unit differs")
    case .variants:
      LocalizedText(id: "varian yang berlaku berbeda", en: "the variants that hold differ")
    case .replacement:
      LocalizedText(
        id: "penggantian nilai berbeda", en: "what took the place of a missing value differs")
    case .measuredShare:
      LocalizedText(
        id: "bagian bobot yang terukur berbeda", en: "the share of the weight measured differs")
    }
  }
}
