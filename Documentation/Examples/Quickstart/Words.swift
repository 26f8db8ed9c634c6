import Kinerja

/// The words of the report.
enum Words {
  static let results = LocalizedText(id: "Hasil", en: "Results")
  static let comparison = LocalizedText(
    id: "Di samping PP 46/2011", en: "Beside PP 46/2011")
  static let audit = LocalizedText(id: "Apakah penilai adil?", en: "Were the raters fair?")
  static let forum = LocalizedText(id: "Forum pembahasan", en: "The discussion forum")
  static let competencies = LocalizedText(
    id: "Kesesuaian jabatan", en: "Job person match")
  static let persons = LocalizedText(id: "Setiap pegawai", en: "Every employee")
  static let example = LocalizedText(
    id: "Satu nilai, dihitung dengan tangan (p-27, PP 46/2011)",
    en: "One score, by hand (p-27, PP 46/2011)")
  static let recomputed = LocalizedText(id: "Hitung ulang", en: "Recomputed")

  static let employee = LocalizedText(id: "Pegawai", en: "Employee")
  static let unit = LocalizedText(id: "Unit", en: "Unit")
  static let achievement = LocalizedText(id: "Capaian (%)", en: "Achievement (%)")
  static let workResult = LocalizedText(id: "Hasil kerja", en: "Work result")
  static let behaviour = LocalizedText(id: "Perilaku kerja", en: "Behaviour")
  static let grade = LocalizedText(id: "Predikat 6/2022", en: "Grade 6/2022")
  static let gradeBefore = LocalizedText(id: "Predikat semula", en: "Grade before")
  static let older = LocalizedText(id: "Nilai PP 46/2011", en: "PP 46/2011 score")
  static let olderGrade = LocalizedText(id: "Predikat PP 46/2011", en: "PP 46/2011 grade")
  static let subject = LocalizedText(id: "Yang dinilai", en: "What was rated")
  static let before = LocalizedText(id: "Semula", en: "Before")
  static let after = LocalizedText(id: "Menjadi", en: "After")
  static let reason = LocalizedText(id: "Alasan", en: "Reason")
  static let post = LocalizedText(id: "Jabatan", en: "Post")
  static let match = LocalizedText(id: "JPM (%)", en: "JPM (%)")
  static let verdict = LocalizedText(id: "Kategori", en: "Category")
  static let needs = LocalizedText(id: "Perlu dikembangkan", en: "To develop")
  static let indicator = LocalizedText(id: "Indikator", en: "Indicator")
  static let target = LocalizedText(id: "Target", en: "Target")
  static let realisation = LocalizedText(id: "Realisasi", en: "Result")
  static let attainment = LocalizedText(id: "Capaian (%)", en: "Attainment (%)")
  static let leniency = LocalizedText(
    id: "Kemurahan penilai dibanding penilai lain atas pegawai yang sama, poin, selang 95%",
    en: "Leniency beside other raters of the same employees, in points, 95% intervals")

  static let resultCaption = LocalizedText(
    id: "Predikat menurut PermenPANRB 6/2022 sesudah forum",
    en: "Grades under PermenPANRB 6/2022 after the forum")
  static let olderCaption = LocalizedText(
    id: "Nilai dan predikat menurut PP 46/2011 di samping predikat yang berlaku",
    en: "Scores and grades under PP 46/2011 beside the grade in force")
  static let comparisonCaption = LocalizedText(
    id: "Banyaknya pegawai menurut predikat pada kedua peraturan",
    en: "Number of employees by their grades under the two regulations")
  static let comparisonNote = LocalizedText(
    id:
      "Nilai PP 46/2011 hanya pembanding. Rumus kuantitasnya tidak mempunyai batas atas, sehingga realisasi jauh di atas target dapat memberi nilai di atas 100.",
    en:
      "The score under PP 46/2011 is for comparison only. Its formula for quantity has no upper limit, so results far above target can give a score above 100."
  )
  static let forumNote = LocalizedText(
    id: "Penilaian semula tetap tersimpan dan dapat dibaca dalam jurnal.",
    en: "The original ratings stay in the journal and can be read there.")
  static let matchNote = LocalizedText(
    id:
      "JPM = jumlah tingkat pegawai ∕ jumlah tingkat standar × 100 (Peraturan BKN 26/2019). Tingkat standar dan tingkat pegawai dalam contoh ini adalah asumsi.",
    en:
      "JPM = sum of the person's levels ∕ sum of the standard's levels × 100 (BKN Regulation 26/2019). The standard's and the persons' levels in this example are assumed."
  )
  static let personsNote = LocalizedText(
    id: "Buka satu baris untuk melihat rencana, capaian, dan perhitungannya.",
    en: "Open a line to see the plan, the attainments and how each figure came about.")
  static let guideKept = LocalizedText(
    id:
      "Sebaran predikat sesuai dengan pedoman SE MenPANRB 3/2023 untuk capaian organisasi \"Baik\".",
    en:
      "The pattern of grades keeps to the guide of SE MenPANRB 3/2023 for a unit rated Good (Baik)."
  )
  static let guideLeft = LocalizedText(
    id: "Pedoman sebaran SE MenPANRB 3/2023 untuk capaian organisasi \"Baik\" tidak terpenuhi: ",
    en: "The guide of SE MenPANRB 3/2023 for a unit rated Good (Baik) is not kept: ")
  static let sources = LocalizedText(
    id: "Asal setiap angka tercantum dalam Documentation/Examples/Quickstart/Data/README.md.",
    en:
      "Where each figure comes from is listed in Documentation/Examples/Quickstart/Data/README.md.")
}
