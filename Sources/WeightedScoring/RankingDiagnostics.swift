package import KinerjaCore

/// The problems that weights and rankings of criteria can find.
package enum RankingDiagnostics {
  package static let all: [DiagnosticKind] = [
    .noCriterion, .criterionTwice, .columnCount, .tooFewAlternatives, .tooManyAlternatives,
    .alternativeNames, .unevenRow, .unevenColumn, .missingValue, .unusableValue, .zeroValue,
    .negativeValue, .equalColumn, .zeroColumn, .productOfZero, .noDifference, .equalRegrets,
    .noKnownValue, .noReferenceRow, .goalNotBetterThanWorst, .unfitSetting, .unfitWeight,
    .weightCount, .noPositiveShare, .criterionWithoutWeight, .weightWithoutCriterion, .noBudget,
    .budgetTotal, .judgementCount, .tooManyCriteria, .judgementNotPositive, .diagonalNotOne,
    .judgementNotReciprocal, .undeterminedLosses,
  ]
}

extension DiagnosticKind {
  private static func ranking(
    _ code: String, id: String, en: String, mendID: String, mendEN: String
  ) -> DiagnosticKind {
    DiagnosticKind(
      "ranking.\(code)", message: LocalizedText(id: id, en: en),
      mend: LocalizedText(id: mendID, en: mendEN))
  }

  package static let noCriterion = ranking(
    "no-criterion", id: "tidak ada kriteria", en: "there is no criterion",
    mendID: "sebutkan sedikitnya satu", mendEN: "name at least one")

  package static let criterionTwice = ranking(
    "criterion-twice", id: "kriteria disebut dua kali", en: "the criterion is named twice",
    mendID: "hapus salah satunya", mendEN: "take one of them out")

  package static let columnCount = ranking(
    "column-count", id: "ada {found} kolom untuk {expected} kriteria",
    en: "there are {found} columns for {expected} criteria",
    mendID: "beri satu kolom untuk setiap kriteria", mendEN: "give one column a criterion")

  package static let tooFewAlternatives = ranking(
    "too-few-alternatives", id: "hanya ada {found} alternatif",
    en: "there are only {found} alternatives",
    mendID: "bandingkan sedikitnya dua", mendEN: "compare at least two")

  package static let tooManyAlternatives = ranking(
    "too-many-alternatives", id: "ada {found} alternatif, paling banyak {limit}",
    en: "there are {found} alternatives, at most {limit} are possible",
    mendID: "bandingkan lebih sedikit, atau pakai metode tanpa matriks semua pasangan",
    mendEN: "compare fewer, or use a method without a matrix of all pairs")

  package static let alternativeNames = ranking(
    "alternative-names", id: "ada {found} nama untuk {expected} alternatif",
    en: "there are {found} names for {expected} alternatives",
    mendID: "beri satu nama untuk setiap alternatif", mendEN: "give one name an alternative")

  package static let unevenRow = ranking(
    "uneven-row", id: "ada {found} nilai, seharusnya {expected}",
    en: "there are {found} values instead of {expected}",
    mendID: "lengkapi atau pendekkan", mendEN: "complete or shorten it")

  package static let unevenColumn = ranking(
    "uneven-column", id: "kolom memiliki {found} nilai, yang pertama {expected}",
    en: "the column has {found} values, the first one {expected}",
    mendID: "beri satu nilai untuk setiap alternatif", mendEN: "give one value an alternative")

  package static let missingValue = ranking(
    "missing-value", id: "nilai tidak ada", en: "the value is missing",
    mendID: "isi nilainya, atau keluarkan alternatif atau kriterianya",
    mendEN: "fill it in, or leave out the alternative or the criterion")

  package static let unusableValue = ranking(
    "unusable-value", id: "nilai {value} bukan bilangan yang dapat dipakai",
    en: "the value {value} is no number that can be used",
    mendID: "pakai 0 atau bilangan antara 1e-150 dan 1e150, positif atau negatif",
    mendEN: "use 0 or a number between 1e-150 and 1e150, positive or negative")

  package static let zeroValue = ranking(
    "zero-value", id: "nilai {value} tidak dapat dipakai oleh {method}",
    en: "the value {value} cannot be taken by {method}",
    mendID: "pilih metode yang menerima nol, atau keluarkan kriteria ini",
    mendEN: "choose a method that takes zeros, or leave this criterion out")

  package static let negativeValue = ranking(
    "negative-value", id: "nilai {value} negatif, dan {method} tidak menerimanya",
    en: "the value {value} is negative, which {method} cannot take",
    mendID: "pilih metode yang menerimanya, misalnya dengan min-max",
    mendEN: "choose a method that can, such as one with min-max")

  package static let equalColumn = ranking(
    "equal-column", id: "semua nilai kriteria ini sama, dan {method} memerlukan perbedaan",
    en: "all values of the criterion are equal, and {method} needs a difference",
    mendID: "keluarkan kriteria ini", mendEN: "leave the criterion out")

  package static let zeroColumn = ranking(
    "zero-column", id: "semua nilai kriteria ini nol, dan {method} membaginya",
    en: "all values of the criterion are zero, and {method} divides by them",
    mendID: "keluarkan kriteria ini", mendEN: "leave the criterion out")

  package static let productOfZero = ranking(
    "product-of-zero",
    id: "nilai {value} menjadi nol atau negatif oleh {method}, dan hasil kali lenyap",
    en: "the value {value} becomes zero or negative by {method}, and the product vanishes",
    mendID: "pakai normalisasi yang hasilnya positif, misalnya maximum",
    mendEN: "use a normalization whose results are positive, such as maximum")

