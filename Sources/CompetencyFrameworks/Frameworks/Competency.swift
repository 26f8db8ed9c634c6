public import KinerjaCore

/// A kind of competency (UU 5/2014; PermenPANRB 38/2017; Permendagri 108/2017).
public enum CompetencyDomain: String, Hashable, Sendable, CaseIterable, Definition {
  /// To lead and manage (*kompetensi manajerial*).
  case managerial
  /// To serve a diverse public (*kompetensi sosial kultural*).
  case socioCultural = "socio-cultural"
  /// To do the work of a field (*kompetensi teknis*).
  case technical
  /// To govern a region (*kompetensi pemerintahan*), asked of heads of regional apparatus.
  case governmental

  /// The domain in words.
  public var label: LocalizedText {
    switch self {
    case .managerial: LocalizedText(id: "manajerial", en: "managerial")
    case .socioCultural: LocalizedText(id: "sosial kultural", en: "socio-cultural")
    case .technical: LocalizedText(id: "teknis", en: "technical")
    case .governmental: LocalizedText(id: "pemerintahan", en: "governmental")
    }
  }
}

/// What a person must be able to do (*kompetensi*).
public struct Competency: Hashable, Sendable, Identifiable {
  /// The competency's name for machines; a change of meaning needs a new one.
  public let id: CompetencyID
  /// The competency's name for people.
  public let name: LocalizedText
  /// The kind of competency.
  public let domain: CompetencyDomain
  /// What it means; nil if the name says it.
  public let definition: LocalizedText?
  /// What shows that a person has it, in the order given.
  public let behaviours: [Behaviour]

  /// Creates a competency.
  public init(
    _ id: CompetencyID, name: LocalizedText, domain: CompetencyDomain,
    definition: LocalizedText? = nil, behaviours: [Behaviour] = []
  ) {
    self.id = id
    self.name = name
    self.domain = domain
    self.definition = definition
    self.behaviours = behaviours
  }
}

/// Something that can be seen of a competency (*indikator perilaku*).
public struct Behaviour: Hashable, Sendable {
  /// What is seen.
  public let text: LocalizedText
  /// The level of proficiency that it shows; nil if it speaks of none.
  public let level: Int?

  /// Creates a behaviour.
  public init(_ text: LocalizedText, level: Int? = nil) {
    self.text = text
    self.level = level
  }
}

extension Competency: Definition {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let id = object.required("id", CompetencyID.self)
    let name = object.required("name", LocalizedText.self)
    let domain = object.required("domain", CompetencyDomain.self)
    let definition = object.optional("definition", LocalizedText.self)
    let behaviours = object.optional("behaviours", default: [Behaviour]())
    object.finish()
    guard let id, let name, let domain, let behaviours else { return nil }
    self.init(id, name: name, domain: domain, definition: definition, behaviours: behaviours)
  }

  public var json: JSONValue {
    .object(of: [
      "id": id.json, "name": name.json, "domain": domain.json, "definition": definition?.json,
      "behaviours": behaviours.isEmpty ? nil : behaviours.json,
    ])
  }
}

extension Behaviour: Definition {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let text = object.required("text", LocalizedText.self)
    let level = object.optional("level", Int.self)
    object.finish()
    guard let text else { return nil }
    self.init(text, level: level)
  }

  public var json: JSONValue { .object(of: ["text": text.json, "level": level?.json]) }
}
