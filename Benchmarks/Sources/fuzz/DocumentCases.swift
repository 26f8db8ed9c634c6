import KinerjaCore
import KinerjaTables
import RuleLanguage
import WeightedScoring

/// Documents other than rules: reforms, policy vectors, derivations and inputs.
struct DocumentCases {
  /// How many were read, and how many of these did what they are for.
  private(set) var read = 0
  private(set) var used = 0

  mutating func reform(
    _ bytes: [UInt8], _ rule: ScoringRule, _ rules: inout Cases, _ dice: inout Dice
  ) throws(Fault) {
    guard let reform = try document(Reform.self, bytes) else { return }
    let warned = reform.check(on: rule).hasErrors
    let reformed: ScoringRule
    do throws(InvalidInput) {
      reformed = try rule.applying(reform)
    } catch {
      try place(error, bytes)
      guard warned else { throw fault("a check passes a reform that cannot be applied", bytes) }
      return
    }
    guard !warned else { throw fault("a check fails a reform that can be applied", bytes) }
    used += 1
    let written = reformed.json.canonicalBytes
    guard let again = try? JSONDocument(written).read(ScoringRule.self), again == reformed else {
      throw fault("the reformed rule does not read back", bytes)
    }
    try rules.run(reformed, &dice, String(decoding: bytes, as: UTF8.self))
  }

  mutating func vectors(_ bytes: [UInt8], _ rule: ScoringRule) throws(Fault) {
    guard let vectors = try document(PolicyVectors.self, bytes) else { return }
    // Many points are many evaluations, and files of people are read elsewhere.
    let cases = vectors.cases.filter { $0.isShort }
    let report = PolicyVectors(for: vectors.rule, defaults: vectors.defaults, cases: cases).run(
      rule)
    used += 1
    guard report.outcomes.count == cases.count else {
      throw fault("\(report.outcomes.count) outcomes of \(cases.count) cases", bytes)
    }
    for language in [Language.indonesian, .english] { _ = report.text(in: language) }
  }

  /// A forger who changes anything but the day must be found.
  mutating func derivation(_ bytes: [UInt8], of original: Derivation) throws(Fault) {
    guard let derivation = try document(Derivation.self, bytes) else { return }
    let differences = derivation.verify()
    used += 1
    if derivation == original, !differences.isEmpty {
      throw fault("a derivation that is the same does not verify", bytes)
    }
    if derivation != original, derivation.day == original.day, differences.isEmpty {
      throw fault("a forged derivation verifies", bytes)
    }
    for difference in differences where difference.sentence(in: .english).isEmpty {
      throw fault("a difference without words", bytes)
    }
    for language in [Language.indonesian, .english] { _ = derivation.text(in: language) }
  }

  mutating func inputs(_ bytes: [UInt8], _ scorer: Scorer) throws(Fault) {
    guard let inputs = try document(RuleInputs.self, bytes) else { return }
    let score: Score
    do throws(InvalidInput) {
      score = try scorer.score(inputs)
    } catch {
      for problem in error.problems where !problem.isPlaced && problem.values["step"] == nil {
        throw fault("a problem without place: \(problem.code)", bytes)
      }
      return
    }
    used += 1
    guard score.derivation.verify().isEmpty else {
      throw fault("a derivation does not verify", bytes)
    }
  }

  private mutating func document<Value: Definition & Equatable>(
    _ type: Value.Type, _ bytes: [UInt8]
  ) throws(Fault) -> Value? {
    let value: Value
    do throws(InvalidInput) {
      value = try JSONDocument(bytes).read(Value.self)
    } catch {
      try place(error, bytes)
      return nil
    }
    read += 1
    let written = value.json.canonicalBytes
    guard let again = try? JSONDocument(written).read(Value.self), again == value else {
      throw fault("it does not read back: \(String(decoding: written, as: UTF8.self))", bytes)
    }
    guard again.json.canonicalBytes == written else {
      throw fault("it is written in two ways", bytes)
    }
    return value
  }

  private func place(_ error: InvalidInput, _ bytes: [UInt8]) throws(Fault) {
    for problem in error.problems where !problem.isPlaced {
      throw fault("a problem without place: \(problem.code)", bytes)
    }
  }

  private func fault(_ what: String, _ bytes: [UInt8]) -> Fault {
    Fault(what: what, text: String(decoding: bytes, as: UTF8.self))
  }
}

extension PolicyCase {
  fileprivate var isShort: Bool {
    switch check {
    case .person: true
    case .population: false
    case .property(let property):
      switch property.points {
      case .samples(let count, _, _, _): count <= 200
      case .grid(let from, let to, let step):
        (try? (to - from) / step).map { $0 <= 200 } ?? false
      }
    }
  }
}

