extension Digest: DefinitionValue {
  /// Reads 64 hexadecimal digits.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let digest = node.string.flatMap({ Digest(hex: $0) }) else {
      reader.reportKind(
        of: node,
        expected: LocalizedText(
          id: "sidik SHA-256 dalam heksadesimal", en: "a SHA-256 digest in hexadecimal"),
        example: "\"e3b0c442…\"")
      return nil
    }
    self = digest
  }

  public var json: JSONValue { .string(hex) }
}
