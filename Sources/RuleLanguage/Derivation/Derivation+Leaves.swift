public import KinerjaCore

/// A value with which a derivation begins: an input or a parameter, and where it comes from.
public struct DerivationLeaf: Sendable, Hashable {
  /// Where a leaf comes from.
  public enum Origin: Sendable, Hashable {
    /// Somebody gave it as an input; with the document that shows it, if one was named.
    case input(Evidence?)
    /// Law, a region or the library set it, for these days.
    case parameter(LegalSource, DayRange)
  }

  /// The name, such as `creativity` or `tasks[0].target.quantity`.
  public let path: String
  /// The value; missing if it was not given.
  public let value: RuleValue
  /// Where it comes from.
  public let origin: Origin
}

extension Derivation {
  /// The values with which the derivation begins, each once: the inputs in the order of the rule,
  /// the fields of the lists element by element, and the parameters that some step used.
  public var leaves: [DerivationLeaf] {
    var leaves = rule.inputs.map { input in
      DerivationLeaf(
        path: input.id.text, value: inputs[input.id],
        origin: .input(inputs.evidence[input.id]))
    }
    for list in rule.lists {
      for (element, record) in inputs[list: list.id].enumerated() {
        leaves += list.fields.map { field in
          DerivationLeaf(
            path: "\(list.id)[\(element)].\(field.id)", value: record[field.id],
            origin: .input(record.evidence[field.id]))
        }
      }
    }
    return leaves
      + parameters.map { parameter, value in
        DerivationLeaf(
          path: parameter.id.text, value: value.value,
          origin: .parameter(value.source, value.effective))
      }
  }

  /// The inputs that rest on a document, one sentence each.
  public func evidenceLines(in language: Language) -> [String] {
    let words = ValueWords(self, language)
    return leaves.compactMap { leaf in
      guard case .input(let evidence?) = leaf.origin else { return nil }
      let scale = words.scale(of: leaf.path, in: nil)
      let value = "\(words.title(of: leaf.path)): \(words.text(leaf.value, on: scale))"
      return "\(value) — \(evidence.document)"
    }
  }
}
