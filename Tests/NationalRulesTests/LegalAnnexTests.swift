import KinerjaCore
import NationalRules
import RuleLanguage
import Testing
import WeightedScoring

@Suite struct LegalAnnexTests {
  // Read beside PermenPANRB 6/2022 and SE MenPANRB 3/2023.
  @Test func `the whole annex of PermenPANRB 6 of 2022`() {
    let text = ScoringRule.permenPANRB6Of2022.annex.text(in: .indonesian)
    #expect(
      text == """
        LAMPIRAN
        Predikat kinerja pegawai ASN (PermenPANRB 6/2022, SE MenPANRB 3/2023)
        Aturan id.permenpanrb.6-2022, versi 1
        Berlaku: sejak 1 Januari 2022
        Menggantikan: id.permenpanrb.8-2021

        BAB I
        KETENTUAN UMUM

        Pasal 1
        Dasar
        Aturan ini mengikuti:
        a. PermenPANRB 6/2022; dan
        b. SE MenPANRB 3/2023.

        Pasal 2
        Hasil
        Kategori akhir adalah “Predikat kinerja”, salah satu dari “Predikat kinerja
        pegawai”.

        Pasal 3
        Kategori
        (1) Kategori “Rating terhadap ekspektasi”, dari yang terendah:
            a. di bawah ekspektasi;
            b. sesuai ekspektasi; dan
            c. di atas ekspektasi.
        (2) Kategori “Capaian kinerja organisasi”, dari yang terendah:
            a. Sangat Kurang;
            b. Kurang;
            c. Butuh Perbaikan;
            d. Baik; dan
            e. Istimewa.
        (3) Kategori “Predikat kinerja pegawai”, dari yang terendah:
            a. Sangat Kurang;
            b. Kurang/Misconduct;
            c. Butuh Perbaikan;
            d. Baik; dan
            e. Sangat Baik.

        BAB II
        DATA YANG DIMINTA

        Pasal 4
        Data pegawai
        Tentang pegawai yang dinilai, diminta data berikut:
        Data                       | Isi                                   | Rentang | Wajib
        ---------------------------+---------------------------------------+---------+------
        Hasil kerja                | kategori “Rating terhadap ekspektasi” | –       | tidak
        Perilaku kerja             | kategori “Rating terhadap ekspektasi” | –       | tidak
        Memimpin unit              | ya atau tidak                         | –       | tidak
        Capaian kinerja organisasi | kategori “Capaian kinerja organisasi” | –       | tidak

        BAB III
        ANGKA DAN PILIHAN

        Pasal 5
        Angka dan pilihan
        Perhitungan memakai angka dan pilihan berikut:
        Nama                                                      | Nilai               | Berlaku               | Sumber             | Kedudukan | Pilihan daerah
        ----------------------------------------------------------+---------------------+-----------------------+--------------------+-----------+---------------------------------------------------------------
        Hasil kerja pimpinan unit yang capaiannya Istimewa        | di atas ekspektasi  | selama aturan berlaku | SE MenPANRB 3/2023 | asumsi    | di bawah ekspektasi, sesuai ekspektasi atau di atas ekspektasi
        Hasil kerja pimpinan unit yang capaiannya Baik            | sesuai ekspektasi   | selama aturan berlaku | SE MenPANRB 3/2023 | asumsi    | di bawah ekspektasi, sesuai ekspektasi atau di atas ekspektasi
        Hasil kerja pimpinan unit yang capaiannya Butuh Perbaikan | di bawah ekspektasi | selama aturan berlaku | SE MenPANRB 3/2023 | asumsi    | di bawah ekspektasi, sesuai ekspektasi atau di atas ekspektasi
        Hasil kerja pimpinan unit yang capaiannya Kurang          | di bawah ekspektasi | selama aturan berlaku | SE MenPANRB 3/2023 | asumsi    | di bawah ekspektasi, sesuai ekspektasi atau di atas ekspektasi
        Hasil kerja pimpinan unit yang capaiannya Sangat Kurang   | di bawah ekspektasi | selama aturan berlaku | SE MenPANRB 3/2023 | asumsi    | di bawah ekspektasi, sesuai ekspektasi atau di atas ekspektasi

        BAB IV
        PERHITUNGAN

        Pasal 6
        Hasil kerja dari capaian unit
        (1) “Hasil kerja dari capaian unit” adalah:
            a. Hasil kerja pimpinan unit yang capaiannya Istimewa, jika “Capaian kinerja
               organisasi” adalah Istimewa;
            b. Hasil kerja pimpinan unit yang capaiannya Baik, jika “Capaian kinerja
               organisasi” adalah Baik;
            c. Hasil kerja pimpinan unit yang capaiannya Butuh Perbaikan, jika “Capaian
               kinerja organisasi” adalah Butuh Perbaikan;
            d. Hasil kerja pimpinan unit yang capaiannya Kurang, jika “Capaian kinerja
               organisasi” adalah Kurang; atau
            e. Hasil kerja pimpinan unit yang capaiannya Sangat Kurang, dalam hal
               lainnya.
        (2) Dasar: SE MenPANRB 3/2023 (asumsi).

        Pasal 7
        Hasil kerja yang dipakai
        (1) “Hasil kerja yang dipakai” adalah:
            a. Hasil kerja, jika “Memimpin unit” tidak diisi dan (“Capaian kinerja
               organisasi” tidak diisi atau Hasil kerja = Hasil kerja dari capaian
               unit);
            b. Hasil kerja dari capaian unit, jika “Memimpin unit” bernilai ya; atau
            c. Hasil kerja, dalam hal lainnya.
        (2) Dasar: SE MenPANRB 3/2023.

        Pasal 8
        Predikat kinerja
        (1) “Predikat kinerja” adalah isi sel pada baris “Hasil kerja yang dipakai” dan
            kolom “Perilaku kerja”:
            Hasil kerja yang dipakai \\ Perilaku kerja | di bawah ekspektasi | sesuai ekspektasi | di atas ekspektasi
            ------------------------------------------+---------------------+-------------------+-------------------
            di atas ekspektasi                        | Kurang/Misconduct   | Baik              | Sangat Baik
            sesuai ekspektasi                         | Kurang/Misconduct   | Baik              | Baik
            di bawah ekspektasi                       | Sangat Kurang       | Butuh Perbaikan   | Butuh Perbaikan
        (2) Dasar: PermenPANRB 6/2022.

        BAB V
        DATA YANG TIDAK ADA

        Pasal 9
        Data yang tidak ada
        Data yang tidak ada bukan nol. Nilai yang memerlukannya tidak dihitung, dan
        hasil yang memerlukan nilai itu dinyatakan belum lengkap.

        BAB VI
        KETENTUAN PENUTUP

        Pasal 10
        Asumsi
        Hal berikut tidak tercetak dalam sumber yang dibaca dan merupakan asumsi:
        a. “Hasil kerja pimpinan unit yang capaiannya Istimewa”: di atas ekspektasi;
        b. “Hasil kerja pimpinan unit yang capaiannya Baik”: sesuai ekspektasi;
        c. “Hasil kerja pimpinan unit yang capaiannya Butuh Perbaikan”: di bawah
           ekspektasi;
        d. “Hasil kerja pimpinan unit yang capaiannya Kurang”: di bawah ekspektasi;
        e. “Hasil kerja pimpinan unit yang capaiannya Sangat Kurang”: di bawah
           ekspektasi; dan
        f. cara menentukan “Hasil kerja dari capaian unit”.

        Pasal 11
        Pilihan daerah
        Daerah dapat mengubah hanya:
        a. “Hasil kerja pimpinan unit yang capaiannya Istimewa”: di bawah ekspektasi,
           sesuai ekspektasi atau di atas ekspektasi;
        b. “Hasil kerja pimpinan unit yang capaiannya Baik”: di bawah ekspektasi, sesuai
           ekspektasi atau di atas ekspektasi;
        c. “Hasil kerja pimpinan unit yang capaiannya Butuh Perbaikan”: di bawah
           ekspektasi, sesuai ekspektasi atau di atas ekspektasi;
        d. “Hasil kerja pimpinan unit yang capaiannya Kurang”: di bawah ekspektasi,
           sesuai ekspektasi atau di atas ekspektasi; dan
        e. “Hasil kerja pimpinan unit yang capaiannya Sangat Kurang”: di bawah
           ekspektasi, sesuai ekspektasi atau di atas ekspektasi.

        Pasal 12
        Sumber
        Ketentuan di atas dibaca dari:
        Sumber             | Kedudukan | Alamat
        -------------------+-----------+-----------------------------------------------------------------------------------
        PermenPANRB 6/2022 | peraturan | https://id.scribd.com/presentation/628206404/Sos-PermenPANRB-Nomor-6-Tahun-2022-v3
        SE MenPANRB 3/2023 | peraturan | https://ainamulyana.com/2023/02/edaran-menpan-nomor-3-tahun-2023.html

        """)
  }

  @Test(arguments: RuleBook.national.rules, Language.allCases)
  func `every step and figure of a rule stands in its annex, without holes`(
    rule: ScoringRule, language: Language
  ) {
    let text = rule.annex.text(in: language).flattened
    let lists = rule.rule.lists
    let steps = lists.flatMap(\.steps) + rule.rule.steps
    for title in steps.map(\.title) + rule.rule.parameters.map(\.title) {
      #expect(text.contains(title[language].flattened))
    }
    // No name of a formula, which only a machine reads, is left.
    let names =
      steps.map(\.id.text) + rule.rule.parameters.map(\.id.text)
      + (rule.rule.inputs + lists.flatMap(\.fields)).map(\.id.text)
    for name in ["isMissing", "coalesce"] + names.filter({ $0.contains(".") }) {
      #expect(!text.contains(name))
    }
    let numbers = rule.annex.chapters.flatMap(\.articles).map(\.number)
    #expect(numbers == Array(1...numbers.count))
  }

  @Test func `a formula reads as in the regulation, and its cases as items`() {
    let text = ScoringRule.pp46Of2011.annex.text(in: .indonesian)
    #expect(
      text.contains(
        """
        (1) “Efisiensi waktu (%)” setiap Tugas dihitung:
              Efisiensi waktu (%) = 100 − (Realisasi waktu / Target waktu) × 100
        (2) Dasar: Perka BKN 1/2013.
        """))
    #expect(
      text.contains(
        """
            a. (Kuantitas + Kualitas + Waktu) / 3, jika “Target biaya” tidak diisi dan
               “Realisasi biaya” tidak diisi; atau
            b. (Kuantitas + Kualitas + Waktu + Biaya) / 4, dalam hal lainnya.
        """))
    #expect(
      text.contains(
        "    Baik        | 76 (Batas bawah Baik) ≤ nilai < 91 (Batas bawah Sangat Baik)"))
    #expect(
      text.contains(
        "Nilai SKP = rata-rata (Nilai capaian tugas untuk setiap Tugas) + Poin\n"))
  }
}

extension String {
  /// The text in one line, however it was broken.
  fileprivate var flattened: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
