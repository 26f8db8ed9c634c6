public import KinerjaCore

/// Something in an audit chain, or beside it, that was changed after it was written.
public enum AuditFinding: Hashable, Sendable {
  /// The entry of this position is not what its successor, the head or a checkpoint names, or is
  /// no entry at all.
  case altered(position: UInt64)
  /// The entries of these positions are gone.
  case missing(positions: Range<UInt64>)
  /// The entry of this position stands at another place, counted from 0.
  case moved(position: UInt64, place: Int)
  /// The entry of this position stands a second time at this place, counted from 0.
  case repeated(position: UInt64, place: Int)
  /// The chain holds together but is not the one of which the checkpoint was taken: some entry
  /// before its length was rewritten, and all behind it with it.
  case rewritten(before: UInt64)
  /// What opens the entry of this position does not fit it.
  case opening(position: UInt64)
  /// What the store holds in this collection is not what the batch of this position wrote.
  case content(position: UInt64, collection: KeyText)

  /// The position in the chain to look at first.
  public var position: UInt64 {
    switch self {
    case .altered(let position), .moved(let position, _), .repeated(let position, _),
      .opening(let position), .content(let position, _):
      position
    case .missing(let positions): positions.lowerBound
    case .rewritten(let length): length
    }
  }

  /// The finding as a diagnostic in both languages.
  public var diagnostic: Diagnostic {
    let position: DiagnosticValue = .text(String(position))
    switch self {
    case .altered: return Diagnostic(.auditAltered, ["position": position])
    case .missing(let positions):
      let last = positions.upperBound - min(1, positions.upperBound)
      return Diagnostic(.auditMissing, ["position": position, "last": .text(String(last))])
    case .moved(_, let place):
      return Diagnostic(
        .auditMoved, ["position": position, "place": .integer(Int64(place))])
    case .repeated(_, let place):
      return Diagnostic(
        .auditRepeated, ["position": position, "place": .integer(Int64(place))])
    case .rewritten: return Diagnostic(.auditRewritten, ["position": position])
    case .opening: return Diagnostic(.auditOpening, ["position": position])
    case .content(_, let collection):
      return Diagnostic(
        .auditContent, ["position": position, "collection": .text(collection.text)])
    }
  }
}

extension AuditFinding: CustomStringConvertible {
  public var description: String { diagnostic.sentence(in: .english) }
}
