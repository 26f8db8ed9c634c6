public import KinerjaCore
public import RuleLanguage

/// The answers of a survey of public satisfaction, summed up: for each of the nine elements the sum
/// of the marks and how many answered.
///
/// It turns a survey of any size into the few exact means that PermenPANRB 14/2017 asks for:
///
/// ```swift
/// let survey = try SatisfactionSurvey(answers: sheets)
/// let score = try ScoringRule.permenPANRB14Of2017.compiled(on: day).score(survey.inputs)
/// ```
/// The mean of an element is taken over those who answered it, so a blank sheet counts for nothing.
public struct SatisfactionSurvey: Sendable, Hashable {
  /// The nine elements (*unsur*) of PermenPANRB 14/2017.
  ///
  /// Forms differ in the order of the last two; they weigh alike.
  public enum Element: Int, Sendable, Hashable, CaseIterable {
    case requirements, procedure, completionTime, cost, product, competence, behaviour
    case complaints, facilities

    /// The element as forms number it: "u1" to "u9".
    public var code: String { "u\(rawValue + 1)" }

    /// The element in words.
    public var label: LocalizedText {
      switch self {
      case .requirements: LocalizedText(id: "persyaratan", en: "requirements")
      case .procedure:
        LocalizedText(id: "sistem, mekanisme, dan prosedur", en: "system, mechanism and procedure")
      case .completionTime: LocalizedText(id: "waktu penyelesaian", en: "time of completion")
      case .cost: LocalizedText(id: "biaya/tarif", en: "cost or tariff")
      case .product:
        LocalizedText(id: "produk spesifikasi jenis pelayanan", en: "product specification")
      case .competence: LocalizedText(id: "kompetensi pelaksana", en: "competence of staff")
      case .behaviour: LocalizedText(id: "perilaku pelaksana", en: "behaviour of staff")
      case .complaints: LocalizedText(id: "penanganan pengaduan", en: "handling of complaints")
      case .facilities: LocalizedText(id: "sarana dan prasarana", en: "facilities")
      }
    }
  }

  /// The sum of the marks of each element, in the order of ``Element``.
  public private(set) var totals: [Int]
  /// How many answered each element.
  public private(set) var answered: [Int]

  /// Creates a survey that nobody has answered yet.
  public init() {
    totals = Array(repeating: 0, count: Element.allCases.count)
    answered = totals
  }

  /// Sums answers up.
  ///
  /// - Parameter answers: For each respondent nine marks from 1 to 4, nil where one was left blank.
  /// - Throws: Every respondent, from 0, with other than nine marks or a mark outside the scale.
  /// - Complexity: O(*n*) in the number of respondents.
  public init(answers: some Sequence<[Int?]>) throws(InvalidInput) {
    self.init()
    var problems = Diagnostics(at: "respondents")
    for (index, marks) in answers.enumerated() {
      add(marks, Self.place(index), &problems)
    }
    try problems.throwIfAny()
  }

  /// Sums answers up that nobody left blank; else like ``init(answers:)``.
  public init(complete answers: some Sequence<[Int]>) throws(InvalidInput) {
    try self.init(answers: answers.lazy.map { $0.map { $0 } })
  }

  /// Takes counts: for each element how many gave the marks 1, 2, 3 and 4.
  ///
  /// - Throws: Every row that has other than four counts or a negative one, or that there are other
  ///   than nine rows.
  public init(counts: [[Int]]) throws(InvalidInput) {
    self.init()
    var problems = Diagnostics(at: "counts")
    Self.expect(counts.count, Self.marks.count, &problems, at: SourcePlace())
    for (index, row) in counts.enumerated() {
      Self.expect(row.count, Self.scale.count, &problems, at: Self.place(index))
      for (place, count) in row.enumerated() where !Self.countable.contains(count) {
        problems.add(
          .surveyCount, ["count": .integer(Int64(count))], at: Self.place(index, place))
      }
    }
    try problems.throwIfAny()
    for (index, row) in counts.enumerated() {
      totals[index] = zip(Self.scale, row).reduce(0) { $0 + $1.0 * $1.1 }
      answered[index] = row.reduce(0, +)
    }
  }

  /// Takes the sums of the marks as reports print them, and how many respondents there were.
  ///
  /// - Throws: That there are other than nine totals, a number of respondents below 0, or every
  ///   total that so many marks from 1 to 4 cannot give.
  public init(totals: [Int], respondents: Int) throws(InvalidInput) {
    var problems = Diagnostics(at: "totals")
    Self.expect(totals.count, Self.marks.count, &problems, at: SourcePlace())
    if Self.countable.contains(respondents) {
      let possible = respondents...respondents * Self.scale.upperBound
      for (index, total) in totals.enumerated() where !possible.contains(total) {
        problems.add(
          .surveyTotal,
          [
            "total": .integer(Int64(total)), "respondents": .integer(Int64(respondents)),
            "least": .integer(Int64(possible.lowerBound)),
            "most": .integer(Int64(possible.upperBound)),
          ], at: Self.place(index))
      }
    } else {
      problems.add(.surveyCount, ["count": .integer(Int64(respondents))], at: SourcePlace())
    }
    try problems.throwIfAny()
    self.totals = totals
    answered = Array(repeating: respondents, count: totals.count)
  }

  /// The same survey with the answers of another, such as of another counter or day.
  public func merged(with other: SatisfactionSurvey) -> SatisfactionSurvey {
    var sum = self
    for index in totals.indices {
      sum.totals[index] += other.totals[index]
      sum.answered[index] += other.answered[index]
    }
    return sum
  }

  /// The exact mean mark of an element; nil if nobody answered it.
  public func mean(of element: Element) -> Ratio? {
    try? Ratio(Int128(totals[element.rawValue]), over: Int128(answered[element.rawValue]))
  }

  /// What ``/WeightedScoring/ScoringRule/permenPANRB14Of2017`` asks for.
  public var inputs: RuleInputs {
    var inputs = RuleInputs()
    for element in Element.allCases {
      if let mean = mean(of: element) {
        inputs[StepID(stringLiteral: "average.\(element.code)")] = .number(mean)
      }
    }
    return inputs
  }

  // MARK: - Checks

  private static let scale = 1...4
  private static let marks = Element.allCases
  /// Four times the sum of several surveys still fits.
  private static let countable = 0...1_000_000_000_000

  private mutating func add(
    _ marks: [Int?], _ place: @autoclosure () -> SourcePlace, _ problems: inout Diagnostics
  ) {
    guard marks.count == Self.marks.count else {
      Self.expect(marks.count, Self.marks.count, &problems, at: place())
      return
    }
    for (index, mark) in marks.enumerated() {
      guard let mark else { continue }
      guard Self.scale.contains(mark) else {
        var spot = place()
        spot.path.components.append(.index(index))
        problems.add(Diagnostic(.surveyMark, ["mark": .integer(Int64(mark))], at: spot))
        continue
      }
      totals[index] += mark
      answered[index] += 1
    }
  }

  private static func expect(
    _ found: Int, _ expected: Int, _ problems: inout Diagnostics, at place: SourcePlace
  ) {
    guard found != expected else { return }
    problems.add(
      Diagnostic(
        .surveyWidth,
        ["found": .integer(Int64(found)), "expected": .integer(Int64(expected))], at: place))
  }

  private static func place(_ indices: Int...) -> SourcePlace {
    SourcePlace(path: DefinitionPath(indices.map { .index($0) }))
  }
}
