import AppraisalStorage
import KinerjaCore

extension ConformanceRule {
  /// B: what is kept of evidence, and for whom.
  static let evidenceContents: [ConformanceRule] = [
    ConformanceRule(
      "B1", id: "isi kembali persis seperti yang ditulis, potong di mana pun",
      en: "a content comes back exactly as it was written, wherever it is cut"
    ) { bench in
      let contents: [([UInt8], cut: Int)] = [
        ([], 1), ([0], 1), ([0, 0, 10, 13, 0], 2), (Array(0...255), 7),
        (EvidenceBench.bytes(1, count: 70_000), 9_999),
      ]
      for (bytes, cut) in contents {
        let item = try await bench.write(bytes, cut: cut)
        try expect(item.digest, is: SHA256.hash(bytes), "the digest of \(bytes.count) bytes")
        try expect(item.byteCount, is: bytes.count, "the length in the answer")
        try await bench.expectItem(bytes)
        let end = UInt64(bytes.count)
        for offset in Set([0, 1, end / 2, end &- 1, end, end + 9, .max]) where offset <= end + 9 {
          try await bench.expectPiece(of: item.key, bytes, from: offset)
        }
        try await bench.expectPiece(of: item.key, bytes, from: .max)
      }
      let nothing = EvidenceKey(
        tenant: EvidenceBench.tenant, digest: SHA256.hash(Array("nothing".utf8)))
      try expect(try await bench.store.byteCount(of: nothing), is: nil, "the length of nothing")
      try expect(
        try await bench.store.read(nothing, from: 0, limit: 1), is: nil, "a piece of nothing")
    },
    ConformanceRule(
      "B2", id: "isi yang sama dua kali adalah satu, sekali hapus hilang",
      en: "the same content twice is one, and gone when erased once"
    ) { bench in
      let bytes = EvidenceBench.bytes(2, count: 5_000)
      let first = try await bench.write(bytes, cut: 5_000)
      // Empty pieces change nothing either.
      var pieces: [[UInt8]] = [[], Array(bytes[..<1]), [], Array(bytes[1...]), []].reversed()
      let second = try await bench.store.write(for: EvidenceBench.tenant) {
        () async throws(StoreError) in pieces.popLast()
      }
      try expect(second, is: first, "the answer to the second writing")
      try expect(try await bench.items(), is: [first], "the items after two writings")
      try await bench.expectItem(bytes)
      try await bench.store.erase(first.key)
      try await bench.expectItem(bytes, isThere: false)
    },
    ConformanceRule(
      "B6", id: "bukti satu instansi tidak ada bagi yang lain, walau isinya sama",
      en: "a tenant's evidence is nothing to another, though the content be the same"
    ) { bench in
      let other = EvidenceBench.otherTenant
      let (shared, own) = (Array("shared".utf8), Array("own".utf8))
      try await bench.write(own)
      try await bench.write(shared)
      for bytes in [own, shared] {
        try await bench.expectItem(bytes, of: other, isThere: false)
      }
      try await bench.write(shared, for: other)
      try await bench.store.erase(EvidenceKey(tenant: other, digest: SHA256.hash(own)))
      try await bench.expectItem(own)
      try await bench.store.erase(
        EvidenceKey(tenant: EvidenceBench.tenant, digest: SHA256.hash(shared)))
      try await bench.expectItem(shared, isThere: false)
      try await bench.expectItem(shared, of: other)
      try expect(try await bench.items(of: other).count, is: 1, "the other tenant's items")
    },
    ConformanceRule(
      "B7", id: "yang dihapus lenyap; menghapus yang tidak ada tidak apa-apa",
      en: "what is erased is gone and may come again; erasing what is missing is harmless"
    ) { bench in
      let bytes = EvidenceBench.bytes(7, count: 3_000)
      let key = EvidenceKey(tenant: EvidenceBench.tenant, digest: SHA256.hash(bytes))
      try await bench.store.erase(key)
      let neighbour = try await bench.write("neighbour")
      try await bench.write(bytes)
      _ = try await bench.store.read(key, from: 0, limit: 1_000)
      try await bench.store.erase(key)
      try expect(
        try await bench.store.read(key, from: 1_000, limit: 1_000), is: nil,
        "a later piece of what was erased in between")
      try await bench.expectItem(bytes, isThere: false)
      try await bench.store.erase(key)
      try expect(try await bench.items(), is: [neighbour], "the items after the erasure")
      try await bench.write(bytes)
      try await bench.expectItem(bytes)
    },
  ]
}

extension EvidenceBench {
  /// Reads pieces of several lengths from an offset.
  fileprivate func expectPiece(
    of key: EvidenceKey, _ bytes: [UInt8], from offset: UInt64
  ) async throws {
    let rest = bytes.dropFirst(Int(clamping: offset))
    for limit in [1, 3, store.evidenceCapabilities.pieceBytes] {
      let piece = try await store.read(key, from: offset, limit: limit)
      let place = "a piece of \(limit) bytes from \(offset) of \(bytes.count)"
      guard let piece else { throw BrokenPromise("\(place) is missing") }
      try expect(piece.count <= limit && rest.starts(with: piece), "\(place) is \(piece)")
      try expect(piece.isEmpty == rest.isEmpty, "\(place) has \(piece.count) bytes")
    }
    let declared = store.evidenceCapabilities.pieceBytes
    for limit in [0, -1] + (declared < .max ? [declared + 1] : []) {
      try await expectRefusal(
        "a piece of \(limit) bytes",
        with: .limitExceeded(.pieceBytes, found: limit, allowed: declared)
      ) {
        _ = try await store.read(key, from: offset, limit: limit)
      }
    }
  }
}
