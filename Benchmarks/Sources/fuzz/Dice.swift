import KinerjaTables

/// Random draws in a row, all from one seed and one case.
struct Dice {
  private let stream: RandomStream
  private var draw = 0

  init(seed: UInt64, throw number: Int) {
    stream = RandomStream(seed: seed).substream(number)
  }

  mutating func integer(in range: ClosedRange<Int>) -> Int {
    draw += 1
    return stream.integer(in: range, at: draw)
  }

  /// Whether one in so many throws.
  mutating func one(in count: Int) -> Bool { integer(in: 1...count) == 1 }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[integer(in: 0...(elements.count - 1))]
  }
}
