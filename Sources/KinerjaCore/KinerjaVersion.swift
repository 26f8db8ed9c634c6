/// Which version of the library computed something.
public enum KinerjaVersion {
  /// The version as released, such as `0.1.0`; a result's manifest carries it.
  public static let current = "0.1.0"
}
