package import KinerjaCore
package import KinerjaTables

/// The values that a rule found for one person.
package struct RuleOutcome: Sendable {
  package let values: [RuleValue]
  /// The shares of the slots; nil where everything that has a value was measured.
  let shares: [Ratio]?
  let slots: [StepID: Int]

  /// The value of a step or an input; missing for a name that the rule does not have.
  package subscript(name: StepID) -> RuleValue {
    slots[name].map { values[$0] } ?? .missing(.notGiven)
  }

  /// The share of the weight behind a step that was measured.
  package func measuredShare(of name: StepID) -> Ratio {
    slots[name].map { measuredShare(ofSlot: $0) } ?? 0
  }

  /// The share of the weight behind the value of a slot that was measured.
  package func measuredShare(ofSlot slot: Int) -> Ratio {
    if case .missing(let reason) = values[slot] {
      if case .tooLittleMeasured(let share) = reason { return share }
      return 0
    }
    return shares?[slot] ?? 1
  }
}

extension CompiledRule {
  /// Computes the rule for one person, without writing down how.
  ///
  /// - Throws: All inputs that the rule cannot take; or the first step that stops.
  package func evaluate(_ inputs: RuleInputs) throws(InvalidInput) -> RuleOutcome {
    var evaluator = Evaluator(program, visitor: NoVisitor())
    try evaluator.run(inputs, rule: rule)
    return outcome(of: evaluator)
  }

  /// Computes the rule for one person and writes down how.
  ///
  /// - Throws: All inputs that the rule cannot take; or the first step that stops.
  package func derive(
    _ inputs: RuleInputs
  ) throws(InvalidInput) -> (outcome: RuleOutcome, derivation: Derivation) {
    var evaluator = Evaluator(program, visitor: DerivationRecorder(program))
    try evaluator.run(inputs, rule: rule)
    let derivation = Derivation(
      rule: rule, day: day, inputs: inputs, steps: evaluator.visitor.ordered,
      ruleDigest: digest, inputsDigest: inputsWriter.digest(of: inputs, in: evaluator.values))
    return (outcome(of: evaluator), derivation)
  }

  /// Computes the rule for many people.
  ///
  /// - Throws: That the task was cancelled. Who cannot be scored has an error for a result.
  package func evaluate<Value: Sendable>(
    _ crowd: [RuleInputs], parallel: ParallelBlocks,
    _ read: @Sendable (RuleOutcome) -> Value
  ) throws(InvalidInput) -> [Result<Value, InvalidInput>] {
    do throws(CancellationError) {
      return try parallel.map(count: crowd.count, size: 256) { people in
        var evaluator = Evaluator(program, visitor: NoVisitor())
        return people.map { person -> Result<Value, InvalidInput> in
          do throws(InvalidInput) {
            try evaluator.run(crowd[person], rule: rule)
            return .success(read(outcome(of: evaluator)))
          } catch {
            return .failure(error)
          }
        }
      }.flatMap(\.self)
    } catch {
      throw InvalidInput(Diagnostic(.evaluationCancelled))
    }
  }

  /// The slot of a step or an input; nil for a name that the rule does not have.
  package func slot(of name: StepID) -> Int? { slotsByName[name] }

  /// The type of a step or an input; nil for a name that the rule does not have.
  package func type(of name: StepID) -> ValueType? {
    slotsByName[name].map { program.slots[$0].type }
  }

  private func outcome(of evaluator: Evaluator<some EvaluationVisitor>) -> RuleOutcome {
    RuleOutcome(
      values: evaluator.values, shares: program.tracksShares ? evaluator.shares : nil,
      slots: slotsByName)
  }
}
