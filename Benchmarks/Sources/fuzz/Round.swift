import WeightedScoring

/// Cases of all kinds in turn.
struct Round {
  let isShown: Bool
  private(set) var formulas = Cases()
  private(set) var files = Cases()
  private(set) var reforms = DocumentCases()
  private(set) var vectors = DocumentCases()
  private(set) var derivations = DocumentCases()
  private(set) var inputs = DocumentCases()
  private let seeds = DocumentSeeds()
  private let rules = Pool(Corpus.rules.map(\.json))

  init(isShown: Bool) { self.isShown = isShown }

  /// One case; a file takes as long as many formulas.
  mutating func run(_ number: Int, _ mutation: inout Mutation) throws(Fault) {
    func show(_ bytes: [UInt8]) -> [UInt8] {
      if isShown { print(String(decoding: bytes, as: UTF8.self)) }
      return bytes
    }
    switch number % 32 {
    case 0: try files.file(show(mutation.rule()), &mutation.dice)
    case 1, 8, 16, 24:
      let bytes = show(mutation.document(mutation.dice.pick(rules.seeds), from: rules))
      try files.file(bytes, &mutation.dice)
    case 2:
      let index = mutation.dice.integer(in: 0...(seeds.reformed.count - 1))
      let bytes = show(mutation.document(seeds.reforms.seeds[index], from: seeds.reforms))
      try reforms.reform(bytes, seeds.reformed[index], &files, &mutation.dice)
    case 3:
      let index = mutation.dice.integer(in: 0...(seeds.tested.count - 1))
      let bytes = show(mutation.document(seeds.vectors.seeds[index], from: seeds.vectors))
      try vectors.vectors(bytes, seeds.tested[index])
    case 4:
      let index = mutation.dice.integer(in: 0...(seeds.originals.count - 1))
      let bytes = show(mutation.document(seeds.derivations.seeds[index], from: seeds.derivations))
      try derivations.derivation(bytes, of: seeds.originals[index])
    case 5:
      let bytes = show(
        mutation.document(mutation.dice.pick(seeds.inputs.seeds), from: seeds.inputs))
      try inputs.inputs(bytes, mutation.dice.pick(seeds.scorers))
    default:
      let text = mutation.formula()
      if isShown { print(text) }
      try formulas.formula(text, &mutation.dice)
    }
  }
}
