import Foundation
import KinerjaCore
import KinerjaTables
import OrganisationStructure
import Testing

@Suite struct OrganisationReaderTests {
  static let units = """
    unit,name,name_en,parent,from,through
    dinkes,Dinas Kesehatan,Health Office,,2020-01-01,
    puskesmas,Puskesmas,Health Centre,dinkes,2020-01-01,
    tu,Tata Usaha,,puskesmas,2020-01-01,
    """
  static let posts = """
    post,title,unit,type,leadership,reports_to,minimum_rank_pns,minimum_rank_pppk,from,through
    kadis,Kepala Dinas,dinkes,jpt,,,,,2020-01-01,
    kapus,Kepala Puskesmas,puskesmas,functional,yes,,,,2020-01-01,
    kasubag,Kepala Subbagian,tu,pengawas,,,III/b,,2020-01-01,
    perawat,Perawat,puskesmas,fungsional,,,II/c,VII,2020-01-01,
    staf-tu,Pengadministrasi,tu,pelaksana,no,kasubag,,,2020-01-01,
    """
  static let incumbents = """
    person,post,standing,employment,rank,from,through
    p1,kadis,,PNS,,2020-01-01,
    p2,kapus,definitif,PNS,IV/a,2020-01-01,2026-03-15
    p3,kapus,,PNS,III/d,2026-05-01,
    p4,kasubag,,PNS,III/c,2020-01-01,
    p4,kapus,Plt.,,,2026-03-16,2026-04-30
    p5,perawat,,PNS,II/d,2020-01-01,2026-03-31
    p5,perawat,,PNS,III/a,2026-04-01,
    p6,perawat,,PPPK,VII,2026-02-01,
    p7,staf-tu,,,,2020-01-01,
    """

