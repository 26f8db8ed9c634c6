public import WeightedScoring

extension RuleBook {
  /// The scoring rules of national law, by year.
  public static let national = RuleBook(checked: [.pp46Of2011, .permenPANRB6Of2022])
}
