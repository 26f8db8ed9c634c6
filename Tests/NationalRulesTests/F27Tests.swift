import KinerjaCore
import NationalRules
import RuleLanguage
import Testing
import WeightedScoring

// F27: explanation of the result. The trace recomputes to the same value; each leaf names its
// evidence or its source; whatever figure is altered is found.
@Suite struct F27Tests {
  /// A person of PP 46/2011 whose inputs all name the document they come from.
  static var evidenced: RuleInputs {
    var inputs = PP46Of2011Tests.inputs(
      [
        PP46Of2011Tests.task((12, 11), (100, 90), (12, 12)),
        PP46Of2011Tests.task((4, 4), (100, 85), (12, 10), cost: (100, 90)),
      ], additional: 3, creativity: "unit", behaviour: [80, 85, 82, 83, "82.5"])
    for name in inputs.values.keys { inputs.evidence[name] = Evidence("SK 7/2020") }
    for list in inputs.lists.keys {
      for element in inputs[list: list].indices {
        for name in inputs[list: list][element].values.keys {
          inputs[list: list][element].evidence[name] = Evidence("Laporan \(list) \(element + 1)")
        }
      }
    }
    return inputs
  }

  static func score(_ inputs: RuleInputs) throws -> Score {
    try F26Tests.scorer.get().score(inputs)
  }

  @Test(arguments: RuleBook.national.rules)
  func `a published score recomputes to the same value`(rule: ScoringRule) throws {
    let score = try NationalFiles.example(of: rule).score
    let read = try JSONDocument(score.derivation.json.prettyText).read(Derivation.self)
    #expect(read.verify() == [])
    let again = try ScoringRule(
      read.rule, score: rule.scoreStep, category: rule.categoryStep
    ).compiled(on: read.day).score(read.inputs)
    #expect(again.result == score.result)
    #expect(again.derivation == score.derivation)
  }

  @Test func `each leaf names its evidence or its source`() throws {
    let derivation = try Self.score(Self.evidenced).derivation
    #expect(derivation.leaves.contains { $0.path == "tasks[1].realised.cost" && $0.value == 90 })
    for leaf in derivation.leaves where !leaf.value.isMissing {
      switch leaf.origin {
      case .input(let evidence): #expect(evidence != nil, "\(leaf.path)")
      case .parameter(let source, let days):
        #expect(!source.instrument.isEmpty && days.contains(derivation.day))
      }
    }
    // What a step uses is a leaf, or another step.
    let leaves = Set(derivation.leaves.map(\.path))
    for step in derivation.steps {
      for operand in step.operands where !operand.isList {
        let element = step.element.map { "\(step.list?.text ?? "")[\($0)].\(operand.name)" }
        let isLeaf = leaves.contains(operand.name) || element.map(leaves.contains) == true
        let isStep = derivation.steps.contains { $0.id.text == operand.name }
        #expect(isLeaf || isStep, "\(step.path): \(operand.name)")
      }
    }
    let lines = derivation.evidenceLines(in: .indonesian)
    #expect(lines.contains("Kreativitas: Unit kerja — SK 7/2020"))
    #expect(lines.contains("Tugas 1: Realisasi kuantitas: 11 — Laporan tasks 1"))
    #expect(derivation.text(in: .english).contains("Evidence:\n  Additional tasks: 3 — SK 7/2020"))
  }

  @Test func `evidence is part of what the digest covers, and passes through JSON`() throws {
    let bare = PP46Of2011Tests.inputs([PP46Of2011Tests.task((1, 1), (100, 90), (12, 12))])
    var shown = bare
    shown.evidence["creativity"] = Evidence("SK 7/2020", digest: SHA256.hash([1, 2]))
    shown[list: "tasks"][0].evidence["target.time"] = Evidence("SKP 2020")
    #expect(try JSONDocument(shown.json.prettyText).read(RuleInputs.self) == shown)
    let (one, other) = (try Self.score(bare), try Self.score(shown))
    #expect(one.result == other.result)
    #expect(one.derivation.inputsDigest != other.derivation.inputsDigest)
    shown.evidence["creativty"] = Evidence("SK 8/2020")
    shown[list: "tasks"][0].evidence["target"] = Evidence("SK 8/2020")
    let error = #expect(throws: InvalidInput.self) { try Self.score(shown) }
    #expect(
      error?.problems.map { "\($0.place) \($0.code)" } == [
        "tasks[0].target rules.unknown-input", "creativty rules.unknown-input",
      ])
  }

  // Of each rule some twenty figures; of one document below some hundred, and every fortieth of the
  // rule within it, all of which its digest covers.
  @Test(arguments: RuleBook.national.rules)
  func `an altered figure is found in every rule`(rule: ScoringRule) throws {
    let json = try NationalFiles.example(of: rule).score.derivation.json
    try Self.alteredFiguresAreFound(in: json, about: 20)
  }

  @Test func `every altered document is found`() throws {
    try Self.alteredFiguresAreFound(
      in: Self.score(Self.evidenced).derivation.json, about: 100)
  }

  static func alteredFiguresAreFound(in json: JSONValue, about count: Int) throws {
    let places = json.scalarPaths.filter { $0.first != .key("rule") }
    let inRule = json.scalarPaths.filter { $0.first == .key("rule") }
    let altered =
      stride(from: 0, to: places.count, by: max(1, places.count / count)).map { places[$0] }
      + stride(from: 0, to: inRule.count, by: 4_000 / count).map { inRule[$0] }
    #expect(altered.count >= min(count, places.count))
    for path in altered {
      let forged = json.altered(at: path[...])
      #expect(forged != json, "\(DefinitionPath(path))")
      // What cannot be read any more is found by the reader.
      guard let read = try? JSONDocument(forged.prettyText).read(Derivation.self) else { continue }
      #expect(!read.verify().isEmpty, "\(DefinitionPath(path))")
    }
  }
}

extension JSONValue {
  /// The paths of all texts, numbers and truth values.
  fileprivate var scalarPaths: [[DefinitionPath.Component]] {
    switch self {
    case .object(let members):
      members.sorted { $0.key < $1.key }.flatMap { key, value in
        value.scalarPaths.map { [.key(key)] + $0 }
      }
    case .array(let elements):
      elements.enumerated().flatMap { index, value in value.scalarPaths.map { [.index(index)] + $0 }
      }
    case .null, .bool, .number, .string: [[]]
    }
  }

  /// The value with the scalar at a path made another one of its kind.
  fileprivate func altered(at path: ArraySlice<DefinitionPath.Component>) -> JSONValue {
    switch (self, path.first) {
    case (.object(var members), .key(let key)):
      members[key] = members[key]?.altered(at: path.dropFirst())
      return .object(members)
    case (.array(var elements), .index(let index)):
      elements[index] = elements[index].altered(at: path.dropFirst())
      return .array(elements)
    case (.null, _): return 1
    case (.bool(let flag), _): return .bool(!flag)
    case (.number(let number), _): return .integer((number.integer ?? 0) + 1)
    case (.string(let text), _):
      // A digit in a number, else a letter: "93.5" becomes "93.6".
      let last = text.last == "7" ? "8" : "7"
      return .string(text.dropLast() + last)
    default: return self
    }
  }
}