  package static let noDifference = ranking(
    "no-difference", id: "semua alternatif sama", en: "all alternatives are equal",
    mendID: "tambahkan kriteria yang membedakannya, dengan bobot positif",
    mendEN: "add a criterion that tells them apart, with a positive weight")

  package static let equalRegrets = ranking(
    "equal-regrets", id: "semua {regret} sama, sehingga Q tidak terdefinisi",
    en: "all {regret} are equal, so that Q is undefined",
    mendID: "pakai v 0 atau 1 untuk mengabaikannya, atau metode lain",
    mendEN: "use v 0 or 1 to leave it out, or another method")

  package static let noKnownValue = ranking(
    "no-known-value", id: "tidak ada nilai yang diketahui", en: "no value is known",
    mendID: "isi sedikitnya satu", mendEN: "fill in at least one")

  package static let noReferenceRow = ranking(
    "no-reference-row",
    id: "baris acuan {row} tidak ada atau tidak bernilai, dan {method} memerlukannya",
    en: "the row of reference {row} does not exist or has no value, and {method} needs it",
    mendID: "pilih baris lain; baris dihitung dari 0",
    mendEN: "choose another row; rows are counted from 0")

  package static let goalNotBetterThanWorst = ranking(
    "goal-not-better",
    id: "tujuan {value} tidak lebih baik daripada nilai terburuk, dan {method} membagi selisihnya",
    en:
      "the goal {value} is not better than the worst value, and {method} divides by the difference",
    mendID: "pilih tujuan yang lebih baik", mendEN: "choose a better goal")

  package static let unfitSetting = ranking(
    "unfit-setting", id: "{setting} tidak boleh {value}", en: "{setting} cannot be {value}",
    mendID: "lihat rentang di dokumentasinya", mendEN: "see its documentation for the range")

  package static let unfitWeight = ranking(
    "unfit-weight", id: "bobot {weight} untuk {criterion} negatif atau bukan bilangan",
    en: "the weight {weight} of {criterion} is negative or no number",
    mendID: "untuk mengabaikannya, beri bobot 0", mendEN: "to leave it out, give it weight 0")

  package static let weightCount = ranking(
    "weight-count", id: "ada {found} bobot untuk {expected} nilai",
    en: "there are {found} weights for {expected} values",
    mendID: "beri satu bobot untuk setiap nilai", mendEN: "give one weight a value")

  package static let noPositiveShare = ranking(
    "no-positive-weight", id: "tidak ada bobot positif", en: "no weight is positive",
    mendID: "beri bobot positif kepada sedikitnya satu",
    mendEN: "give at least one a positive weight")

  package static let criterionWithoutWeight = ranking(
    "criterion-without-weight", id: "kriteria tidak diberi bobot",
    en: "the criterion has no weight",
    mendID: "beri bobot; untuk mengabaikannya, beri bobot 0",
    mendEN: "give it one; to leave it out, give it weight 0")

  package static let weightWithoutCriterion = ranking(
    "weight-without-criterion", id: "bobot ini untuk kriteria yang tidak ada di matriks",
    en: "the weight is for a criterion that the matrix does not have",
    mendID: "hapus bobot itu atau perbaiki namanya", mendEN: "take the weight out or mend its name")

  package static let noBudget = ranking(
    "no-budget", id: "tidak ada ahli yang membagi poin", en: "no expert shared out points",
    mendID: "beri sedikitnya satu", mendEN: "give at least one")

  package static let budgetTotal = ranking(
    "budget-total", id: "poin yang dibagi berjumlah {found}, bukan {total}",
    en: "the points shared out sum to {found} instead of {total}",
    mendID: "bagi semuanya, tidak lebih", mendEN: "share out all of them and no more")

  package static let judgementCount = ranking(
    "judgement-count", id: "ada {found} penilaian atau baris, seharusnya {expected}",
    en: "there are {found} judgements or rows instead of {expected}",
    mendID: "bandingkan setiap pasangan sekali", mendEN: "compare each pair once")

  package static let tooManyCriteria = ranking(
    "too-many-criteria", id: "ada {found} kriteria, paling banyak {limit}",
    en: "there are {found} criteria, at most {limit} are possible",
    mendID: "kelompokkan kriteria", mendEN: "put criteria into groups")

  package static let judgementNotPositive = ranking(
    "judgement-not-positive", id: "penilaian {value} tidak positif",
    en: "the judgement {value} is not positive",
    mendID: "tulis berapa kali lebih penting, misalnya 3 atau 1/3",
    mendEN: "write how many times more important, such as 3 or 1/3")

  package static let diagonalNotOne = ranking(
    "diagonal-not-one", id: "kriteria dibandingkan dengan dirinya sendiri sebagai {value}",
    en: "the criterion is compared with itself as {value}",
    mendID: "tulis 1", mendEN: "write 1")

  package static let judgementNotReciprocal = ranking(
    "judgement-not-reciprocal", id: "penilaian {value} bukan kebalikan dari {opposite}",
    en: "the judgement {value} is not the reciprocal of {opposite}",
    mendID: "tulis pecahan yang tepat, misalnya 1/3, atau hanya penilaian di atas diagonal",
    mendEN: "write the exact fraction, such as 1/3, or only the judgements above the diagonal")

  package static let undeterminedLosses = ranking(
    "undetermined-losses",
    id:
      "alternatif terbaik suatu kriteria juga terbaik pada yang lain, sehingga kerugian dampak tidak menentukan bobot",
    en:
      "the best alternatives lose nothing on some criteria, so that impact losses do not determine weights",
    mendID: "pakai metode lain, misalnya entropi", mendEN: "use another method, such as entropy")
}
