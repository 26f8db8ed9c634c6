package import KinerjaCore

/// The catalogue of problems that this room can find.
package enum StorageDiagnostics {
  package static let all: [DiagnosticKind] =
    [
      .keyLength, .keyByte, .recordConflict, .recordExists, .streamConflict, .idempotencyMismatch,
      .emptyBatch, .batchCrossesTenants, .invalidCursor, .storeLimit, .outcomeUnknown,
      .storeCancelled, .storeUnavailable, .storeInUse, .storeNotFound, .storeReadOnly, .storeFull,
      .newerFormat, .storeCorrupted, .storeUnsupported, .backendError,
      .unknownSchema, .payloadEncoding, .payloadShape, .changesForgotten,
      .missingEvidence, .needsMigration,
    ] + audit + indexes
}

extension DiagnosticKind {
  package static let keyLength = DiagnosticKind(
    "storage.key-length",
    message: LocalizedText(
      id: "kunci penyimpanan sepanjang {length} bita", en: "a key of a store has {length} bytes"),
    mend: LocalizedText(id: "pakai 1 sampai {limit} bita", en: "use 1 to {limit} bytes"))

  package static let keyByte = DiagnosticKind(
    "storage.key-byte",
    message: LocalizedText(
      id: "kunci penyimpanan memuat bita {byte} pada posisi {position}",
      en: "a key of a store has the byte {byte} at position {position}"),
    mend: LocalizedText(
      id: "pakai huruf A–Z, angka dan . - _ : /, diawali huruf atau angka",
      en: "use letters A–Z, digits and . - _ : /, beginning with a letter or digit"))

  package static let recordConflict = DiagnosticKind(
    "storage.record-conflict",
    message: LocalizedText(
      id: "data dalam koleksi \"{collection}\" sudah diubah pihak lain",
      en: "a record of collection \"{collection}\" was changed by somebody else"),
    mend: LocalizedText(id: "baca ulang lalu coba lagi", en: "read it anew and try again"))

  package static let recordExists = DiagnosticKind(
    "storage.record-exists",
    message: LocalizedText(
      id: "data yang akan dibuat dalam koleksi \"{collection}\" sudah ada",
      en: "a record to be created in collection \"{collection}\" exists"),
    mend: LocalizedText(
      id: "baca data itu, atau pakai kunci lain", en: "read that record, or use another key"))

  package static let streamConflict = DiagnosticKind(
    "storage.stream-conflict",
    message: LocalizedText(
      id: "rangkaian peristiwa dalam koleksi \"{collection}\" kini memuat {length} peristiwa",
      en: "a stream of collection \"{collection}\" holds {length} events by now"),
    mend: LocalizedText(
      id: "baca peristiwa yang baru lalu putuskan kembali",
      en: "read the new events and decide again"))

  package static let idempotencyMismatch = DiagnosticKind(
    "storage.idempotency-mismatch",
    message: LocalizedText(
      id: "kunci idempotensi ini sudah dipakai untuk isi yang lain",
      en: "this idempotency key was used for other content"),
    mend: LocalizedText(
      id: "pakai kunci baru untuk maksud yang baru", en: "use a new key for a new intent"))

  package static let emptyBatch = DiagnosticKind(
    "storage.empty-batch",
    message: LocalizedText(id: "bundel tanpa perubahan", en: "a batch without a mutation"),
    mend: LocalizedText(id: "beri paling sedikit satu", en: "give at least one"))

  package static let batchCrossesTenants = DiagnosticKind(
    "storage.batch-crosses-tenants",
    message: LocalizedText(
      id: "perubahan ini milik instansi lain daripada bundelnya",
      en: "this mutation is another agency's than its batch"),
    mend: LocalizedText(
      id: "pisahkan menjadi satu bundel untuk tiap instansi", en: "send one batch for each agency"))

  package static let invalidCursor = DiagnosticKind(
    "storage.invalid-cursor",
    message: LocalizedText(
      id: "penanda halaman berubah, atau milik koleksi lain",
      en: "the cursor was altered, or belongs to another collection"),
    mend: LocalizedText(
      id: "mulai lagi dari halaman pertama", en: "begin again with the first page"))

  package static let changesForgotten = DiagnosticKind(
    "storage.changes-forgotten",
    message: LocalizedText(
      id: "sebagian perubahan setelah penanda ini sudah dilupakan",
      en: "some changes after this cursor were forgotten"),
    mend: LocalizedText(
      id: "kosongkan salinan lalu ikuti lagi dari awal, tanpa penanda",
      en: "empty the copy and follow again from the beginning, without a cursor"))

  package static let missingEvidence = DiagnosticKind(
    "storage.missing-evidence",
    message: LocalizedText(
      id: "bukti ini tidak ada dalam penyimpanan", en: "there is no such evidence in the store"),
    mend: LocalizedText(
      id: "unggah lagi berkas yang sama, atau hapus rujukannya",
      en: "write the same content again, or remove the reference to it"))

  package static let storeLimit = DiagnosticKind(
    "storage.limit",
    message: LocalizedText(
      id: "{limit}: {found} melampaui batas", en: "{limit}: {found} is out of bounds"),
    mend: LocalizedText(id: "pakai 1 sampai {allowed}", en: "use 1 to {allowed}"))

