public import KinerjaCore

/// All entries of a tenant's audit chain in the order in which they are stored.
///
/// It is a value, read from a store or from an export, so that somebody else can verify it far
/// from the store.
public struct AuditTrail: Hashable, Sendable {
  /// Whose chain it is.
  public let tenant: AgencyID
  /// The entries as they are stored; those of a sound chain are readable as ``AuditEntry``.
  public let entries: [Payload]

  /// Creates a trail from entries in their stored order.
  public init(tenant: AgencyID, entries: [Payload]) {
    self.tenant = tenant
    self.entries = entries
  }

  /// Creates a trail from an export: one entry a line.
  public init(tenant: AgencyID, lines: [UInt8]) {
    let schema = PayloadCodec<AuditEntry>().schema
    self.init(
      tenant: tenant,
      entries: lines.split(separator: UInt8(ascii: "\n")).map { Payload(schema: schema, Array($0)) }
    )
  }

  /// The trail as an export: canonical JSON, one entry a line.
  public var lines: [UInt8] {
    entries.reduce(into: []) { $0 += $1.bytes + [UInt8(ascii: "\n")] }
  }

  /// The length and last hash, to be held where nobody who can change the store can change it.
  public var checkpoint: AuditCheckpoint {
    AuditCheckpoint(
      tenant: tenant, length: UInt64(entries.count),
      hash: entries.last?.auditHash ?? AuditEntry.beginning(of: tenant))
  }

  /// Finds what was altered, dropped, moved, repeated or cut off.
  ///
  /// Each entry is vouched for by the one after it, the last ones only by checkpoints: without any,
  /// a chain whose end was cut off or rewritten as a whole looks sound. Of neighbours that were
  /// altered the last is named.
  ///
  /// - Parameter checkpoints: Any number, taken at any time; those of other tenants are passed
  ///   over.
  /// - Returns: What was found, by position; nothing for a sound chain.
  /// - Complexity: O(*n* log *n*) for *n* entries.
  public func findings(against checkpoints: [AuditCheckpoint] = []) -> [AuditFinding] {
    let chain = ClaimedChain(self)
    let own = checkpoints.filter { $0.tenant == tenant }
    let length = max(own.map(\.length).max() ?? 0, chain.length)
    return (chain.faultsOfOrder + chain.missing(below: length) + chain.faultsOfContent(own))
      .sorted { $0.position < $1.position }
  }
}

extension AppraisalStore {
  /// Reads the audit chain of a tenant, which is empty if the store was never audited.
  ///
  /// - Complexity: O(*n*) in time and memory for *n* batches ever committed.
  public func auditTrail(of tenant: AgencyID) async throws(StoreError) -> AuditTrail {
    var entries: [Payload] = []
    for try await event in history(of: AuditEntry.chain(of: tenant)) {
      entries.append(event.payload)
    }
    return AuditTrail(tenant: tenant, entries: entries)
  }

  /// Reads the length and last hash of a tenant's audit chain.
  public func auditCheckpoint(of tenant: AgencyID) async throws(StoreError) -> AuditCheckpoint {
    let key = AuditNames.head(of: tenant)
    return try AuditCheckpoint(await read([key])[key], of: tenant)
  }
}
