public import KinerjaCore
import KinerjaTables
import RuleLanguage

/// What comes out for the people of a file: how many, in which category, and whom a reform moves.
///
/// Only what is named is compared.
public struct PolicyPopulation: Sendable, Hashable {
  /// How many people there are.
  public var persons: Int?
  /// How many have another category than under the rule without the reform.
  public var changed: Int?
  /// How many of them have a better one.
  public var better: Int?
  /// How many of them have a worse one.
  public var worse: Int?
  /// How many have no category.
  public var incomplete: Int?
  /// How many have each category; one that is not named is not compared.
  public var categories: [CategoryID: Int]

  /// Creates counts; nil for what is not compared.
  public init(
    persons: Int? = nil, changed: Int? = nil, better: Int? = nil, worse: Int? = nil,
    incomplete: Int? = nil, categories: [CategoryID: Int] = [:]
  ) {
    self.persons = persons
    self.changed = changed
    self.better = better
    self.worse = worse
    self.incomplete = incomplete
    self.categories = categories
  }
}

extension PolicyPopulation {
  /// Counts what two rules give for the people of a file.
  ///
  /// - Throws: Everything wrong with the file, and the first person who cannot be scored.
  init(at path: String, baseline: Scorer, reform: Scorer) throws(InvalidInput) {
    let columns = try InputColumns(of: baseline.rule.rule, others: .ignored)
    let people = columns.inputs(of: try CSVReader(columns.layout).read(path: path))
    let before = try Self.categories(of: people, baseline, path)
    let after = try Self.categories(of: people, reform, path)
    let scale = reform.rule.categories
    self.init(
      persons: people.count, changed: 0, better: 0, worse: 0, incomplete: 0,
      categories: Dictionary(
        (scale?.categories ?? []).map { ($0.id, 0) }, uniquingKeysWith: { first, _ in first }))
    for (old, new) in zip(before, after) {
      if let new { categories[new, default: 0] += 1 } else { incomplete? += 1 }
      guard old != new else { continue }
      changed? += 1
      guard let old, let new, let isBetter = scale?.isBetter(new, than: old) else { continue }
      if isBetter { better? += 1 } else { worse? += 1 }
    }
  }

  private static func categories(
    of people: [RuleInputs], _ scorer: Scorer, _ path: String
  ) throws(InvalidInput) -> [CategoryID?] {
    var categories: [CategoryID?] = []
    for (row, result) in try scorer.results(of: people).enumerated() {
      do throws(InvalidInput) {
        categories.append(try result.get().category)
      } catch {
        var problems = Diagnostics(at: SourcePlace(file: path, path: [.index(row)]))
        for problem in error.problems { problems.add(problem) }
        throw InvalidInput(problems)
      }
    }
    return categories
  }

  /// In what the counts found differ from these.
  func differences(from found: PolicyPopulation, at place: SourcePlace) -> [Diagnostic] {
    var pairs: [(String, Int?, Int?)] = [
      ("persons", persons, found.persons), ("changed", changed, found.changed),
      ("better", better, found.better), ("worse", worse, found.worse),
      ("incomplete", incomplete, found.incomplete),
    ]
    for category in categories.keys.sorted() {
      pairs.append((category.text, categories[category], found.categories[category] ?? 0))
    }
    return pairs.compactMap { what, expected, count in
      guard let expected, let count, expected != count else { return nil }
      return Diagnostic(
        .policyDiffers,
        [
          "what": .text(what), "expected": .integer(Int64(expected)),
          "found": .integer(Int64(count)),
        ], at: place)
    }
  }
}

extension PolicyPopulation: DefinitionValue {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node, example: "{\"changed\": 12}") else { return nil }
    let persons = object.optional("persons", Int.self)
    let changed = object.optional("changed", Int.self)
    let better = object.optional("better", Int.self)
    let worse = object.optional("worse", Int.self)
    let incomplete = object.optional("incomplete", Int.self)
    let categories = object.optional("categories", default: [CategoryID: Int]())
    object.finish()
    guard let categories else { return nil }
    self.init(
      persons: persons, changed: changed, better: better, worse: worse, incomplete: incomplete,
      categories: categories)
    if self == PolicyPopulation() {
      reader.report(.policyNothingExpected, at: node)
      return nil
    }
  }

  public var json: JSONValue {
    .object(of: [
      "persons": persons?.json, "changed": changed?.json, "better": better?.json,
      "worse": worse?.json, "incomplete": incomplete?.json,
      "categories": categories.isEmpty ? nil : categories.json,
    ])
  }
}
