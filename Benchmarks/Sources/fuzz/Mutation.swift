/// Changes to a text: bytes, words, and parts moved, doubled or taken out.
struct Mutation {
  var dice: Dice

  /// A formula made from one of the corpus, sometimes deep or long.
  mutating func formula() -> String {
    var words = Self.words(in: dice.pick(Corpus.formulas))
    for _ in 0..<dice.integer(in: 0...6) {
      let place = dice.integer(in: 0...words.count)
      switch dice.integer(in: 0...5) {
      case 0, 1: words.insert(dice.pick(Corpus.tokens), at: place)
      case 2: if place < words.count { words[place] = dice.pick(Corpus.tokens) }
      case 3: if place < words.count { words.remove(at: place) }
      case 4: words.insert(contentsOf: Self.words(in: dice.pick(Corpus.formulas)), at: place)
      default: wrap(&words)
      }
    }
    if dice.one(in: 400) { grow(&words) }
    return words.joined(separator: dice.one(in: 8) ? "" : " ")
  }

  private static func words(in formula: String) -> [String] {
    formula.split(separator: " ").map(String.init)
  }

  private mutating func wrap(_ words: inout [String]) {
    let opening = dice.pick(["(", "abs(", "-", "not", "clamp(", "coalesce(", "if"])
    words.insert(opening, at: 0)
    switch opening {
    case "(", "abs(": words.append(")")
    case "clamp(": words.append(", 0, 1)")
    case "coalesce(": words.append(", 1)")
    case "if": words.append("> 0 then 1 else 2")
    default: break
    }
  }

  /// Beyond what is allowed in depth or size.
  private mutating func grow(_ words: inout [String]) {
    let count = dice.pick([90, 101, 500, 3000])
    let (front, back) = dice.pick([
      ("(", ")"), ("-", ""), ("abs(", ")"), ("clamp(", ", x, 1)"), ("not ", ""), ("x + ", ""),
      ("if agreed then ", " else 1"), ("coalesce(", ", 0)"), ("(x * ", ")"),
    ])
    words.insert(String(repeating: front, count: count), at: 0)
    words.append(String(repeating: back, count: count))
  }

  /// A file of a rule made from one of the corpus.
  mutating func rule() -> [UInt8] {
    var bytes = dice.pick(Corpus.ruleTexts)
    for _ in 0..<dice.integer(in: 1...4) where !bytes.isEmpty {
      let place = dice.integer(in: 0...(bytes.count - 1))
      let length = min(dice.integer(in: 1...40), bytes.count - place)
      switch dice.integer(in: 0...6) {
      case 0: bytes[place] = UInt8(dice.integer(in: 0...255))
      case 1: bytes.removeSubrange(place..<(place + length))
      case 2: bytes.insert(contentsOf: Array(dice.pick(Corpus.pieces).utf8), at: place)
      case 3: bytes.insert(contentsOf: bytes[place..<(place + length)], at: place)
      default: replaceValue(in: &bytes, from: place)
      }
    }
    return bytes
  }

  /// Puts another value behind the next colon, so that the text stays well formed.
  private mutating func replaceValue(in bytes: inout [UInt8], from place: Int) {
    guard let colon = bytes[place...].firstIndex(of: UInt8(ascii: ":")), colon + 1 < bytes.count
    else { return }
    var end = colon + 1
    if bytes[end] == UInt8(ascii: "\"") {
      end += 1
      while end < bytes.count, bytes[end] != UInt8(ascii: "\"") { end += 1 }
      end = min(end + 1, bytes.count)
    } else {
      while end < bytes.count, !",}]".utf8.contains(bytes[end]) { end += 1 }
    }
    let value =
      dice.one(in: 2)
      ? dice.pick(Corpus.pieces) : "\"" + formula().filter { $0 != "\"" && $0 != "\n" } + "\""
    bytes.replaceSubrange((colon + 1)..<end, with: Array(value.utf8))
  }
}
