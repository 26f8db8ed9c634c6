public import KinerjaCore
public import RuleLanguage

/// Tests of a rule as data, in a format that a system in any language can read and run.
///
/// A file (`kinerja-policy-tests/1`) holds cases for one version of one rule: what goes in and what
/// must come out, exactly; laws that hold along an input; counts over a population. Whoever computes
/// the rule in another language runs the same file and so proves to compute the same.
///
/// From a test, one line reads it, runs it and says what differs:
///
/// ```swift
/// try PolicyVectors(contentsOf: "pp46.json").verify(.pp46Of2011)
/// ```
public struct PolicyVectors: Sendable, Hashable {
  /// The format that this library reads and writes.
  public static let format = "kinerja-policy-tests/1"

  /// Which rule the cases are about.
  public struct RuleReference: Sendable, Hashable {
    /// The identifier of the rule.
    public let id: RuleID
    /// Its version.
    public let version: String
    /// The digest of the rule's canonical JSON, which each derivation carries too; nil if the cases
    /// do not hold the rule to its bytes.
    public let digest: Digest?

    /// Creates a reference.
    public init(_ id: RuleID, version: String, digest: Digest? = nil) {
      self.id = id
      self.version = version
      self.digest = digest
    }

    /// Creates a reference to a rule as it stands, with its digest.
    public init(to rule: ScoringRule) {
      self.init(
        rule.id, version: rule.version, digest: SHA256.hash(rule.rule.json.canonicalBytes))
    }
  }

  /// The rule.
  public let rule: RuleReference
  /// What holds for a case that says nothing else.
  public let defaults: PolicyDefaults
  /// The cases, in the order of the file.
  public let cases: [PolicyCase]

  /// Creates vectors.
  public init(
    for rule: RuleReference, defaults: PolicyDefaults = PolicyDefaults(), cases: [PolicyCase]
  ) {
    self.rule = rule
    self.defaults = defaults
    self.cases = cases
  }

  /// These cases and those of others of the same rule whose names are not among them.
  public func merging(_ others: PolicyVectors) -> PolicyVectors {
    let names = Set(cases.map(\.name))
    return PolicyVectors(
      for: rule, defaults: defaults,
      cases: cases + others.cases.filter { !names.contains($0.name) })
  }

  /// Reads a file.
  ///
  /// - Throws: Everything wrong with the file, each with line and column.
  public init(contentsOf path: String) throws(InvalidInput) {
    self = try JSONDocument(contentsOf: path).read(PolicyVectors.self)
  }

  /// Reads a text; `file` is what messages call it.
  ///
  /// - Throws: Everything wrong with the text, each with line and column.
  public init(reading text: String, file: String? = nil) throws(InvalidInput) {
    self = try JSONDocument(text, file: file).read(PolicyVectors.self)
  }
}

/// What holds for a case that says nothing else.
public struct PolicyDefaults: Sendable, Hashable {
  /// The day whose parameter values hold.
  public let day: Day?
  /// By how much a number may differ from what is expected; 0 for not at all.
  public let tolerance: Ratio
  /// Inputs that a case may leave out; what it gives itself takes their place, a list as a whole.
  public let inputs: RuleInputs

  /// Creates defaults.
  public init(on day: Day? = nil, tolerance: Ratio = 0, inputs: RuleInputs = RuleInputs()) {
    self.day = day
    self.tolerance = tolerance
    self.inputs = inputs
  }
}
