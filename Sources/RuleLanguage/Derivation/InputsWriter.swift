import KinerjaCore

/// Writes the canonical JSON of inputs of which each fills a slot, in an order found once.
struct InputsWriter: Sendable {
  private struct Member: Sendable {
    let slot: Int
    /// The name as it is written, with the colon.
    let key: [UInt8]
  }

  private let members: [Member]

  init(_ program: Program, of rule: Rule) {
    let slots = rule.inputs.indices.sorted { program.slots[$0].id < program.slots[$1].id }
    members = slots.map { slot in
      Member(slot: slot, key: Array("\"\(program.slots[slot].id)\":".utf8))
    }
  }

  /// The digest of the canonical JSON of inputs that fill slots with values.
  func digest(of inputs: RuleInputs, in values: [RuleValue]) -> Digest {
    SHA256.hash(plainBytes(of: inputs, in: values) ?? inputs.json.canonicalBytes)
  }

  /// The bytes for somebody of whom single values are known and nothing else.
  private func plainBytes(of inputs: RuleInputs, in values: [RuleValue]) -> [UInt8]? {
    guard inputs.lists.isEmpty, inputs.earlier.isEmpty, inputs.evidence.isEmpty else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32 * members.count)
    bytes.append(UInt8(ascii: "{"))
    var count = 0
    for member in members where !values[member.slot].isMissing {
      if count > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += member.key
      values[member.slot].json.write(to: &bytes)
      count += 1
    }
    bytes.append(UInt8(ascii: "}"))
    // Who is said to be without a value stands in the file, and who is not mentioned does not.
    return count == inputs.values.count ? bytes : nil
  }
}
