import KinerjaCore
import RuleLanguage

extension Scorer {
  /// The values of one step for many people, without derivations.
  func values(
    of step: StepID, for crowd: some Sequence<RuleInputs>
  ) -> [Result<RuleValue, InvalidInput>] {
    crowd.map { inputs in
      do throws(InvalidInput) {
        return .success(try compiled.evaluate(inputs)[step])
      } catch {
        return .failure(error)
      }
    }
  }
}
