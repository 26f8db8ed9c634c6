/// The mean consistency index of random judgements, by the number of things compared; tables differ
/// and so do the ratios, so each is named.
public enum RandomIndex: String, Sendable, Hashable, Codable, CaseIterable {
  /// Saaty, The Analytic Hierarchy Process (1980), up to 10.
  case saaty1980
  /// Tummala and Ling, Theory and Decision 44 (1998) 221–230, up to 15.
  case tummalaLing1998

  /// The index for a number of things; nil beyond the table.
  public func value(for count: Int) -> Double? {
    let table: [Double] =
      switch self {
      case .saaty1980: [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49]
      case .tummalaLing1998:
        [
          0, 0, 0.5799, 0.8921, 1.1159, 1.2358, 1.3322, 1.3952, 1.4537, 1.4882, 1.5117, 1.5356,
          1.5571, 1.5714, 1.5831,
        ]
      }
    return table.indices.contains(count - 1) ? table[count - 1] : nil
  }
}
