import KinerjaCore
import KinerjaTables
import RuleLanguage

/// Looks for an input that breaks a property.
struct PropertyCheck {
  /// A point or a pair of points at which the property does not hold.
  struct Counterexample {
    let difference: Diagnostic
    /// The inputs at it.
    let inputs: RuleInputs
  }

  private let property: PolicyProperty
  private let scorer: Scorer
  private let scale: CategoryScale?
  private let step: StepID?

  init(_ property: PolicyProperty, _ scorer: Scorer) {
    self.property = property
    self.scorer = scorer
    step = property.step ?? scorer.rule.categoryStep
    scale = step.flatMap(scorer.rule.rule.step)?.scale.flatMap(scorer.rule.rule.scale)
  }

  /// The smallest counterexample: on a grid the first, else one narrowed by halving; nil if the
  /// property holds at every point.
  func counterexample(from inputs: RuleInputs) -> Counterexample? {
    for input in property.claim.inputs where !scorer.rule.rule.asks(forNumber: input, inputs) {
      let known = inputs.numberPaths(of: scorer.rule.rule).map(\.path.description)
      let cure = LocalizedText.suggestion(for: input.description, among: known)
      return Counterexample(
        difference: Diagnostic(
          .policyUnknownInput, ["input": .text(input.description), "cure": .localized(cure)]),
        inputs: inputs)
    }
    switch property.claim {
    case .monotone(let input, let direction):
      return pair(input, inputs, .policyNotMonotone) { before, after, _, _ in
        direction == .rising ? after.rank < before.rank : after.rank > before.rank
      }
    case .jump(let input, let most, let exceptions):
      return pair(input, inputs, .policyJump) { before, after, low, high in
        guard !exceptions.contains(where: { low <= $0 && $0 <= high }) else { return false }
        return (try? (after.rank - before.rank).magnitude > most) ?? true
      }
    case .bounded(let input, let least, let most):
      return point(input, inputs) { value in
        (least.map { value.rank < $0 } ?? false) || (most.map { value.rank > $0 } ?? false)
      }
    case .symmetric(let one, let other):
      return exchange(one, other, inputs)
    }
  }

  // MARK: - Values

  /// A value with the number by which it is compared: itself, or its place in the scale.
  private struct Found: Sendable {
    let value: RuleValue
    let rank: Ratio
    /// Why there is no number; nil if there is one.
    let fault: LocalizedText?
  }

  private func found(_ value: RuleValue) -> Found {
    switch value {
    case .number(let number): Found(value: value, rank: number, fault: nil)
    case .category(let category):
      Found(
        value: value, rank: Ratio(scale?.rank(of: category) ?? 0), fault: nil)
    case .flag(let flag): Found(value: value, rank: flag ? 1 : 0, fault: nil)
    case .missing(let reason): Found(value: value, rank: 0, fault: reason.label)
    }
  }

  /// The values at many points, in their order.
  private func values(_ points: [RuleInputs]) throws(CancellationError) -> [Found] {
    guard let step else { return [] }
    let parts = try ParallelBlocks().map(count: points.count, size: 1_024) { range in
      scorer.values(of: step, for: points[range]).map { result in
        switch result {
        case .success(let value): found(value)
        case .failure(let error):
          Found(
            value: .missing(.notGiven), rank: 0,
            fault: error.problems.first.map {
              LocalizedText(id: $0.message(in: .indonesian), en: $0.message(in: .english))
            } ?? MissingReason.notGiven.label)
        }
      }
    }
    return parts.flatMap(\.self)
  }

  private func inputs(_ base: RuleInputs, _ path: InputPath, _ number: Ratio) -> RuleInputs {
    var inputs = base
    inputs[path] = .number(number)
    return inputs
  }

  private var points: [Ratio] { property.points.numbers }

  // MARK: - Claims

