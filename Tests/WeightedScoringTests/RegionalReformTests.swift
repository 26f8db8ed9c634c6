import KinerjaCore
import RuleLanguage
import Testing
import WeightedScoring

@Suite struct RegionalReformTests {
  private static let days = ReformTests.days

  private static func region(_ id: ReformID, _ changes: [ReformChange]) -> Reform {
    ReformTests.reform(changes, id, standing: .region)
  }

  @Test func `a region chooses within what is open to it`() throws {
    let reform = Self.region(
      "city",
      [
        .set("weight.work", .number("0.7"), during: Self.days),
        .set("weight.behaviour", .number("0.3"), during: Self.days),
        .set("lenient", true, during: Self.days),
        .replace(
          "extra", with: RuleStep("extra", ReformTests.text("Extra"), formula: "local"),
          during: Self.days),
        .insert(
          RuleStep("local", ReformTests.text("Local"), formula: "if lenient then 2 else 0"),
          .before("extra"), during: Self.days),
      ])
    #expect(ReformTests.codes(reform) == [])
    let rule = try ReformTests.base.applying(reform)
    // 0.7 · 85 + 0.3 · 60 + 2.
    #expect(try ReformTests.number(rule, on: "2027-01-01") == "79.5")
    let words = try rule.compiled(on: "2027-01-01").score(ReformTests.person).derivation
      .text(in: .english)
    #expect(words.contains("X 1/2027, region's publication"))
  }

  @Test func `every violation is listed with bounds, source and cure`() {
    let reform = Self.region(
      "city",
      [
        .set("weight.work", .number("0.8"), during: Self.days),
        .set("edge", 70, during: Self.days),
        .neutralise("total", with: 100, during: Self.days),
        .limit("weight.behaviour", within: .numbers("0.2"..."0.5"), during: Self.days),
        .limit("edge", within: .numbers(0...100), during: Self.days),
      ])
    let problems = reform.check(on: ReformTests.base)
    #expect(
      problems.all.map { "\($0.place.path) \($0.code)" } == [
        "changes[0].value scoring.reform-outside-bounds",
        "changes[1].value scoring.reform-parameter-closed",
        "changes[2] scoring.reform-step-closed",
        "changes[3].open scoring.reform-widens",
        "changes[4].open scoring.reform-parameter-closed",
      ])
    #expect(
      problems.all[0].sentence(in: .indonesian)
        == "changes[0].value: nilai 0,8 untuk weight.work di luar 0,5 s.d. 0,7 yang dibuka bagi "
        + "daerah oleh PP 1/2026, Pasal 3; pilih 0,5 s.d. 0,7")
    #expect(
      problems.all[1].sentence(in: .english)
        == "changes[1].value: the parameter edge is closed to regions by PP 1/2026, Pasal 3; "
        + "leave its value; open are: weight.work, weight.behaviour, lenient")
  }

  @Test(arguments: [LegalSource.Standing.law, .assumed])
  func `law and thought experiments may change anything`(standing: LegalSource.Standing) throws {
    let reform = ReformTests.reform(
      [
        .set("edge", 70, during: Self.days), .neutralise("total", with: 100, during: Self.days),
        .limit("edge", within: .numbers(60...80), during: Self.days),
      ], standing: standing)
    let rule = try ReformTests.base.applying(reform)
    #expect(rule.rule.parameters[2].bounds == .numbers(60...80))
  }

  @Test func `nation, province and regency compose, and each may only narrow`() throws {
    let province = Self.region(
      "province",
      [
        .limit("weight.work", within: .numbers("0.6"..."0.7"), during: Self.days),
        .limit("lenient", within: nil, during: Self.days),
      ])
    let regency = Self.region(
      "regency",
      [
        .set("weight.work", .number("0.5"), during: Self.days),
        .set("lenient", true, during: Self.days),
        .limit("weight.work", within: .numbers("0.5"..."0.7"), during: Self.days),
      ])
    #expect(
      ReformTests.codes(regency) == ["changes[2].open scoring.reform-same-bounds"])
    let provincial = try ReformTests.base.applying(province)
    #expect(
      ReformTests.codes(regency, on: provincial) == [
        "changes[0].value scoring.reform-outside-bounds",
        "changes[1].value scoring.reform-parameter-closed",
        "changes[2].open scoring.reform-widens",
      ])
    #expect(throws: InvalidInput.self) { try ReformTests.base.applying([province, regency]) }
    let allowed = Self.region(
      "regency",
      [
        .set("weight.work", .number("0.65"), during: Self.days),
        .set("weight.behaviour", .number("0.35"), during: Self.days),
      ])
    let rule = try ReformTests.base.applying([province, allowed])
    #expect(rule.version == "1+province+regency")
    #expect(rule.check(on: "2028-01-01").isEmpty)
  }
}
