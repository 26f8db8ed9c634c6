/// How much a JSON text may ask of the machine before it is refused.
public struct JSONLimits: Sendable, Hashable {
  /// The most bytes; 16 MiB unless told otherwise, and never above 1 GiB.
  public let bytes: Int
  /// The most arrays and objects inside one another; 64 unless told otherwise, never above 512.
  ///
  /// Types that read themselves from nested nodes call themselves as deep as this.
  public let depth: Int
  /// The most nodes; four million unless told otherwise.
  public let nodes: Int

  /// Creates limits; a figure outside the range that a property names is moved into it.
  public init(bytes: Int = 16 << 20, depth: Int = 64, nodes: Int = 4_000_000) {
    self.bytes = min(max(bytes, 0), 1 << 30)
    self.depth = min(max(depth, 1), 512)
    self.nodes = min(max(nodes, 1), 1 << 30)
  }

  /// The most syntax problems that are kept of one text; the rest are counted.
  static let problems = 100
  /// The most significant digits of a number, and the largest power of ten of its first one.
  static let numberDigits = 1_000
}
