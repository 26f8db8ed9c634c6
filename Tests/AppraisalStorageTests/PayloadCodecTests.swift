import AppraisalStorage
import KinerjaCore
import Testing

@Suite struct PayloadCodecTests {
  struct Target: Definition, Equatable {
    let unit: UnitID
    let value: Ratio

    init(unit: UnitID, value: Ratio) {
      self.unit = unit
      self.value = value
    }

    init?(_ node: JSONNode, _ reader: DefinitionReader) {
      guard let object = reader.object(node) else { return nil }
      let unit = object.required("unit", UnitID.self)
      let value = object.required("value", Ratio.self)
      object.finish()
      guard let unit, let value else { return nil }
      self.init(unit: unit, value: value)
    }

    var json: JSONValue { ["unit": unit.json, "value": value.json] }
  }

  static let lift: PayloadCodec<Target>.Step = { (value) throws(InvalidInput) in
    // Schema 1 called the unit "satker".
    guard case .object(var members) = value else { return value }
    members["unit"] = members.removeValue(forKey: "satker")
    return .object(members)
  }

  @Test func `what is written is read again, in canonical bytes`() throws {
    let codec = PayloadCodec<Target>()
    let target = Target(unit: "dinkes", value: "1/3")
    let payload = codec.encode(target)
    #expect(payload == Payload(schema: 1, utf8: #"{"unit":"dinkes","value":"1/3"}"#))
    #expect(try codec.decode(payload) == target)
  }

  @Test func `an older schema is lifted step by step`() throws {
    let codec = PayloadCodec<Target>(lifting: [Self.lift, { $0 }])
    #expect(codec.schema == 3)
    let old = Payload(schema: 1, utf8: #"{"satker":"dinkes","value":2}"#)
    #expect(try codec.decode(old) == Target(unit: "dinkes", value: 2))
    let newer = Payload(schema: 2, utf8: #"{"unit":"dinkes","value":2}"#)
    #expect(try codec.decode(newer) == Target(unit: "dinkes", value: 2))
  }

  @Test(arguments: [0, 2, -1, .max, .min] as [Int32])
  func `a schema that is not known is refused`(schema: Int32) {
    let error = PayloadError.unknownSchema(found: schema, supported: 1)
    #expect(throws: error) {
      try PayloadCodec<Target>().decode(Payload(schema: schema, utf8: "{}"))
    }
    #expect(error.description.contains("this version knows 1 to 1"))
  }

  @Test func `all that is wrong with a payload is named`() {
    let error = #expect(throws: PayloadError.self) {
      try PayloadCodec<Target>().decode(Payload(schema: 1, utf8: #"{"unit":"a b","value":"x"}"#))
    }
    #expect(error?.diagnostics.map(\.place.path.description) == ["unit", "value"])
  }
}
