import KinerjaCore
import NationalRules
import WeightedScoring

extension RegionalSystem {
  /// Kota Kendari, Sulawesi Tenggara.
  ///
  /// A clear and measurable individual work plan is the reference; the direct superior evaluates
  /// what was achieved; the result is discussed in a forum. The city publishes no weights, so the
  /// result is the grade of PermenPANRB 6/2022; the score of PP 46/2011 stands beside it for
  /// comparison.
  public static let kendari = RegionalSystem(
    "kendari",
    name: LocalizedText(
      id: "Penilaian kinerja pegawai Kota Kendari", en: "Appraisal of Kendari's civil servants"),
    region: LocalizedText(id: "Kota Kendari", en: "City of Kendari"),
    process: "kendari",
    rules: [
      RuleUse(.permenPANRB6Of2022, as: .result),
      RuleUse(.pp46Of2011, as: .comparison),
    ],
    facts: [
      Fact(
        LocalizedText(
          id:
            "Aplikasi Si TP-PNS: laporan harian daring, atasan menerima atau menolak, pekerjaan dihitung dalam menit",
          en:
            "Application Si TP-PNS: daily online entry, accepted or rejected by the superior, work counted in minutes"
        ),
        LegalSource(
          "kendarikota.go.id (2020)",
          link:
            "https://www.kendarikota.go.id/berita/2020-asn-kota-kendari-laporkan-kinerjanya-secara-online/",
          standing: .region)),
      Fact(
        LocalizedText(
          id: "Aplikasi E-Kinerja diumumkan pada November 2020, mengikuti PP 30/2019",
          en: "Application E-Kinerja announced in November 2020, following PP 30/2019"),
        LegalSource(
          "mediakendari.com (2020)",
          link:
            "https://mediakendari.com/tingkatkan-produktifitas-asn-pemkot-kendari-bakal-gunakan-aplikasi-e-kinerja/89115",
          standing: .region)),
      Fact(
        LocalizedText(
          id: "Sekolah memakai formulir SKP 2022 menurut PermenPANRB 6/2022, dengan lembar kuadran",
          en: "Schools use the 2022 forms of PermenPANRB 6/2022, with the sheet of quadrants"),
        LegalSource("SKP 2022 guru Kota Kendari, scribd.com", standing: .region)),
    ],
    assumptions: [
      LocalizedText(
        id: "Bobot tidak dipublikasikan; hasil ditetapkan dari kuadran nasional tanpa angka",
        en: "No weights are published; the result is the national quadrant, without a number"),
      LocalizedText(
        id: "Kuorum forum dan tenggat keberatan tidak dipublikasikan",
        en: "The forum's quorum and the deadline for objections are not published"),
      LocalizedText(
        id: "Nilai PP 46/2011 hanya pembanding dan tidak menentukan apa pun",
        en: "The score of PP 46/2011 is a comparison only and decides nothing"),
    ])
}
