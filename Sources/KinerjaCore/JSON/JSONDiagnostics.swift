/// What can be wrong with a text that should be JSON.
package enum JSONDiagnostics {
  package static let all: [DiagnosticKind] = [
    .jsonEmpty, .jsonSize, .jsonDepth, .jsonNodes, .jsonEncoding, .jsonUTF16,
    .jsonUnexpectedCharacter, .jsonUnclosed, .jsonMismatchedBracket, .jsonAfterRoot,
    .jsonTrailingComma, .jsonMissingComma, .jsonExtraComma, .jsonMissingColon, .jsonMissingValue,
    .jsonComment, .jsonSingleQuotes, .jsonUnquotedKey, .jsonWord, .jsonNumber, .jsonDecimalComma,
    .jsonNumberSize, .jsonControlCharacter, .jsonUnclosedText, .jsonEscape, .jsonSurrogate,
    .jsonDuplicateKey,
  ]
}

// MARK: - The whole text

extension DiagnosticKind {
  package static let jsonEmpty = DiagnosticKind(
    "json.empty",
    message: LocalizedText(id: "berkas ini kosong", en: "the file is empty"),
    mend: LocalizedText(
      id: "tulis satu nilai JSON, misalnya sebuah objek dalam kurung kurawal",
      en: "write a JSON value, such as an object in braces"))

  package static let jsonSize = DiagnosticKind(
    "json.size",
    message: LocalizedText(
      id: "berkas ini lebih besar daripada {limit} bita",
      en: "the file is larger than {limit} bytes"),
    mend: LocalizedText(
      id: "bagi menjadi beberapa berkas, atau naikkan batas ukuran",
      en: "split it into several files, or raise the limit on size"))

  package static let jsonDepth = DiagnosticKind(
    "json.depth",
    message: LocalizedText(
      id: "kurung bersarang lebih dari {limit} tingkat",
      en: "brackets are nested more than {limit} deep"),
    mend: LocalizedText(
      id: "sederhanakan susunannya, atau naikkan batas kedalaman",
      en: "flatten the structure, or raise the limit on depth"))

  package static let jsonNodes = DiagnosticKind(
    "json.nodes",
    message: LocalizedText(
      id: "berkas ini memuat lebih dari {limit} nilai", en: "the file has more than {limit} values"),
    mend: LocalizedText(
      id: "bagi menjadi beberapa berkas, atau naikkan batas jumlah nilai",
      en: "split it into several files, or raise the limit on values"))

  package static let jsonEncoding = DiagnosticKind(
    "json.encoding",
    message: LocalizedText(
      id: "bita di sini bukan UTF-8", en: "the bytes here are not UTF-8"),
    mend: LocalizedText(
      id: "simpan ulang berkas sebagai UTF-8", en: "save the file again as UTF-8"))

  package static let jsonUTF16 = DiagnosticKind(
    "json.utf-16",
    message: LocalizedText(
      id: "berkas ini ditulis dalam UTF-16 atau UTF-32",
      en: "the file is written in UTF-16 or UTF-32"),
    mend: LocalizedText(
      id: "simpan ulang berkas sebagai UTF-8", en: "save the file again as UTF-8"))
}

// MARK: - Structure

extension DiagnosticKind {
  package static let jsonUnexpectedCharacter = DiagnosticKind(
    "json.unexpected-character",
    message: LocalizedText(
      id: "\"{character}\" tidak semestinya ada di sini", en: "\"{character}\" does not belong here"
    ),
    mend: LocalizedText(
      id: "hapus, atau tulis {expected}", en: "remove it, or write {expected}"))

  package static let jsonUnclosed = DiagnosticKind(
    "json.unclosed",
    message: LocalizedText(
      id: "berkas berakhir sebelum \"{open}\" pada {line}:{column} ditutup",
      en: "the file ends before the \"{open}\" at {line}:{column} is closed"),
    mend: LocalizedText(
      id: "lengkapi berkas dan tutup dengan \"{close}\"",
      en: "complete the file and close it with \"{close}\""))

  package static let jsonMismatchedBracket = DiagnosticKind(
    "json.mismatched-bracket",
    message: LocalizedText(
      id: "\"{found}\" tidak cocok dengan \"{open}\" pada {line}:{column}",
      en: "\"{found}\" does not match the \"{open}\" at {line}:{column}"),
    mend: LocalizedText(id: "tulis \"{close}\" di sini", en: "write \"{close}\" here"))

  package static let jsonAfterRoot = DiagnosticKind(
    "json.after-root",
    message: LocalizedText(
      id: "masih ada isi setelah nilai JSON selesai", en: "text follows the end of the JSON value"),
    mend: LocalizedText(
      id: "hapus sisanya; satu berkas memuat satu nilai",
      en: "remove the rest; a file holds one value"))

  package static let jsonTrailingComma = DiagnosticKind(
    "json.trailing-comma",
    message: LocalizedText(
      id: "ada koma tepat sebelum \"{close}\"", en: "a comma stands right before \"{close}\""),
    mend: LocalizedText(id: "hapus koma itu", en: "remove the comma"))

  package static let jsonMissingComma = DiagnosticKind(
    "json.missing-comma",
    message: LocalizedText(
      id: "tidak ada koma sebelum nilai ini", en: "no comma stands before this"),
    mend: LocalizedText(id: "tambahkan koma", en: "add a comma"))

  package static let jsonExtraComma = DiagnosticKind(
    "json.extra-comma",
    message: LocalizedText(id: "koma ini berlebih", en: "this comma is one too many"),
    mend: LocalizedText(id: "hapus koma ini", en: "remove it"))

  package static let jsonMissingColon = DiagnosticKind(
    "json.missing-colon",
    message: LocalizedText(
      id: "tidak ada titik dua setelah kunci \"{key}\"", en: "no colon follows the key \"{key}\""),
    mend: LocalizedText(
      id: "tulis titik dua dan nilai setelah kunci", en: "write a colon and a value after the key"))

  package static let jsonMissingValue = DiagnosticKind(
    "json.missing-value",
    message: LocalizedText(
      id: "tidak ada nilai setelah kunci \"{key}\"", en: "no value follows the key \"{key}\""),
    mend: LocalizedText(
      id: "tulis nilainya, atau hapus kunci itu", en: "write the value, or remove the key"))

  package static let jsonComment = DiagnosticKind(
    "json.comment",
    message: LocalizedText(id: "JSON tidak mengenal komentar", en: "JSON has no comments"),
    mend: LocalizedText(id: "hapus komentar ini", en: "remove the comment"))

  package static let jsonUnquotedKey = DiagnosticKind(
    "json.unquoted-key",
    message: LocalizedText(
      id: "kunci {key} tidak diapit tanda petik", en: "the key {key} has no quotation marks"),
    mend: LocalizedText(id: "tulis \"{key}\"", en: "write \"{key}\""))

  package static let jsonDuplicateKey = DiagnosticKind(
    "json.duplicate-key",
    message: LocalizedText(
      id: "kunci \"{key}\" sudah ada pada {line}:{column}",
      en: "the key \"{key}\" already stands at {line}:{column}"),
    mend: LocalizedText(id: "hapus salah satunya", en: "remove one of the two"))
}
