// Texts and sources in definition files.

extension LocalizedText: Definition {
  /// Reads `{"id": "…", "en": "…"}`; both must be there.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard node.kind == .object, let object = reader.object(node) else {
      reader.reportKind(
        of: node,
        expected: LocalizedText(
          id: "teks dalam dua bahasa", en: "a text in two languages"),
        example: "{\"id\": \"mutu\", \"en\": \"quality\"}")
      return nil
    }
    var texts: [Language: String] = [:]
    for language in Language.allCases {
      let key = language.rawValue
      guard let text = object.node(for: key) else {
        reader.report(missing: language, at: node)
        continue
      }
      guard let string = String(text, reader) else { continue }
      if string.allSatisfy(\.isWhitespace) {
        reader.report(missing: language, at: text)
      } else {
        texts[language] = string
      }
    }
    object.finish()
    guard let indonesian = texts[.indonesian], let english = texts[.english] else { return nil }
    self.init(id: indonesian, en: english)
  }

  public var json: JSONValue { ["id": .string(indonesian), "en": .string(english)] }
}

extension DefinitionReader {
  fileprivate func report(missing language: Language, at node: JSONNode) {
    report(
      .definitionMissingLanguage,
      ["language": .localized(language.name), "key": .text(language.rawValue)], at: node)
  }
}

extension Language {
  /// The language's name.
  var name: LocalizedText {
    switch self {
    case .indonesian: LocalizedText(id: "bahasa Indonesia", en: "Indonesian")
    case .english: LocalizedText(id: "bahasa Inggris", en: "English")
    }
  }
}

extension LegalSource: Definition {
  /// Reads `{"instrument": "PP 46/2011", "article": "Pasal 7", "link": …, "standing": "law"}`.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let instrument = object.required("instrument", String.self)
    let article = object.optional("article", String.self)
    let link = object.optional("link", String.self)
    let standing = object.required("standing", Standing.self)
    object.finish()
    guard let instrument, let standing else { return nil }
    self.init(instrument, article: article, link: link, standing: standing)
  }

  public var json: JSONValue {
    .object(of: [
      "instrument": instrument.json, "article": article?.json, "link": link?.json,
      "standing": standing.json,
    ])
  }
}