  private func pair(
    _ input: InputPath, _ base: RuleInputs, _ kind: DiagnosticKind,
    isBroken: (Found, Found, Ratio, Ratio) -> Bool
  ) -> Counterexample? {
    let points = points
    guard let values = try? values(points.map { inputs(base, input, $0) }) else {
      return cancelled(base)
    }
    for index in values.indices {
      if let fault = values[index].fault { return noValue(input, points[index], base, fault) }
      guard index > 0 else { continue }
      var (low, high) = (points[index - 1], points[index])
      var (before, after) = (values[index - 1], values[index])
      guard isBroken(before, after, low, high) else { continue }
      if case .samples = property.points, case .monotone = property.claim {
        // Between two points where it falls, it falls in one of the halves.
        for _ in 0..<24 {
          guard let middle = try? (low + high) / 2,
            let value = try? self.values([inputs(base, input, middle)]).first, value.fault == nil
          else { break }
          if isBroken(before, value, low, middle) {
            (high, after) = (middle, value)
          } else {
            (low, before) = (middle, value)
          }
        }
      }
      return Counterexample(
        difference: Diagnostic(
          kind,
          [
            "of": target, "input": .text(input.description), "low": .number(low),
            "high": .number(high), "before": before.value.shown, "after": after.value.shown,
          ]), inputs: inputs(base, input, high))
    }
    return nil
  }

  private func point(
    _ input: InputPath, _ base: RuleInputs, isBroken: (Found) -> Bool
  ) -> Counterexample? {
    let points = points
    guard let values = try? values(points.map { inputs(base, input, $0) }) else {
      return cancelled(base)
    }
    for (number, value) in zip(points, values) {
      if let fault = value.fault { return noValue(input, number, base, fault) }
      guard isBroken(value) else { continue }
      return Counterexample(
        difference: Diagnostic(
          .policyOutOfBounds,
          [
            "of": target, "input": .text(input.description), "low": .number(number),
            "before": value.value.shown,
          ]), inputs: inputs(base, input, number))
    }
    return nil
  }

  /// Pairs of neighbours and of ends: enough to see an input that is weighed otherwise.
  private func exchange(
    _ one: InputPath, _ other: InputPath, _ base: RuleInputs
  ) -> Counterexample? {
    let points = points
    let pairs = zip(points, points.dropFirst()).map { ($0, $1) } + zip(points, points.reversed())
    let there = pairs.map { inputs(inputs(base, one, $0.0), other, $0.1) }
    let back = pairs.map { inputs(inputs(base, one, $0.1), other, $0.0) }
    guard let first = try? values(there), let second = try? values(back) else {
      return cancelled(base)
    }
    for (index, (before, after)) in zip(first, second).enumerated() {
      let (low, high) = pairs[index]
      if let fault = before.fault ?? after.fault {
        return noValue(one, low, inputs(base, other, high), fault)
      }
      guard before.value != after.value else { continue }
      return Counterexample(
        difference: Diagnostic(
          .policyNotSymmetric,
          [
            "of": target, "input": .text("\(one), \(other)"), "low": .number(low),
            "high": .number(high), "before": before.value.shown, "after": after.value.shown,
          ]), inputs: there[index])
    }
    return nil
  }

  // MARK: - Reports

  private var target: DiagnosticValue { .text(property.step?.text ?? "category") }

  private func noValue(
    _ input: InputPath, _ number: Ratio, _ base: RuleInputs, _ reason: LocalizedText
  ) -> Counterexample {
    Counterexample(
      difference: Diagnostic(
        .policyNoValue,
        [
          "of": target, "input": .text(input.description), "low": .number(number),
          "reason": .localized(reason),
        ]), inputs: inputs(base, input, number))
  }

  private func cancelled(_ base: RuleInputs) -> Counterexample {
    Counterexample(difference: Diagnostic(.policyCancelled), inputs: base)
  }
}

extension PolicyProperty.Points {
  /// The values of the input, in rising order.
  var numbers: [Ratio] {
    switch self {
    case .grid(let from, _, let step):
      return (0..<(count ?? 0)).compactMap { try? from + Ratio($0) * step }
    case .samples(let count, let from, let to, let seed):
      let stream = RandomStream(seed: seed)
      let parts = 1_000_000
      let drawn = (0..<max(0, count - 2)).map { stream.integer(in: 0...parts, at: $0) }
      return (drawn + [0, parts]).sorted().compactMap {
        try? from + (to - from) * Ratio($0) / Ratio(parts)
      }
    }
  }
}

extension Rule {
  /// Whether the rule asks for a number at a path that these inputs have.
  fileprivate func asks(forNumber path: InputPath, _ inputs: RuleInputs) -> Bool {
    guard let list = path.list, let element = path.element else {
      return self.inputs.contains { $0.id == path.name && $0.type == .number }
    }
    return self.list(list)?.fields.contains { $0.id == path.name && $0.type == .number } == true
      && inputs[list: list].indices.contains(element)
  }
}
