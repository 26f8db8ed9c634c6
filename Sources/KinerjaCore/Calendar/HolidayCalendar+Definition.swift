extension Holiday: Definition {
  /// Reads `{"day": "2026-08-17", "name": {"id": "…", "en": "…"}, "source": {…}}`.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let day = object.required("day", Day.self)
    let name = object.required("name", LocalizedText.self)
    let source = object.required("source", LegalSource.self)
    object.finish()
    guard let day, let name, let source else { return nil }
    self.init(day, name, source: source)
  }

  public var json: JSONValue {
    .object(of: ["day": day.json, "name": name.json, "source": source.json])
  }
}

extension HolidayCalendar: Definition {
  /// Reads `{"covered": {"from": …, "through": …}, "weekend": ["saturday", "sunday"], "holidays": […]}`.
  ///
  /// Without `weekend` it is Saturday and Sunday.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let covered = object.required("covered", DayRange.self)
    let weekend = object.optional("weekend", default: [Weekday.saturday, .sunday])
    let holidays = object.required("holidays", [Holiday].self)
    object.finish()
    guard let covered, let weekend, let holidays else { return nil }
    do {
      try self.init(holidays, weekend: Set(weekend), covering: covered)
    } catch {
      reader.report(error.diagnostic, at: node)
      return nil
    }
  }

  public var json: JSONValue {
    .object(of: [
      "covered": covered.json, "weekend": Weekday.allCases.filter(weekend.contains).json,
      "holidays": holidays.json,
    ])
  }
}

extension Weekday: DefinitionValue {}
extension Zone: DefinitionValue {}
extension Period.Unit: DefinitionValue {}
