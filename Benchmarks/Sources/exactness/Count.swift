/// What a proof saw, to be added up over blocks.
struct Count: Sendable {
  var cases = 0
  var nearEdge = 0
  var onEdge = 0
  /// Cases that were scored with a derivation, of which every step was compared.
  var derived = 0
  /// Cases that also went through columns, at one thread and at two.
  var columns = 0
  /// Of these, how many the columnar engine left to the exact evaluator.
  var evaluated = 0
  /// Values compared: of single people, of the steps of derivations, and of kept columns.
  var values = 0
  /// Cases that the library refused because an exact term has more than 127 bits.
  var tooLarge = 0
  /// Cases that it refused because a sum on the way to a step's value has.
  var onTheWay = 0
  var mismatches = 0
  /// The first mismatch in words.
  var first: String?

  mutating func add(_ other: Self) {
    cases += other.cases
    nearEdge += other.nearEdge
    onEdge += other.onEdge
    derived += other.derived
    columns += other.columns
    evaluated += other.evaluated
    values += other.values
    tooLarge += other.tooLarge
    onTheWay += other.onTheWay
    mismatches += other.mismatches
    first = first ?? other.first
  }

  mutating func miss(_ what: @autoclosure () -> String) {
    mismatches += 1
    if first == nil { first = what() }
  }
}
