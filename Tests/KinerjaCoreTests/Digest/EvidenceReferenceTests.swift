import Foundation
import KinerjaCore
import Testing

@Suite struct EvidenceReferenceTests {
  static let digest = SHA256.hash(Array("abc".utf8))

  private static func reference(
    bytes: Int = 3, _ mediaType: String = "application/pdf", _ fileName: String = "a.pdf"
  ) throws -> EvidenceReference {
    try EvidenceReference(
      digest: digest, byteCount: bytes, mediaType: mediaType, fileName: fileName)
  }

  @Test func `it is written and read as a definition and through any coder`() throws {
    let reference = try Self.reference("image/svg+xml", "Laporan triwulan I – Kota.svg")
    let text = String(decoding: reference.json.canonicalBytes, as: UTF8.self)
    #expect(
      text == #"{"bytes":3,"fileName":"Laporan triwulan I – Kota.svg","mediaType":"image/svg+xml","#
        + #""sha256":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}"#)
    #expect(try JSONDocument(Array(text.utf8)).read(EvidenceReference.self) == reference)
    let encoded = try JSONEncoder().encode(["evidence": reference])
    #expect(
      try JSONDecoder().decode([String: EvidenceReference].self, from: encoded)
        == ["evidence": reference])
  }

  @Test(arguments: [
    "", "pdf", "application/", "/pdf", "application/pdf; charset=x", "a/b/c", "application/p df",
    ".a/b", "a/é", "a/\(String(repeating: "b", count: 128))",
  ])
  func `a media type that is none is refused`(mediaType: String) {
    let error = #expect(throws: InvalidInput.self) { try Self.reference(mediaType) }
    #expect(error?.problems.map(\.kind.code) == ["core.evidence-media-type"])
  }

  @Test(arguments: [
    "", ".", "..", "a/b", "a\\b", "a\nb", "a\u{7f}", "a\u{85}", "\0", "a\u{202e}fdp.exe",
    "\u{2066}a",
    String(repeating: "é", count: 128),
  ])
  func `a file name that could lead elsewhere is refused`(fileName: String) {
    let error = #expect(throws: InvalidInput.self) { try Self.reference("a/b", fileName) }
    #expect(error?.problems.map(\.kind.code) == ["core.evidence-file-name"])
  }

  @Test func `names and types at the border are taken`() throws {
    _ = try Self.reference(bytes: 0, "a/b", "a")
    _ = try Self.reference(
      "x/\(String(repeating: "b", count: 127))", String(repeating: "a", count: 255))
    _ = try Self.reference("a/b", "...")
  }

  @Test func `all faults are named at once with their places`() throws {
    let text = #"{"sha256": "\#(Self.digest)", "bytes": -1, "mediaType": "x", "fileName": ""}"#
    let error = #expect(throws: InvalidInput.self) {
      try JSONDocument(Array(text.utf8)).read(EvidenceReference.self)
    }
    #expect(error?.problems.map { "\($0.place.path)" } == ["bytes", "mediaType", "fileName"])
    #expect(error?.problems.compactMap(\.place.line) == [1, 1, 1])
  }

  @Test func `digests are ordered by bytes`() throws {
    let digests = try ["00", "7f", "80", "ff"].flatMap { first in
      try ["00", "ff"].map { last in
        let hex = first + String(repeating: "0", count: 60) + last
        return try #require(Digest(hex: hex))
      }
    }
    for (one, left) in digests.enumerated() {
      for (two, right) in digests.enumerated() {
        #expect((left < right) == (one < two))
        #expect((left < right) == (left.hex < right.hex))
      }
    }
  }
}