  @Test func `files say the same as Swift values`() throws {
    let read = try OrganisationReader().read(
      unitsText: Self.units, postsText: Self.posts, incumbentsText: Self.incumbents)
    let centre = try HealthCentre().organisation()
    #expect(read.warnings.isEmpty)
    #expect(read.persons == centre.persons)
    #expect(read.unit("puskesmas", on: "2026-01-01")?.name[.english] == "Health Centre")
    #expect(read.unit("tu", on: "2026-01-01")?.name[.english] == "Tata Usaha")
    #expect(read.post("perawat", on: "2026-01-01")?.minimumRank(for: .pppk) == "VII")
    for person in centre.persons {
      #expect(
        read.supervisors(of: person, during: "2026")
          == centre.supervisors(of: person, during: "2026"))
      #expect(read.rank(of: person, on: "2026-06-01") == centre.rank(of: person, on: "2026-06-01"))
    }
  }

  @Test func `files are read from a folder, with overrides`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "kinerja-organisation-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ text: String, _ name: String) throws -> String {
      let file = folder.appending(path: name)
      try Data(text.utf8).write(to: file)
      return file.path(percentEncoded: false)
    }
    let organisation = try OrganisationReader().read(
      units: write(Self.units, "units.csv"), posts: write(Self.posts, "posts.csv"),
      incumbents: write(Self.incumbents, "incumbents.csv"),
      supervision: write(
        "pegawai;atasan;alasan;mulai;sampai\np7;p1;SK 1/2026;2026-02-01;2026-02-28\n",
        "supervision.csv"))
    #expect(
      organisation.superior(of: "p7", on: "2026-02-01")
        == Supervision(superior: "p1", basis: .override(reason: "SK 1/2026")))
  }

  @Test func `days may be written day first`() throws {
    let units = "unit,name,from\nu,U,01/01/2020\n"
    let organisation = try OrganisationReader(days: .dayMonthYear).read(
      unitsText: units, postsText: "post,title,unit,type,from\np,P,u,jpt,1/1/2020\n",
      incumbentsText: "person,post,from\na,p,1-1-2020\n")
    #expect(organisation.unit("u", on: "2020-01-01")?.name[.indonesian] == "U")
  }

  @Test func `everything unreadable is named at once, with file and line`() {
    let posts = Self.posts
      .replacing("functional,yes", with: "functional,maybe")
      .replacing(",III/b,,", with: ",III/e,,")
      .replacing("II/c,VII", with: "VII,II/c")
    let incumbents = Self.incumbents
      .replacing("IV/a,2020-01-01,2026-03-15", with: "IV/a,2020-01-01,2019-03-15")
      .replacing("PPPK,VII", with: "PPPK,II/a")
      .replacing("p7,", with: "p 7,")
    let error = #expect(throws: InvalidInput.self) {
      try OrganisationReader().read(
        unitsText: Self.units.replacing("dinkes,Dinas Kesehatan", with: "dinkes,"),
        postsText: posts, incumbentsText: incumbents)
    }
    let found = error?.problems.map {
      "\($0.place.file ?? ""):\($0.place.line ?? 0) \($0.place.path) \($0.code)"
    }
    #expect(
      found == [
        "units.csv:2 name tables.empty-cell",
        "posts.csv:3 leadership tables.unknown-choice",
        "incumbents.csv:10 person core.identifier-character",
      ])
  }

  @Test func `what can be read cell by cell but not as rows is named at once too`() {
    let posts = Self.posts
      .replacing(",III/b,,", with: ",III/e,,").replacing("II/c,VII", with: "VII,II/c")
    let incumbents = Self.incumbents
      .replacing("IV/a,2020-01-01,2026-03-15", with: "IV/a,2020-01-01,2019-03-15")
      .replacing("PPPK,VII", with: "PPPK,II/a")
    let error = #expect(throws: InvalidInput.self) {
      try OrganisationReader().read(
        unitsText: Self.units, postsText: posts, incumbentsText: incumbents)
    }
    #expect(
      error?.problems.map { "\($0.place) \($0.code)" } == [
        "posts.csv:4: minimum_rank_pns organisation.rank-text",
        "posts.csv:5: minimum_rank_pns organisation.rank-of-other-employment",
        "posts.csv:5: minimum_rank_pppk organisation.rank-of-other-employment",
        "incumbents.csv:3: through core.day-range-reversed",
        "incumbents.csv:9: rank organisation.rank-of-other-employment",
      ])
  }

  @Test func `what rows say of each other is found with its line`() {
    let error = #expect(throws: InvalidInput.self) {
      try OrganisationReader().read(
        unitsText: Self.units, postsText: Self.posts,
        incumbentsText: Self.incumbents.replacing("p7,staf-tu", with: "p7,staff-tu"))
    }
    #expect(
      error?.report(in: .english)
        == "incumbents.csv:10: post: there is no post \"staff-tu\"; perhaps \"staf-tu\" is meant")
    #expect(
      error?.report(in: .indonesian)
        == "incumbents.csv:10: post: tidak ada jabatan \"staff-tu\"; mungkin maksudnya \"staf-tu\"")
  }

  static let number = "199001012015041001"

  @Test(arguments: [number, "19900101 201504 1 001"])
  func `a national person number is refused and not repeated`(number: String) {
    let error = #expect(throws: InvalidInput.self) {
      try OrganisationReader().read(
        unitsText: Self.units, postsText: Self.posts,
        incumbentsText: Self.incumbents.replacing("p7,", with: "\(number),"),
        supervisionText: "person,superior,from\np5,\(number),2026-01-01\n")
    }
    #expect(
      error?.problems.map { "\($0.place.file ?? ""):\($0.place.line ?? 0) \($0.code)" } == [
        "incumbents.csv:10 core.person-number-as-code",
        "supervision.csv:2 core.person-number-as-code",
      ])
    #expect(!shown(error).contains("1990"))
  }

  @Test func `a file of national person numbers is read through a coder`() throws {
    let coder = try PersonCoder(key: 0..<32)
    let person = coder.personID(for: try NationalPersonNumber(Self.number))
    let reader = OrganisationReader(persons: .nationalNumbers(coder))
    let incumbents = "person,post,rank,from\n\(Self.number),kadis,IV/c,2020-01-01\n"
    let organisation = try reader.read(
      unitsText: Self.units, postsText: Self.posts, incumbentsText: incumbents)
    #expect(organisation.persons == [person])
    var dumped = ""
    dump(organisation, to: &dumped)
    #expect(!dumped.contains("19900101"))
    let error = #expect(throws: InvalidInput.self) {
      try reader.read(
        unitsText: Self.units, postsText: Self.posts,
        incumbentsText: incumbents.replacing("2015041001", with: "2015043001"))
    }
    #expect(error?.problems.map(\.code) == ["core.person-number-sex"])
    #expect(!shown(error).contains("1990"))
  }

  private func shown(_ error: InvalidInput?) -> String {
    guard let error else { return "" }
    var dumped = ""
    dump(error, to: &dumped)
    return "\(error) \(String(reflecting: error)) \(dumped) \(error.report(in: .indonesian))"
  }
}
