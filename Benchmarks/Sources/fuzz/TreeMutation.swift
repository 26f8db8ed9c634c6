import KinerjaCore

/// Changes to a parsed document: values, keys, elements and formulas, so that the text stays well
/// formed and most changes reach the compiler.
extension Mutation {
  /// A document made from another, with parts of documents of its kind.
  mutating func document(_ seed: Seed, from pool: Pool) -> [UInt8] {
    var tree = seed.tree
    for _ in 0..<dice.pick([1, 1, 1, 2, 2, 3, 5]) {
      let number = dice.integer(in: 0...(max(tree.count, 1) - 1))
      var mutation = self
      tree.change(number) { mutation.change(&$0, under: $1, seed, pool) }
      self = mutation
    }
    return tree.bytes
  }

  private mutating func change(_ tree: inout Tree, under key: String, _ seed: Seed, _ pool: Pool) {
    if dice.one(in: 40) {
      tree = extreme(tree)
      return
    }
    // A part of the same kind keeps the document's shape.
    if dice.one(in: 4), let parts = pool.parts[key], !parts.isEmpty {
      tree = dice.pick(parts)
      return
    }
    switch tree {
    case .plain(let text): tree = .plain(number(text))
    case .text(let text): tree = .text(self.text(text, under: key, seed))
    case .array(let elements): tree = .array(changed(elements, pool.parts[key] ?? []))
    case .object(let members): tree = .object(changed(members, pool))
    }
  }

  private mutating func changed(_ elements: [Tree], _ others: [Tree]) -> [Tree] {
    var elements = elements
    guard !elements.isEmpty else {
      if case .array(let parts)? = others.isEmpty ? nil : dice.pick(others) { return parts }
      return [.plain("1")]
    }
    let place = dice.integer(in: 0...(elements.count - 1))
    switch dice.integer(in: 0...5) {
    case 0: elements.remove(at: place)
    case 1: elements.insert(elements[place], at: dice.integer(in: 0...elements.count))
    case 2: elements.swapAt(place, dice.integer(in: 0...(elements.count - 1)))
    case 3: elements.reverse()
    default:
      if case .array(let parts)? = others.isEmpty ? nil : dice.pick(others), !parts.isEmpty {
        elements.insert(dice.pick(parts), at: place)
      }
    }
    return elements
  }

  private mutating func changed(_ members: [Tree.Member], _ pool: Pool) -> [Tree.Member] {
    var members = members
    let key = dice.pick(pool.keys)
    let new = Tree.Member(key: key, value: dice.pick(pool.parts[key] ?? [.plain("null")]))
    guard !members.isEmpty else { return [new] }
    let place = dice.integer(in: 0...(members.count - 1))
    switch dice.integer(in: 0...5) {
    case 0: members.remove(at: place)
    case 1: members[place].key = dice.pick(Corpus.oddTexts + [key])
    case 2: members.append(members[place])
    case 3: members[place].value = new.value
    case 4: members.append(new)
    default:
      if let parts = pool.parts[members[place].key] { members[place].value = dice.pick(parts) }
    }
    return members
  }

  private mutating func number(_ text: String) -> String {
    let figure = dice.integer(in: -3...120)
    return dice.pick(
      Corpus.oddNumbers + ["\(figure)", "\(figure)", text + "0", "0.\(abs(figure))"])
  }

  private mutating func text(_ text: String, under key: String, _ seed: Seed) -> String {
    switch dice.integer(in: 0...9) {
    case 0: return dice.pick(Corpus.oddTexts)
    case 1: return dice.pick(Corpus.oddNumbers)
    case 2, 3: return dice.pick(seed.texts)
    case 4: return formula()
    default:
      guard Corpus.formulaKeys.contains(key) else { return dice.pick(seed.texts) }
      return changedFormula(text, seed)
    }
  }

  /// A formula with a word or two of its own document in another place.
  private mutating func changedFormula(_ formula: String, _ seed: Seed) -> String {
    var words = formula.split(separator: " ").map(String.init)
    for _ in 0..<dice.integer(in: 1...2) {
      let place = dice.integer(in: 0...words.count)
      switch dice.integer(in: 0...5) {
      case 0: words.insert(dice.pick(Corpus.tokens), at: place)
      case 1: if place < words.count { words[place] = dice.pick(seed.texts) }
      case 2: if place < words.count { words[place] = dice.pick(Corpus.tokens) }
      case 3: if place < words.count { words.remove(at: place) }
      case 4:
        words = ["("] + words + [")", dice.pick(["+", "-", "*", "/"]), dice.pick(seed.texts)]
      default: words = ["if", dice.pick(seed.texts), "> 0 then"] + words + ["else 1"]
      }
    }
    return words.joined(separator: " ")
  }

  /// Deep, long or wide.
  private mutating func extreme(_ tree: Tree) -> Tree {
    switch dice.integer(in: 0...3) {
    case 0:
      return (0..<dice.pick([5, 60, 70, 600])).reduce(tree) { inner, _ in .array([inner]) }
    case 1:
      return (0..<dice.pick([5, 60, 70, 600])).reduce(tree) { inner, _ in
        .object([Tree.Member(key: "steps", value: inner)])
      }
    case 2:
      guard case .array(let elements) = tree, !elements.isEmpty else {
        return .array([tree, tree])
      }
      let count = dice.pick([300, 3_000]) / elements.reduce(1) { $0 + $1.count } + 2
      return .array((0..<count).flatMap { _ in elements })
    default:
      return .text(String(repeating: dice.pick(["x", "(", "-", "é", "\u{1F600}"]), count: 5_000))
    }
  }
}

/// A document to begin with.
struct Seed {
  let tree: Tree
  /// Names, formulas and other texts in it.
  let texts: [String]

  init(_ json: JSONValue) {
    tree = Tree(json)
    var texts: [String] = []
    tree.texts(into: &texts)
    self.texts = texts.isEmpty ? ["x"] : texts
  }
}

/// Documents of one kind and their parts.
struct Pool {
  let seeds: [Seed]
  let parts: [String: [Tree]]
  let keys: [String]

  init(_ documents: [JSONValue]) {
    seeds = documents.map(Seed.init)
    var parts: [String: [Tree]] = [:]
    for seed in seeds { seed.tree.parts(into: &parts) }
    self.parts = parts
    keys = parts.isEmpty ? ["id"] : parts.keys.sorted()
  }
}
