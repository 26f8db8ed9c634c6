import KinerjaCore
import KinerjaTables

extension OrganisationReader {
  /// The columns of a file.
  func layout(of table: OrganisationPlaces.Table) -> CSVLayout {
    let dates: [CSVColumn] = [
      .day("from", format: days, aliases: ["mulai", "tmt"]),
      .day("through", format: days, aliases: ["sampai", "sampai_dengan"], presence: .optional),
    ]
    switch table {
    case .units:
      return CSVLayout(
        [
          .identifier("unit", UnitID.self, aliases: ["kode_unit", "unit_kerja"]),
          .text("name", aliases: ["nama", "nama_unit"]),
          .text("name_en", presence: .optional),
          .identifier("parent", UnitID.self, aliases: ["induk"], presence: .optional),
        ] + dates)
    case .posts:
      return CSVLayout(
        [
          .identifier("post", PostID.self, aliases: ["kode_jabatan"]),
          .text("title", aliases: ["jabatan", "nama_jabatan"]),
          .text("title_en", presence: .optional),
          .identifier("unit", UnitID.self, aliases: ["kode_unit", "unit_kerja"]),
          .code("type", aliases: ["jenis_jabatan"], among: PostType.words.map(\.key)),
          .code("leadership", aliases: ["pimpinan"], among: ["yes", "no"], presence: .optional),
          .identifier("reports_to", PostID.self, aliases: ["atasan"], presence: .optional),
          .code("minimum_rank_pns", presence: .optional),
          .code("minimum_rank_pppk", presence: .optional),
        ] + dates)
    case .incumbencies:
      return CSVLayout(
        [
          personColumn("person", aliases: ["pegawai"]),
          .identifier("post", PostID.self, aliases: ["kode_jabatan"]),
          .code(
            "standing", aliases: ["status_jabatan"], among: Incumbency.Standing.words.map(\.key),
            presence: .optional),
          .code(
            "employment", aliases: ["jenis_kepegawaian"],
            among: EmploymentKind.allCases.map(\.rawValue), presence: .optional),
          .code("rank", aliases: ["golongan"], presence: .optional),
        ] + dates)
    case .overrides:
      return CSVLayout(
        [
          personColumn("person", aliases: ["pegawai"]),
          personColumn("superior", aliases: ["atasan"]),
          .text("reason", aliases: ["alasan"], presence: .optional),
        ] + dates)
    }
  }

  /// National numbers are read as free texts, so that no dictionary of theirs is kept.
  private func personColumn(_ name: String, aliases: [String]) -> CSVColumn {
    switch persons {
    case .opaqueCodes: .identifier(name, PersonID.self, aliases: aliases)
    case .nationalNumbers: .text(name, aliases: aliases)
    }
  }
}

extension PostType {
  /// The words for the types in files.
  static let words: KeyValuePairs<String, PostType> = [
    "high-leadership": .highLeadership, "administrator": .administrator, "supervisor": .supervisor,
    "functional": .functional, "implementer": .implementer, "jpt": .highLeadership,
    "pengawas": .supervisor, "fungsional": .functional, "pelaksana": .implementer,
  ]
}

extension Incumbency.Standing {
  /// The words for the standings in files.
  static let words: KeyValuePairs<String, Incumbency.Standing> = [
    "definitive": .definitive, "plt": .plt, "plh": .plh, "definitif": .definitive, "Plt.": .plt,
    "Plh.": .plh,
  ]
}

extension KeyValuePairs where Key == String {
  /// The value of a word; nil if it is none of those known.
  func value(of word: String?) -> Value? {
    first { $0.key == word }?.value
  }
}
