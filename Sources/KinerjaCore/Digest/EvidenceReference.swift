/// What a plan, a rating or any other record keeps of a piece of evidence (*bukti dukung*): which
/// content it is, and what it is called.
///
/// The content lies in an `EvidenceStore` under its digest. Name and media type belong to whoever
/// refers to it, so that two records may call the same content differently.
public struct EvidenceReference: Hashable, Sendable {
  /// The most bytes of a file name, as most file systems have it.
  public static let longestFileName = 255

  /// The SHA-256 of the content.
  ///
  /// That of a short content can be found by trying: show it to whom the content may be shown.
  public let digest: Digest
  /// The length of the content.
  public let byteCount: Int
  /// What sort of content it is: type and subtype without parameters, such as `application/pdf`.
  public let mediaType: String
  /// What the content is called, such as "Laporan triwulan I.pdf"; a name, not a path.
  public let fileName: String

  /// Creates a reference.
  ///
  /// - Throws: ``InvalidInput`` with *all* problems: a negative length, a media type that is not of
  ///   the form of RFC 6838 section 4.2, a file name that is empty, longer than
  ///   ``longestFileName`` bytes, `.` or `..`, or has a slash, a backslash, a control character or one that turns the
  ///   direction of writing.
  public init(
    digest: Digest, byteCount: Int, mediaType: String, fileName: String
  ) throws(InvalidInput) {
    self.digest = digest
    self.byteCount = byteCount
    self.mediaType = mediaType
    self.fileName = fileName
    var problems = Diagnostics()
    if byteCount < 0 {
      problems.add(
        .evidenceBytes, ["bytes": .integer(Int64(byteCount))], at: .key("bytes"))
    }
    if !Self.isMediaType(mediaType) { problems.add(.evidenceMediaType, at: .key("mediaType")) }
    if !Self.isFileName(fileName) {
      problems.add(
        .evidenceFileName, ["limit": .integer(Int64(Self.longestFileName))], at: .key("fileName"))
    }
    try problems.throwIfAny()
  }

  private static func isMediaType(_ text: String) -> Bool {
    let names = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return names.count == 2
      && names.allSatisfy { name in
        (1...127).contains(name.count) && name.first.map(isLetterOrDigit) == true
          && name.allSatisfy { isLetterOrDigit($0) || "!#$&-^_.+".utf8.contains($0) }
      }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  private static func isFileName(_ text: String) -> Bool {
    (1...longestFileName).contains(text.utf8.count) && text != "." && text != ".."
      && text.unicodeScalars.allSatisfy { scalar in
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0x2F, 0x5C: false
        // They turn the direction of writing, so that "fdp.exe" is shown as "exe.pdf".
        case 0x202A...0x202E, 0x2066...0x2069: false
        default: true
        }
      }
  }
}

extension EvidenceReference: Definition {
  /// Reads `{"sha256": "e3b0c442…", "bytes": 48211, "mediaType": "application/pdf", "fileName":
  /// "Laporan triwulan I.pdf"}`.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node, example: "{\"sha256\": …}") else { return nil }
    let digest = object.required("sha256", Digest.self)
    let byteCount = object.required("bytes", Int.self)
    let mediaType = object.required("mediaType", String.self)
    let fileName = object.required("fileName", String.self)
    object.finish()
    guard let digest, let byteCount, let mediaType, let fileName else { return nil }
    do throws(InvalidInput) {
      try self.init(
        digest: digest, byteCount: byteCount, mediaType: mediaType, fileName: fileName)
    } catch {
      reader.report(error, at: node)
      return nil
    }
  }

  public var json: JSONValue {
    [
      "sha256": digest.json, "bytes": byteCount.json, "mediaType": mediaType.json,
      "fileName": fileName.json,
    ]
  }
}

extension CoreDiagnostics {
  static let evidence: [DiagnosticKind] = [.evidenceBytes, .evidenceMediaType, .evidenceFileName]
}

extension DiagnosticKind {
  package static let evidenceBytes = DiagnosticKind(
    "core.evidence-bytes",
    message: LocalizedText(
      id: "bukti sepanjang {bytes} bita tidak ada", en: "evidence cannot have {bytes} bytes"),
    mend: LocalizedText(id: "tulis 0 atau lebih", en: "write 0 or more"))

  // Names and types may come from anybody and may name persons, so they are not repeated.
  package static let evidenceMediaType = DiagnosticKind(
    "core.evidence-media-type",
    message: LocalizedText(
      id: "jenis media bukti tidak sah", en: "the media type of the evidence is not one"),
    mend: LocalizedText(
      id: "tulis seperti application/pdf atau image/jpeg, tanpa parameter",
      en: "write it as in application/pdf or image/jpeg, without parameters"))

  package static let evidenceFileName = DiagnosticKind(
    "core.evidence-file-name",
    message: LocalizedText(
      id: "nama berkas bukti kosong, terlalu panjang, atau memuat karakter yang tidak boleh",
      en: "the file name of the evidence is empty, too long, or has a character that is not allowed"
    ),
    mend: LocalizedText(
      id: "tulis 1 sampai {limit} bita tanpa / \\ dan karakter kendali",
      en: "write 1 to {limit} bytes without / \\ and control characters"))
}
