public import KinerjaCore
import RuleLanguage

/// One difference between two rules, in words of both languages and as data.
public struct RuleChange: Sendable, Hashable {
  /// What differs, the most important first.
  public enum Part: String, Sendable, Hashable, CaseIterable {
    /// Which step is the score or the category.
    case output
    /// The value of a parameter.
    case value
    /// A parameter, a table, an input, a list, a scale or a step as a whole.
    case whole
    /// How a step finds its value.
    case way
    /// A weight of a mean.
    case weight
    /// The limits of a band.
    case band
    /// A cell of a matrix or of a table.
    case cell
    /// The rounding of a step.
    case rounding
    /// What a step does when its value is missing.
    case missing
    /// What an input may hold.
    case input
    /// The categories of a scale.
    case scale
    /// What a region may choose.
    case openness
    /// The place of a step in the text of the rule.
    case order
    /// What something is called.
    case title
    /// Where law says so.
    case source
    /// The days on which the rule decides.
    case days
    /// How the score is shown.
    case display
  }

  /// How something stands in one of the two rules.
  public struct Side: Sendable, Hashable {
    /// In words.
    public let words: LocalizedText
    /// As data; for a rule's own parts, as in its definition file.
    public let json: JSONValue
    /// Where law says so; nil if it says nothing of its own.
    public let source: LegalSource?
  }

  /// What differs.
  public let part: Part
  /// Of what, as a path: `parameters.weight.skp`, `steps.tasks.value`.
  public let subject: String
  /// What that is called.
  public let title: LocalizedText
  /// Which part of it, such as the category of a band; nil for the whole.
  public let label: LocalizedText?
  /// How it stood; nil for something new.
  public let old: Side?
  /// How it stands; nil for something taken out.
  public let new: Side?
  /// The days for which it differs; nil if it does not depend on days.
  public let days: DayRange?
}

extension RuleChange {
  /// The difference in a sentence, such as "“Bobot SKP”: 0,6 (PP 46/2011) → 0,7 (Perwali 5/2027),
  /// sejak 1 Januari 2027".
  public func sentence(in language: Language) -> String {
    func word(_ indonesian: String, _ english: String) -> String {
      LocalizedText(id: indonesian, en: english)[language]
    }
    var text = "“\(title[language])”"
    if let label { text += ", \(label[language])" }
    let arrow: String
    switch (old, new) {
    case (let old?, let new?):
      if part == .order {
        arrow = word(" dipindahkan ke ", " is moved to ") + new.words[language]
      } else {
        let isSame = old.source == new.source
        arrow =
          ": \(old.text(in: language, citing: !isSame)) → \(new.text(in: language, citing: !isSame))"
      }
    case (nil, let new?):
      arrow = word(" ditambahkan: ", " is added: ") + new.text(in: language, citing: true)
    case (let old?, nil):
      arrow =
        word(" dihapus; sebelumnya: ", " is taken out; it was: ")
        + old.text(in: language, citing: true)
    case (nil, nil): arrow = ""
    }
    let days = days.map { ", \($0.text(in: language))" } ?? ""
    return text + arrow + days
  }

  /// The difference as data, with its sentences.
  public var json: JSONValue {
    .object(of: [
      "part": part.rawValue.json, "subject": subject.json, "title": title.json,
      "label": label?.json, "old": old?.value, "new": new?.value, "days": days?.json,
      "sentence": LocalizedText(
        id: sentence(in: .indonesian), en: sentence(in: .english)
      ).json,
    ])
  }
}

extension RuleChange.Side {
  fileprivate func text(in language: Language, citing isCited: Bool) -> String {
    guard isCited, let source else { return words[language] }
    let standing = source.standing == .law ? "" : ", \(source.standing.label[language])"
    return "\(words[language]) (\(source.citation)\(standing))"
  }

  fileprivate var value: JSONValue {
    .object(of: ["words": words.json, "value": json, "source": source?.json])
  }
}
