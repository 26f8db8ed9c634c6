extension String {
  /// The character to which a byte belongs, and its place counted from 1; nil behind the end.
  func character(atByte offset: Int) -> (character: Character, position: Int)? {
    var end = 0
    for (index, character) in enumerated() {
      end += character.utf8.count
      if offset < end { return (character, index + 1) }
    }
    return nil
  }
}
