/// The draws of a ``RandomStream`` one after another, for code that has no number for each.
///
/// Not a `RandomNumberGenerator` on purpose: what the standard library makes of one may change
/// between its versions.
public struct RandomDraws: Sendable, Hashable {
  /// Where the draws come from.
  public let stream: RandomStream
  /// The number of the next draw.
  public private(set) var next: Int

  /// Creates draws from a stream.
  ///
  /// - Parameters:
  ///   - stream: Where the draws come from.
  ///   - next: The number of the first draw.
  public init(_ stream: RandomStream, next: Int = 0) {
    self.stream = stream
    self.next = next
  }

  /// Creates draws from a seed.
  public init(seed: UInt64) { self.init(RandomStream(seed: seed)) }

  private mutating func advance() -> Int {
    defer { next &+= 1 }
    return next
  }

  /// Draws 64 random bits.
  public mutating func bits() -> UInt64 { stream.bits(at: advance()) }

  /// Draws a number in [0, 1).
  public mutating func uniform() -> Double { stream.uniform(at: advance()) }

  /// Draws a whole number, each with the same chance.
  public mutating func integer(in range: ClosedRange<Int>) -> Int {
    stream.integer(in: range, at: advance())
  }

  /// Draws true with the given chance.
  public mutating func bernoulli(_ probability: Double) -> Bool {
    stream.bernoulli(probability, at: advance())
  }

  /// Draws a standard normal number.
  public mutating func normal() -> Double { stream.normal(at: advance()) }

  /// Draws one element, each with the same chance; nothing from an empty list.
  public mutating func element<Element>(of elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[integer(in: 0...(elements.count - 1))]
  }

  /// Draws the elements in random order.
  public mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    stream.shuffled(elements, at: advance())
  }
}
