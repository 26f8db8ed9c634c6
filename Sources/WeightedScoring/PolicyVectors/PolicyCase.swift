public import KinerjaCore
public import RuleLanguage

/// One case of ``PolicyVectors``.
public struct PolicyCase: Sendable, Hashable {
  /// What a case asks.
  public enum Check: Sendable, Hashable {
    /// What comes out for one person.
    case person(PolicyExpectation)
    /// A law that holds along an input.
    case property(PolicyProperty)
    /// What comes out for the people of a file, which stands beside the vectors.
    case population(file: String, PolicyPopulation)
  }

  /// What the case is called; no two of a file alike.
  public let name: String
  /// Where the expected figures come from, such as a page of the regulation; nil if nowhere else.
  public let source: String?
  /// The day whose parameter values hold; nil for that of the file.
  public let day: Day?
  /// What is known about the person, beside what the file gives for all.
  public let inputs: RuleInputs
  /// What is changed in the rule before the case is run; nothing for the rule as it stands.
  public internal(set) var reform: [ReformChange]
  /// By how much a number may differ; nil for the tolerance of the file.
  public let tolerance: Ratio?
  /// What is asked.
  public let check: Check
  /// Where it stands in a file.
  let origin: CaseOrigin

  /// Creates a case.
  public init(
    _ name: String, source: String? = nil, on day: Day? = nil, inputs: RuleInputs = RuleInputs(),
    reform: [ReformChange] = [], tolerance: Ratio? = nil, _ check: Check
  ) {
    self.init(
      name, source: source, on: day, inputs: inputs, reform: reform, tolerance: tolerance, check,
      origin: CaseOrigin(place: SourcePlace()))
  }

  init(
    _ name: String, source: String?, on day: Day?, inputs: RuleInputs, reform: [ReformChange],
    tolerance: Ratio?, _ check: Check, origin: CaseOrigin
  ) {
    self.name = name
    self.source = source
    self.day = day
    self.inputs = inputs
    self.reform = reform
    self.tolerance = tolerance
    self.check = check
    self.origin = origin
  }
}

/// The place of a case in its file, which makes no difference between two cases.
struct CaseOrigin: Sendable, Hashable {
  let place: SourcePlace

  /// The path of a file that stands beside the vectors.
  func path(to file: String) -> String {
    guard !file.hasPrefix("/"), let slash = place.file?.lastIndex(of: "/"), let own = place.file
    else { return file }
    return own[...slash] + file
  }

  static func == (left: Self, right: Self) -> Bool { true }

  func hash(into hasher: inout Hasher) {}
}
