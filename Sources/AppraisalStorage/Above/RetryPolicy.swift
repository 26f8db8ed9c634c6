/// How often and how patiently a write is tried again after somebody else was quicker.
public struct RetryPolicy: Hashable, Sendable {
  /// How often it is tried in all, at least once.
  public var attempts: Int
  /// The longest pause before the second attempt; it doubles from attempt to attempt.
  public var firstPause: Duration
  /// No pause is longer.
  public var longestPause: Duration

  /// Creates a policy.
  public init(
    attempts: Int = 100, firstPause: Duration = .microseconds(50),
    longestPause: Duration = .milliseconds(20)
  ) {
    self.attempts = max(1, attempts)
    self.firstPause = firstPause
    self.longestPause = longestPause
  }

  /// Waits before an attempt, counted from 1.
  ///
  /// Each wait is drawn evenly from nothing to its bound. Without that, writers that collided once
  /// collide again: of eight, some starve. The draw decides when something happens, never what, so
  /// the system's generator serves.
  package func pause(before attempt: Int) async throws(StoreError) {
    let bound = min(longestPause, firstPause * (1 << min(attempt - 1, 20)))
    do {
      try await Task.sleep(for: bound * Double.random(in: 0...1))
    } catch {
      throw .cancelled
    }
  }
}
