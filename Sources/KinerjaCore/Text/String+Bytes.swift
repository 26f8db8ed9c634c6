extension String {
  /// Whether the UTF-8 bytes come before those of another text.
  ///
  /// Unlike `<`, which goes by canonical equivalence, it is the order of every machine and database.
  func precedesByBytes(_ other: String) -> Bool {
    var (one, two) = (self, other)
    return one.withUTF8 { left in
      two.withUTF8 { right in
        let shared = min(left.count, right.count)
        for index in 0..<shared where left[index] != right[index] {
          return left[index] < right[index]
        }
        return left.count < right.count
      }
    }
  }
}