  package static let outcomeUnknown = DiagnosticKind(
    "storage.outcome-unknown",
    message: LocalizedText(
      id: "tidak diketahui apakah bundel sudah tersimpan",
      en: "it is not known whether the batch was committed"),
    mend: LocalizedText(
      id: "kirim lagi dengan kunci idempotensi yang sama",
      en: "send it again with the same idempotency key"))

  package static let storeCancelled = DiagnosticKind(
    "storage.cancelled",
    message: LocalizedText(
      id: "pekerjaan dibatalkan; tidak ada yang berubah", en: "cancelled; nothing was changed"),
    mend: LocalizedText(id: "ulangi bila masih perlu", en: "repeat it if it is still wanted"))

  package static let storeUnavailable = DiagnosticKind(
    "storage.unavailable",
    message: LocalizedText(
      id: "penyimpanan sudah ditutup atau sedang tidak terjangkau",
      en: "the store is shut down or cannot be reached"),
    mend: LocalizedText(id: "buka kembali lalu ulangi", en: "open it anew and repeat"))

  package static let storeInUse = DiagnosticKind(
    "storage.in-use",
    message: LocalizedText(
      id: "penyimpanan ini sedang dipakai pihak lain",
      en: "something else has this store open"),
    mend: LocalizedText(
      id: "tutup pemakai yang lain dahulu", en: "close the other user of it first"))

  package static let storeNotFound = DiagnosticKind(
    "storage.not-found",
    message: LocalizedText(id: "tidak ada penyimpanan di sini", en: "there is no store here"),
    mend: LocalizedText(
      id: "periksa alamatnya, atau izinkan pembuatan baru",
      en: "check the place, or allow a new one to be made"))

  package static let storeReadOnly = DiagnosticKind(
    "storage.read-only",
    message: LocalizedText(id: "tidak dapat ditulisi", en: "it cannot be written to"),
    mend: LocalizedText(id: "periksa izin tulis", en: "check the permission to write"))

  package static let storeFull = DiagnosticKind(
    "storage.full",
    message: LocalizedText(
      id: "ruang simpan habis; tidak ada yang berubah", en: "no room is left; nothing was changed"),
    mend: LocalizedText(id: "sediakan ruang lalu ulangi", en: "make room and repeat"))

  package static let newerFormat = DiagnosticKind(
    "storage.newer-format",
    message: LocalizedText(
      id: "ditulis dalam format {found}, sedangkan versi ini membaca sampai {supported}",
      en: "written in format {found}, and this version reads up to {supported}"),
    mend: LocalizedText(
      id: "buka dengan versi pustaka yang lebih baru", en: "open it with a newer version"))

  package static let needsMigration = DiagnosticKind(
    "storage.needs-migration",
    message: LocalizedText(
      id: "ditulis dalam format {found}, dan versi ini memerlukan format {supported}",
      en: "written in format {found}, and this version needs format {supported}"),
    mend: LocalizedText(
      id: "buat salinan dahulu, lalu panggil migrate()",
      en: "make a copy first, then call migrate()"))

  package static let unknownSchema = DiagnosticKind(
    "storage.unknown-schema",
    message: LocalizedText(
      id: "data tersimpan dengan skema {found}, sedangkan versi ini mengenal 1 sampai {supported}",
      en: "the content was written under schema {found}, and this version knows 1 to {supported}"),
    mend: LocalizedText(
      id: "buka dengan versi pustaka yang lebih baru", en: "open it with a newer version"))

  package static let payloadEncoding = DiagnosticKind(
    "storage.payload-encoding",
    message: LocalizedText(
      id: "nilai tidak dapat ditulis sebagai JSON", en: "the value cannot be written as JSON"),
    mend: LocalizedText(
      id: "periksa apakah setiap bilangan berhingga", en: "check that every number is finite"))

  package static let payloadShape = DiagnosticKind(
    "storage.payload-shape",
    message: LocalizedText(
      id: "isi tidak sesuai dengan tipenya", en: "the content does not fit its type"),
    mend: LocalizedText(
      id: "naikkan nomor skema dan beri langkah pengangkatnya",
      en: "raise the schema's number and give the step that lifts to it"))

  package static let storeCorrupted = DiagnosticKind(
    "storage.corrupted",
    message: LocalizedText(
      id: "rusak mulai bita {offset}: {finding}", en: "damaged from byte {offset}: {finding}"),
    mend: LocalizedText(
      id: "jangan diubah; pulihkan dari cadangan",
      en: "leave it as it is and restore it from a copy"))

  package static let storeUnsupported = DiagnosticKind(
    "storage.unsupported",
    message: LocalizedText(
      id: "penyimpanan tidak menyediakan: {what}", en: "the store does not offer: {what}"),
    mend: LocalizedText(
      id: "periksa kemampuannya lebih dahulu", en: "ask for its capabilities first"))

  package static let backendError = DiagnosticKind(
    "storage.backend",
    message: LocalizedText(
      id: "penyimpanan melaporkan {code}: {message}", en: "the store reports {code}: {message}"),
    mend: LocalizedText(
      id: "lihat dokumentasi penyimpanan itu", en: "see that store's own documentation"))
}
