import KinerjaCore
import RuleLanguage

extension Scorer {
  /// The values of one step for many people, without derivations.
  func values(
    of step: StepID, for crowd: some Sequence<RuleInputs>
  ) -> [Result<RuleValue, InvalidInput>] {
    compiled.evaluate(crowd) { $0[step] }
  }
}
