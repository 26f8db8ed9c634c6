import KinerjaCore
import RuleLanguage

/// Looks through one compiled rule; each kind of fault has its file.
struct Linter {
  let scoring: ScoringRule
  let compiled: CompiledRule
  let ranges: ProgramRanges
  let people: LintPeople
  private(set) var findings: [LintFinding] = []

  var program: Program { compiled.program }
  var rule: Rule { compiled.rule }
  var outputs: [StepID] { scoring.outputs }

  init(_ scoring: ScoringRule, _ compiled: CompiledRule) {
    self.scoring = scoring
    self.compiled = compiled
    ranges = ProgramRanges(compiled)
    people = LintPeople(
      compiled, outputs: scoring.outputs, asked: compiled.program.pathsAskedWhetherMissing)
  }

  mutating func run() {
    for index in program.steps.indices {
      checkBands(at: index)
      checkMatrix(at: index)
      checkComparisons(at: index)
      checkLimits(at: index)
      checkDivisions(at: index)
      checkWeights(at: index)
      checkDoubleCounting(at: index)
      checkRounding(at: index)
    }
    checkVariants()
    checkJumps()
    checkOutcomes()
    checkMissing()
    checkUse()
    let order = Dictionary(
      rule.steps.enumerated().map { ($1.id.text, $0) }, uniquingKeysWith: { first, _ in first })
    let placed = findings.enumerated().sorted { one, other in
      func key(_ item: (offset: Int, element: LintFinding)) -> (Int, Int) {
        (item.element.path.components.compactMap { order[$0.name] }.first ?? -1, item.offset)
      }
      return key(one) < key(other)
    }
    findings = placed.map(\.element)
  }

  mutating func report(
    _ kind: DiagnosticKind, _ values: [String: DiagnosticValue], at path: DefinitionPath,
    _ proof: LintFinding.Proof, _ people: [RuleInputs]
  ) {
    findings.append(
      LintFinding(
        diagnostic: Diagnostic(kind, values, at: SourcePlace(path: path)), proof: proof,
        people: people))
  }

  /// Where a step stands in the rule.
  func path(of step: ProgramStep) -> DefinitionPath {
    guard let list = step.list else { return [.key("steps"), .key(step.id.text)] }
    return [
      .key("lists"), .key(program.lists[list].id.text), .key("steps"), .key(step.id.text),
    ]
  }

  func place(of step: ProgramStep) -> LinePiece.StepPlace {
    LinePiece.StepPlace(list: step.list, slot: step.slot)
  }

  /// The place of the value that a node names; nil for a node that computes.
  func place(of node: Int, in step: ProgramStep) -> LinePiece.StepPlace? {
    switch program.nodes[node] {
    case .value(let slot): LinePiece.StepPlace(list: nil, slot: slot)
    case .element(let list, let slot) where step.list == list:
      LinePiece.StepPlace(list: list, slot: slot)
    default: nil
    }
  }

  /// What a step found for a person, in the first element if it belongs to a list.
  func finding(of step: ProgramStep, for person: RuleInputs) -> DerivationStep? {
    guard let derivation = try? compiled.derive(person).derivation else { return nil }
    guard let list = step.list else { return derivation[step.id] }
    return derivation.steps(of: program.lists[list].id, element: 0).first { $0.id == step.id }
  }

  /// A number as both languages write it, cut to four decimals where it has more.
  func text(_ number: Ratio) -> DiagnosticValue {
    func text(_ convention: DecimalConvention) -> String {
      guard let points = try? number.rounded(to: 4, .halfEven) else {
        return number.text(convention)
      }
      return Ratio(points) == number
        ? number.text(convention) : "≈\(points.text(convention, places: 4))"
    }
    return .localized(LocalizedText(id: text(.comma), en: text(.point)))
  }

  /// Whether a node depends on an input.
  func dependsOnInputs(_ node: Int) -> Bool {
    var waiting = [node]
    // Steps that are used many times over are looked at once.
    var seen: Set<Int> = []
    while let root = waiting.popLast() {
      for node in program.nodes(below: [root]) where seen.insert(node).inserted {
        switch program.nodes[node] {
        case .value(let slot):
          guard let step = program.step(filling: slot) else { return true }
          waiting += program.roots(of: step)
        case .element, .aggregate: return true
        default: continue
        }
      }
    }
    return false
  }
}

extension DefinitionPath.Component {
  fileprivate var name: String {
    if case .key(let name) = self { name } else { "" }
  }
}

extension Program {
  /// The inputs that some formula asks about before it uses them.
  var pathsAskedWhetherMissing: [InputPath] {
    var paths: [InputPath] = []
    func add(_ node: Int) {
      let path: InputPath
      switch nodes[node] {
      case .value(let slot) where step(filling: slot) == nil: path = InputPath(slots[slot].id)
      case .element(let list, let slot) where slot < lists[list].fieldCount:
        path = InputPath(lists[list].id, element: 0, lists[list].slots[slot].id)
      default: return
      }
      if !paths.contains(path) { paths.append(path) }
    }
    for node in nodes {
      switch node {
      case .isMissing(let inner): add(inner)
      case .coalesce(let all): for inner in all.dropLast() { add(inner) }
      default: continue
      }
    }
    return paths
  }
}
