import Foundation

/// Says on a terminal how far a long run is.
struct Progress {
  private let length: Int?
  private var lastTold = ContinuousClock.now
  private var hasTold = false

  init(length: Int?) { self.length = length }

  /// Tells the share of bytes that were read, once a second at most and never in the first.
  mutating func tell(_ position: Int) {
    let now = ContinuousClock.now
    guard Console.isWatched, now - lastTold >= .seconds(1) else { return }
    lastTold = now
    hasTold = true
    let text =
      length.map { $0 > 0 ? "\(min(100, position * 100 / $0)) %" : "" }
      ?? "\(position >> 20) MB"
    Console.write("\r\(text) ")
  }

  /// Leaves the line empty.
  mutating func end() {
    if hasTold { Console.write("\r        \r") }
  }
}
