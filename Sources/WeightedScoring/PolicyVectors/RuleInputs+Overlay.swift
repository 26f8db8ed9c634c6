package import RuleLanguage

extension RuleInputs {
  /// These inputs with those of another in the place of the same names, a list as a whole.
  package func overlaid(with other: RuleInputs) -> RuleInputs {
    RuleInputs(
      values: values.merging(other.values) { $1 }, lists: lists.merging(other.lists) { $1 },
      earlier: earlier.merging(other.earlier) { $1 })
  }
}
