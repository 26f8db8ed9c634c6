public import KinerjaCore

/// A verdict on a job-person match, from a per cent on.
public struct MatchBand: Hashable, Sendable {
  /// The verdict's name for machines, such as "MS".
  public let id: CategoryID
  /// The verdict's name for people.
  public let name: LocalizedText
  /// The least per cent, which belongs to the band; nil for the lowest band.
  public let from: Ratio?

  /// Creates a band.
  public init(_ id: CategoryID, name: LocalizedText, from: Ratio?) {
    self.id = id
    self.name = name
    self.from = from
  }
}

extension MatchBand: Definition {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let id = object.required("id", CategoryID.self)
    let name = object.required("name", LocalizedText.self)
    let from = object.optional("from", Ratio.self)
    object.finish()
    guard let id, let name else { return nil }
    self.init(id, name: name, from: from)
  }

  public var json: JSONValue {
    .object(of: ["id": id.json, "name": name.json, "from": from?.json])
  }
}

/// Domains that are matched together, and how much their match counts beside others.
public struct MatchGroup: Hashable, Sendable {
  /// The domains, each in one group only.
  public let domains: [CompetencyDomain]
  /// The weight, above nought; weights need not sum to anything.
  public let weight: Ratio

  /// Creates a group.
  public init(_ domains: [CompetencyDomain], weight: Ratio) {
    self.domains = domains
    self.weight = weight
  }
}

extension MatchGroup: Definition {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let domains = object.required("domains", [CompetencyDomain].self)
    let weight = object.required("weight", Ratio.self)
    object.finish()
    guard let domains, let weight else { return nil }
    self.init(domains, weight: weight)
  }

  public var json: JSONValue { ["domains": domains.json, "weight": weight.json] }
}
