import KinerjaCore

/// An event that was erased, named by the write in the audit chain that appended it.
///
/// It does not tell whose the event was nor of which stream: nobody can from the chain any more.
public struct ErasedWrite: Hashable, Sendable {
  /// The position of the entry that counts the event.
  public let entry: UInt64
  /// The place among that entry's ``AuditEntry/writes``, from 0.
  public let write: Int
}

extension ErasedWrite: Comparable {
  public static func < (left: Self, right: Self) -> Bool {
    (left.entry, left.write) < (right.entry, right.write)
  }
}

extension ErasedWrite {
  /// Reads the place under which an entry tells of an erasure; nil if it is none.
  init?(_ place: AuditPlace) {
    let parts = place.id.text.split(separator: "/", omittingEmptySubsequences: false)
    guard
      place.kind == .erasure, parts.count == 2, let entry = UInt64(parts[0]),
      let write = Int(parts[1]), write >= 0
    else { return nil }
    self.init(entry: entry, write: write)
  }
}

extension AuditWrite {
  /// That an event of a tenant is erased.
  init(erasing event: ErasedWrite, of tenant: AgencyID) {
    self.init(
      place: AuditPlace(
        kind: .erasure, tenant: tenant, collection: AuditNames.collection,
        id: KeyText(unchecked: "\(event.entry)/\(event.write)")),
      payload: nil)
  }
}
