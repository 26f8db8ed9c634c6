import AppraisalStorage
import KinerjaCore

/// A store of evidence in which a keeper may change what lies there, past its contract.
actor TamperedEvidence: EvidenceStore {
  nonisolated let evidenceCapabilities: EvidenceCapabilities
  private let base: MemoryEvidence
  private var replaced: [EvidenceKey: [UInt8]] = [:]
  private var failures: [EvidenceKey: StoreError] = [:]

  init(_ base: MemoryEvidence) {
    self.base = base
    evidenceCapabilities = base.evidenceCapabilities
  }

  /// Puts other bytes under a key.
  func replace(_ key: EvidenceKey, by bytes: [UInt8]) { replaced[key] = bytes }
  /// Lets every reading of an item fail.
  func fail(_ key: EvidenceKey, with error: StoreError) { failures[key] = error }

  func write(
    for tenant: AgencyID, from next: sending () async throws(StoreError) -> [UInt8]?
  ) async throws(StoreError) -> EvidenceItem {
    try await base.write(for: tenant, from: next)
  }

  func byteCount(of key: EvidenceKey) async throws(StoreError) -> Int? {
    if let bytes = replaced[key] { return bytes.count }
    return try await base.byteCount(of: key)
  }

  func read(
    _ key: EvidenceKey, from offset: UInt64, limit: Int
  ) async throws(StoreError) -> [UInt8]? {
    if let error = failures[key] { throw error }
    if let bytes = replaced[key] { return Array(bytes.dropFirst(Int(offset)).prefix(limit)) }
    return try await base.read(key, from: offset, limit: limit)
  }

  func page(
    of tenant: AgencyID, after cursor: Cursor?, limit: Int
  ) async throws(StoreError) -> Page<EvidenceItem> {
    try await base.page(of: tenant, after: cursor, limit: limit)
  }

  func erase(_ key: EvidenceKey) async throws(StoreError) { try await base.erase(key) }
  func shutdown() async { await base.shutdown() }
}

enum EvidenceSamples {
  static let tenant: AgencyID = "kendari"

  /// So many bytes, the same for a number.
  static func bytes(_ number: Int, count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: ($0 &* 31 &+ number &* 7) ^ ($0 >> 8)) }
  }
}
