/// Suggests what somebody may have meant.
package enum Spelling {
  /// The candidate nearest to `word` by edits (insert, delete, replace, swap of neighbours), if
  /// near enough to be worth suggesting: at most a third of the word's length, at least one, and
  /// never the whole word.
  ///
  /// - Complexity: O(*c·n·m*) for *c* candidates; words over 96 characters are not compared.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased())
    guard (2...96).contains(letters.count) else { return nil }
    let limit = max(1, letters.count / 3)
    var best: (distance: Int, candidate: String)?
    for candidate in candidates where candidate.count <= 96 {
      let distance = distance(from: letters, to: Array(candidate.lowercased()))
      if distance <= limit && distance < (best?.distance ?? .max) {
        best = (distance, candidate)
      }
    }
    return best?.candidate
  }

  // Optimal string alignment distance, three rows at a time.
  private static func distance(from left: [Character], to right: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        let replaced = last[j] + (left[i] == right[j] ? 0 : 1)
        var least = min(replaced, last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          least = min(least, beforeLast[j - 1] + 1)
        }
        row.append(least)
      }
      beforeLast = last
      last = row
    }
    return last[right.count]
  }
}