/// What documents begin with.
struct DocumentSeeds {
  let reforms: Pool
  /// The rules of the reforms, and those of the vectors.
  let reformed: [ScoringRule]
  let tested: [ScoringRule]
  let vectors: Pool
  let derivations: Pool
  let originals: [Derivation]
  let inputs: Pool
  let scorers: [Scorer]

  init() {
    let rules = Corpus.rules
    let changes = rules.flatMap { rule in Self.changes(of: rule).map { (rule, $0) } }
    reformed = changes.map(\.0)
    reforms = Pool(changes.map { Self.reform([$0.1]).json })
    tested = rules
    vectors = Pool(rules.map { Self.vectors(of: $0).json })
    for seed in vectors.seeds {
      do throws(InvalidInput) {
        _ = try JSONDocument(seed.tree.bytes).read(PolicyVectors.self)
      } catch {
        preconditionFailure("vectors of the corpus do not read: \(error)")
      }
    }
    var originals: [Derivation] = []
    var scorers: [Scorer] = []
    for (index, rule) in rules.enumerated() {
      let day = rule.rule.effective.contains(Corpus.day) ? Corpus.day : Corpus.earlierDay
      let scorer: Scorer
      do throws(InvalidInput) {
        scorer = try rule.compiled(on: day)
      } catch {
        preconditionFailure("a rule of the corpus does not compile: \(error)")
      }
      scorers.append(scorer)
      for number in 0..<12 {
        var dice = Dice(seed: 99, throw: 100 * index + number)
        if let score = try? scorer.score(rule.rule.inputs(&dice)) {
          originals.append(score.derivation)
        }
      }
    }
    self.originals = originals
    self.scorers = scorers
    derivations = Pool(originals.map(\.json))
    inputs = Pool(originals.map(\.inputs.json))
  }

  private static func changes(of rule: ScoringRule) -> [ReformChange] {
    var changes: [ReformChange] = []
    let days: DayRange =
      rule.rule.effective.contains(Corpus.day) ? "2026-01-01/.." : "2019-01-01/.."
    for parameter in rule.rule.parameters.prefix(4) {
      if let value = parameter.values.first?.value {
        changes.append(.set(parameter.id, value, during: days))
      }
      changes.append(.limit(parameter.id, within: .numbers(0...1), during: days))
    }
    for step in rule.rule.steps.suffix(6) {
      changes.append(.replace(step.id, with: step, during: days))
      changes.append(.neutralise(step.id, with: 0, during: days))
    }
    for table in rule.rule.tables {
      changes.append(.replaceTable(table.id, with: table, during: days))
    }
    if let last = rule.rule.steps.last {
      let added = RuleStep("added", LocalizedText(same: "Added"), formula: "1 / 3")
      changes.append(.insert(added, .after(last.id), during: days))
      changes.append(.insert(added, .before(last.id), during: days))
    }
    return changes
  }

  private static func reform(_ changes: [ReformChange]) -> Reform {
    Reform(
      "fuzzed", LocalizedText(same: "Fuzzed"),
      source: LegalSource("UU 1/2026", standing: .law), changes: changes)
  }

  private static func vectors(of rule: ScoringRule) -> PolicyVectors {
    var dice = Dice(seed: 98, throw: 0)
    var cases: [PolicyCase] = []
    for number in 0..<4 {
      cases.append(
        PolicyCase(
          "person \(number)", inputs: rule.rule.inputs(&dice),
          reform: number == 3 ? Array(changes(of: rule).prefix(1)) : [],
          .person(
            PolicyExpectation(category: "good", values: ["total": 1, "e": .missing(.notGiven)])))
      )
    }
    let points = PolicyProperty.Points.grid(from: 0, to: 100, step: 5)
    let path = InputPath(rule.rule.inputs.first?.id ?? "x")
    for (number, claim) in [
      PolicyProperty.Claim.monotone(path, .rising), .bounded(path, least: 0, most: 100),
      .symmetric(path, InputPath("tasks", element: 0, "done")), .jump(path, most: 1, except: [50]),
    ].enumerated() {
      let property = PolicyProperty(claim, of: rule.scoreStep, over: points)
      cases.append(PolicyCase("law \(number)", .property(property)))
    }
    let samples = PolicyProperty.Points.samples(20, from: 0, to: 100, seed: 7)
    cases.append(
      PolicyCase("samples", .property(PolicyProperty(.monotone(path, .falling), over: samples))))
    let day = rule.rule.effective.contains(Corpus.day) ? Corpus.day : Corpus.earlierDay
    return PolicyVectors(
      for: .init(to: rule), defaults: PolicyDefaults(on: day, tolerance: "0.5"), cases: cases)
  }
}
