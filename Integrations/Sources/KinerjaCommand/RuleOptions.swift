public import ArgumentParser
import Foundation
public import KinerjaCore
import NationalRules
import WeightedScoring

/// In which language the command speaks.
struct LanguageOptions: ParsableArguments {
  @Option(name: .customLong("lang"), help: "Language of messages: id or en.")
  var chosen: Language = .preferred

  var language: Language { chosen }
}

extension Language: @retroactive ExpressibleByArgument {}

extension Language {
  /// The language of the environment.
  static var preferred: Language {
    let environment = ProcessInfo.processInfo.environment
    let locale = environment["LC_ALL"] ?? environment["LC_MESSAGES"] ?? environment["LANG"] ?? ""
    return locale.hasPrefix("id") ? .indonesian : .english
  }
}

extension Day: @retroactive ExpressibleByArgument {
  public init?(argument: String) { try? self.init(iso: argument) }
}

/// Which rule, on which day.
struct RuleOptions: ParsableArguments {
  @Option(help: "Identifier of a national rule, or path of a JSON file.")
  var rule: String

  @Option(name: .customLong("on"), help: "Day whose values hold, such as 2026-12-31.")
  var day: Day

  /// The rule, compiled for the day.
  func scorer(in language: Language) throws(Stop) -> Scorer {
    let scoringRule = try Self.rule(named: rule, on: day, in: language)
    return try stopping(in: language) { () throws(InvalidInput) in
      try scoringRule.compiled(on: day)
    }
  }

  /// The rule of a file, or the version of a national rule that holds on a day.
  static func rule(
    named name: String, on day: Day?, in language: Language
  ) throws(Stop) -> ScoringRule {
    let isFile = FileManager.default.fileExists(atPath: name)
    if name.contains("/") || name.hasSuffix(".json") || isFile {
      return try stopping(in: language) { () throws(InvalidInput) in
        try JSONDocument(contentsOf: name).read(ScoringRule.self)
      }
    }
    let versions = RuleBook.national.rules.filter { $0.id.text == name }
    if let day, let rule = versions.first(where: { $0.effective.contains(day) }) { return rule }
    if day == nil, let rule = versions.last { return rule }
    let known = Set(RuleBook.national.rules.map(\.id.text)).sorted().joined(separator: ", ")
    let text: LocalizedText
    if let rule = versions.first, let day {
      text = LocalizedText(
        id: "aturan \(name) tidak berlaku pada \(day); masa berlakunya "
          + rule.effective.text(in: .indonesian),
        en: "the rule \(name) does not hold on \(day); it holds "
          + rule.effective.text(in: .english))
    } else {
      text = LocalizedText(
        id: "tidak ada aturan nasional \(name); yang ada: \(known), atau berkas JSON",
        en: "there is no national rule \(name); there are \(known), or a JSON file")
    }
    throw Stop(Stop.noInput, [text[language]])
  }
}
