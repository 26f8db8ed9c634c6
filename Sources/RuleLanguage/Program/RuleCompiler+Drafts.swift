import KinerjaCore

extension RuleCompiler {
  /// Parses the formulas of a step.
  mutating func draft(
    _ step: RuleStep, list: Int?, slot: Int, at path: DefinitionPath
  ) -> DraftStep {
    DraftStep(
      step: step, list: list, slot: slot, path: path, body: draft(step.body, in: list, at: path))
  }

  private mutating func draft(
    _ body: RuleStep.Body, in list: Int?, at path: DefinitionPath
  ) -> DraftBody {
    var texts: [(FormulaText, DefinitionPath)] = []
    var variants: [DraftVariant] = []
    switch body {
    case .formula(let text):
      texts = [(text, path.appending(.key("formula")))]
    case .weightedMean(let terms, _):
      for (index, term) in terms.enumerated() {
        let place = path.appending(.key("weightedMean")).appending(.index(index))
        texts.append((term.value, place.appending(.key("of"))))
        texts.append((term.weight, place.appending(.key("weight"))))
      }
    case .bands(let number, _):
      texts = [(number, path.appending(.key("of")))]
    case .matrix(let rows, let columns, _):
      texts = [
        (rows, path.appending(.key("matrix")).appending(.key("rowsBy"))),
        (columns, path.appending(.key("matrix")).appending(.key("columnsBy"))),
      ]
    case .variants(let all):
      variants = all.map { draft($0, in: list, at: path) }
    case .raterGroups(let ratings, let role, let groups, _):
      texts = [(ratings, path.appending(.key("of"))), (role, path.appending(.key("by")))]
      for (index, group) in groups.enumerated() {
        let place = path.appending(.key("raterGroups")).appending(.index(index))
        texts.append((group.weight, place.appending(.key("weight"))))
      }
    case .periods(let value, let period, let combination):
      texts = [(value, path.appending(.key("of"))), (period, path.appending(.key("by")))]
      let place = path.appending(.key("periods"))
      switch combination {
      case .mean, .last, .worst: break
      case .byTime(let time): texts.append((time, place.appending(.key("byTime"))))
      case .weighted(let weights, _):
        for (index, weight) in weights.enumerated() {
          let place = place.appending(.key("weights")).appending(.index(index))
          texts.append((weight.weight, place.appending(.key("weight"))))
        }
      }
    }
    let parts = texts.map { part($0, in: list, at: $1) }
    return DraftBody(body: body, path: path, formulas: parts, variants: variants)
  }

  private mutating func draft(
    _ variant: StepVariant, in list: Int?, at path: DefinitionPath
  ) -> DraftVariant {
    let path = path.appending(.key("variants")).appending(.key(variant.id.text))
    let when = variant.when.map { part($0, in: list, at: path.appending(.key("when"))) }
    let unless = variant.unless.map { part($0, in: list, at: path.appending(.key("unless"))) }
    return DraftVariant(
      variant: variant, when: when, unless: unless, body: draft(variant.body, in: list, at: path))
  }

  private mutating func part(
    _ text: FormulaText, in list: Int?, at path: DefinitionPath
  ) -> DraftStep.Part {
    DraftStep.Part(
      scope: FormulaScope(text: text, path: path, list: list), tree: parse(text, at: path))
  }

  mutating func parse(_ text: FormulaText, at path: DefinitionPath) -> FormulaNode? {
    guard isWithinLimits(reading: text) else { return nil }
    return text.parsed(&problems, path: path)
  }
}

extension DraftBody {
  /// Whether missing terms can be dropped: a weighted mean, or a mean over a list.
  var isMean: Bool {
    switch body {
    case .weightedMean, .raterGroups:
      return true
    case .formula:
      guard case .call(let function, _) = formulas[0].tree?.kind else { return false }
      return function == .mean || function == .weightedMean
    case .variants:
      return variants.contains { $0.body.isMean }
    case .periods(_, _, let combination):
      switch combination {
      case .mean, .weighted, .byTime: return true
      case .last, .worst: return false
      }
    case .bands, .matrix:
      return false
    }
  }

  /// What the body is called in a file.
  var name: String {
    switch body {
    case .formula: "formula"
    case .weightedMean: "weightedMean"
    case .bands: "bands"
    case .matrix: "matrix"
    case .variants: "variants"
    case .raterGroups: "raterGroups"
    case .periods: "periods"
    }
  }
}

extension DraftStep.Part {
  func place(after offset: Int = 0) -> SourcePlace {
    scope.text.place(after: offset, path: scope.path)
  }
}

extension Program {
  /// Whether a node depends on parameters and constants alone.
  func isConstant(_ node: Int) -> Bool {
    switch nodes[node] {
    case .constant, .parameter: true
    case .value, .element, .aggregate: false
    case .lookup(_, let key, let column):
      isConstant(key) && (column.map(isConstant) ?? true)
    case .negate(let inner), .not(let inner), .magnitude(let inner), .isMissing(let inner),
      .round(let inner, _, _):
      isConstant(inner)
    case .binary(_, let left, let right): isConstant(left) && isConstant(right)
    case .conditional(let condition, let then, let otherwise):
      isConstant(condition) && isConstant(then) && isConstant(otherwise)
    case .clamp(let inner, let low, let high):
      isConstant(inner) && isConstant(low) && isConstant(high)
    case .least(let all), .greatest(let all), .coalesce(let all): all.allSatisfy(isConstant)
    }
  }
}
