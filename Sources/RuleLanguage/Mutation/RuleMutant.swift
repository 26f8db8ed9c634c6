public import KinerjaCore

/// A rule in which one single thing is otherwise, to see whether anybody notices.
public struct RuleMutant: Sendable {
  /// What is otherwise.
  public enum Change: String, Sendable, Hashable, CaseIterable {
    /// An edge of a band, or of a piece of a table, one step up or down.
    case edge
    /// The closed side of an edge, or of a comparison.
    case closedSide
    /// A band, or a piece, a row or a variant, taken out.
    case dropped
    /// A figure — a weight, a limit, a point of a table, a constant — one step up or down.
    case figure
    /// A switch: true for false.
    case flag
    /// The smaller for the larger, less for more, plus for minus.
    case polarity
    /// What a step or a formula does about a missing value, taken out.
    case missingPolicy
    /// Two neighbouring cells of a matrix, exchanged.
    case cell
  }

  /// The rule with the change.
  public let rule: Rule
  /// What kind of change it is.
  public let change: Change
  /// Where in the rule's file it is, such as `steps[3].bands[1].from`.
  public let place: String
  /// What stood there.
  public let before: String
  /// What stands there now.
  public let after: String
}

extension RuleMutant: CustomStringConvertible {
  /// The change in one line.
  public var description: String { "\(place): \(before) → \(after) (\(change.rawValue))" }
}

extension Rule {
  /// All rules that differ from this one by a single edit.
  ///
  /// A test of the rule is as good as the share of them that it tells from the rule itself. Some
  /// are not rules at all — weights that no longer add up, bands that overlap — which is how the
  /// compiler notices them.
  ///
  /// - Parameter step: By how much a figure or an edge moves, usually the last decimal of the
  ///   inputs; a parameter that has a unit moves by the last decimal of that.
  /// - Complexity: One reading of the rule's JSON a mutant.
  public func mutants(step: Ratio = "0.01") -> [RuleMutant] {
    RuleEdits(self, step: step).all.compactMap { edit in
      guard
        let document = try? JSONDocument(String(decoding: edit.json.canonicalBytes, as: UTF8.self)),
        let rule = try? document.read(Rule.self)
      else { return nil }
      return RuleMutant(
        rule: rule, change: edit.change, place: edit.place, before: edit.before, after: edit.after)
    }
  }
}
