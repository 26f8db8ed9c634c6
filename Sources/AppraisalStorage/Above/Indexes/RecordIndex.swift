/// By what the records of a collection may be found besides their ids.
///
/// ```swift
/// let plans = store.repository(
///   of: WorkPlan.self, tenant: "kendari", collection: "plans",
///   indexes: [
///     .unique("code") { $0.personCode }, .by("unit") { $0.unit }, .by("due") { $0.deadlines },
///   ])
/// ```
/// An index is entries, ordinary records in a collection of their own, written in the same batch as
/// the record that they lead to. So it works on every store and cannot disagree with the records,
/// as long as all who write to the collection declare the same.
public struct RecordIndex<Value>: Sendable {
  /// The name, one to a collection.
  public let name: KeyText
  /// Whether a value may lead to one record only.
  public let isUnique: Bool
  /// What a record is found by.
  let values: @Sendable (Value) -> [IndexValue]

  /// An index by values of which any number of records may have the same.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - keys: What a record is found by: a value, a missing one or several. It must depend on
  ///     nothing but the value; if what it says changes, rebuild the indexes.
  public static func by(
    _ name: KeyText, _ keys: @escaping @Sendable (Value) -> some IndexKeys
  ) -> Self {
    Self(name: name, isUnique: false) { keys($0).indexValues }
  }

  /// An index by values that no two records may share.
  ///
  /// Whoever writes a second one is refused with ``RepositoryError/notUnique(index:holder:)``.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - keys: What a record is found by, as in ``by(_:_:)``.
  public static func unique(
    _ name: KeyText, _ keys: @escaping @Sendable (Value) -> some IndexKeys
  ) -> Self {
    Self(name: name, isUnique: true) { keys($0).indexValues }
  }
}
