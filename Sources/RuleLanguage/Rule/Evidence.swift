public import KinerjaCore

/// Where a value about a person was taken from: a document that somebody else can look up.
///
/// It takes no part in the calculation. It stands with the inputs, so that their digest covers it,
/// and in the derivation beside every value that rests on it.
public struct Evidence: Sendable, Hashable {
  /// The document as it is cited, such as "Laporan kinerja triwulan IV 2026"; no personal
  /// data.
  public let document: String
  /// The digest of the document's bytes; nil if it is not at hand as a file.
  public let digest: Digest?

  /// Creates a reference to a document.
  public init(_ document: String, digest: Digest? = nil) {
    self.document = document
    self.digest = digest
  }
}

extension Evidence: Definition {
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let document = object.required("document", String.self)
    let digest = object.optional("sha256", Digest.self)
    object.finish()
    guard let document else { return nil }
    self.init(document, digest: digest)
  }

  public var json: JSONValue {
    .object(of: ["document": document.json, "sha256": digest?.json])
  }
}
