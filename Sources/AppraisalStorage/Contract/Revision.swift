/// The state of a record at one commit: opaque, and compared for equality only.
///
/// A revision never comes back, not even when its record is deleted and created again.
public struct Revision: Hashable, Sendable {
  /// The store's own token, to be carried through a form or an `ETag` unread.
  public let token: String

  /// Creates a revision from a token that a store gave out.
  public init(token: String) { self.token = token }
}

extension Revision: CustomStringConvertible {
  public var description: String { token }
}
