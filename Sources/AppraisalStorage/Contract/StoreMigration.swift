public import KinerjaCore

/// A step of a store's data from one format to a later one.
public struct StoreMigration: Hashable, Sendable {
  /// The format that it begins with.
  public let from: UInt32
  /// The format that it ends with, greater than ``from``.
  public let to: UInt32
  /// What it is for, in words for whoever decides when to take it.
  public let purpose: LocalizedText

  /// Describes a step; for authors of stores.
  public init(from: UInt32, to: UInt32, purpose: LocalizedText) {
    self.from = from
    self.to = to
    self.purpose = purpose
  }
}

extension StoreMigration: CustomStringConvertible {
  /// The formats: `format 1 to 2`.
  public var description: String { "format \(from) to \(to)" }
}

/// How far a migration is.
public struct MigrationProgress: Hashable, Sendable {
  /// The step that is being taken.
  public let migration: StoreMigration
  /// How many portions of the step are done, of a kind that the store chooses; within one call it
  /// never falls.
  public let done: Int
  /// How many portions the step has, at least ``done``.
  public let total: Int

  /// Describes progress; for authors of stores.
  public init(_ migration: StoreMigration, done: Int, total: Int) {
    self.migration = migration
    self.done = done
    self.total = total
  }
}
