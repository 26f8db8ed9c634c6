public import KinerjaCore

/// Changes that happen all together or not at all.
///
/// A batch is a value, not a closure: nothing is held open while a caller waits, and it can be
/// logged, repeated and tested. Mutations take effect in order; a later one sees what an earlier
/// one did.
public struct Batch: Hashable, Sendable {
  /// Whose data it changes; a batch stays within one tenant.
  public let tenant: AgencyID
  /// Names the caller's intent within the tenant: to repeat a batch whose outcome was lost, send
  /// the same key again.
  public let idempotencyKey: KeyText
  /// The changes in order, at least one.
  public let mutations: [Mutation]

  /// Creates a batch.
  ///
  /// - Throws: ``StoreError/invalidBatch(_:)`` if there is no mutation or one names another
  ///   tenant.
  public init(
    tenant: AgencyID, idempotencyKey: KeyText, _ mutations: [Mutation]
  ) throws(StoreError) {
    guard !mutations.isEmpty else { throw .invalidBatch(.noMutation) }
    for (index, mutation) in mutations.enumerated() where mutation.tenant != tenant {
      throw .invalidBatch(.otherTenant(mutation: index))
    }
    self.tenant = tenant
    self.idempotencyKey = idempotencyKey
    self.mutations = mutations
  }

  /// Records put or deleted plus events appended, which ``StoreCapabilities/batchWrites`` limits;
  /// an append of no event counts as one.
  public var writeCount: Int { mutations.reduce(0) { $0 + $1.writeCount } }

  /// Bytes of all payloads, which ``StoreCapabilities/batchBytes`` limits.
  public var byteCount: Int {
    mutations.reduce(0) { sum, mutation in
      mutation.payloads.reduce(sum) { $0 + $1.bytes.count }
    }
  }
}

/// What is wrong with a ``Batch`` in itself.
public enum BatchFault: Hashable, Sendable {
  case noMutation
  /// The mutation at this place, counted from 0, names a tenant that is not the batch's.
  case otherTenant(mutation: Int)
}

extension Mutation {
  var tenant: AgencyID {
    switch self {
    case .put(let key, _, _), .delete(let key, _): key.tenant
    case .append(let stream, _, _): stream.tenant
    }
  }

  /// The payloads that it carries, in order.
  package var payloads: [Payload] {
    switch self {
    case .put(_, let payload, _): [payload]
    case .delete: []
    case .append(_, let payloads, _): payloads
    }
  }

  var writeCount: Int {
    switch self {
    case .put, .delete: 1
    case .append(_, let payloads, _): max(1, payloads.count)
    }
  }
}
