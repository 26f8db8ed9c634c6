/// Where a rule, a figure or a definition comes from.
public struct LegalSource: Sendable, Hashable {
  /// How far a figure may be relied on.
  public enum Standing: String, Sendable, Hashable, Codable, CaseIterable {
    /// Printed in an instrument of law, which is named.
    case law
    /// Published by a region or agency as its own practice.
    case region
    /// Recalled, inferred or chosen here; open to change and marked wherever it acts.
    case assumed
  }

  /// The instrument, such as "PP 46/2011" or "PermenPANRB 6/2022".
  public let instrument: String
  /// The article, attachment or page, such as "Pasal 41 ayat (5)"; nil for the whole instrument.
  public let article: String?
  /// An address at which it was read.
  public let link: String?
  /// How far it may be relied on.
  public let standing: Standing

  /// Creates a source.
  public init(
    _ instrument: String, article: String? = nil, link: String? = nil, standing: Standing = .law
  ) {
    self.instrument = instrument
    self.article = article
    self.link = link
    self.standing = standing
  }

  /// The source as it is cited: instrument and article.
  public var citation: String {
    article.map { "\(instrument), \($0)" } ?? instrument
  }
}

extension LegalSource.Standing {
  /// The standing in words.
  public var label: LocalizedText {
    switch self {
    case .law: LocalizedText(id: "peraturan", en: "law")
    case .region: LocalizedText(id: "publikasi daerah", en: "region's publication")
    case .assumed: LocalizedText(id: "asumsi", en: "assumed")
    }
  }
}
