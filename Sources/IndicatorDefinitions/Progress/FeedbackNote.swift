public import KinerjaCore

/// Feedback that helps (*umpan balik*): what was seen, what it led to, what to do.
public struct FeedbackNote: Hashable, Sendable {
  /// What was observed.
  public let observation: String
  /// What it led to.
  public let effect: String
  /// What to keep or to change.
  public let suggestion: String
  /// The plan item of which it speaks; nil if it is about the work as a whole.
  public let item: PlanItemID?

  /// Creates a note; a part may be empty.
  public init(
    observation: String, effect: String = "", suggestion: String = "", item: PlanItemID? = nil
  ) {
    self.observation = observation
    self.effect = effect
    self.suggestion = suggestion
    self.item = item
  }

  /// What is missing, as advice: warnings, never errors.
  public var advice: Diagnostics {
    let parts = [
      ("observation", observation, LocalizedText(id: "pengamatan", en: "observation")),
      ("effect", effect, LocalizedText(id: "dampak", en: "effect")),
      ("suggestion", suggestion, LocalizedText(id: "saran", en: "suggestion")),
    ]
    var advice = Diagnostics()
    for (key, text, name) in parts where text.allSatisfy(\.isWhitespace) {
      advice.add(.incompleteFeedback, ["part": .localized(name)], at: .key(key))
    }
    return advice
  }
}

extension FeedbackNote: Definition {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let observation = object.required("observation", String.self)
    let effect = object.optional("effect", default: "")
    let suggestion = object.optional("suggestion", default: "")
    let item = object.optional("item", PlanItemID.self)
    object.finish()
    guard let observation, let effect, let suggestion else { return nil }
    self.init(observation: observation, effect: effect, suggestion: suggestion, item: item)
  }

  public var json: JSONValue {
    .object(of: [
      "observation": observation.json, "effect": effect.json, "suggestion": suggestion.json,
      "item": item?.json,
    ])
  }
}
