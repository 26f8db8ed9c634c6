import KinerjaCore
import Testing

@Suite struct MeasurementUnitTests {
  private static let activities = MeasurementUnit(
    LocalizedText(id: "kegiatan", en: "activities"),
    singular: LocalizedText(id: "kegiatan", en: "activity"))

  @Test(arguments: [
    (Ratio(1), "1 activity", "1 kegiatan"), (2, "2 activities", "2 kegiatan"),
    (0, "0 activities", "0 kegiatan"), ("1.5", "1.5 activities", "1,5 kegiatan"),
    (-1, "-1 activities", "-1 kegiatan"),
  ])
  func `one stands alone`(figure: Ratio, english: String, indonesian: String) {
    #expect(Self.activities.text(figure, in: .english) == english)
    #expect(Self.activities.text(figure, in: .indonesian) == indonesian)
  }

  @Test func `a unit without a singular has one form, and both forms pass through a file`() throws {
    let plain = MeasurementUnit(LocalizedText(id: "bulan", en: "months"))
    #expect(plain.text(1, in: .english) == "1 months")
    for unit in [plain, Self.activities] {
      #expect(try JSONDocument(unit.json.prettyText).read(MeasurementUnit.self) == unit)
    }
  }
}
