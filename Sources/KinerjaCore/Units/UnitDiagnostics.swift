extension CoreDiagnostics {
  static let units: [DiagnosticKind] = [.unitDecimals, .unitDimension]
}

extension DiagnosticKind {
  package static let unitDecimals = DiagnosticKind(
    "core.unit-decimals",
    message: LocalizedText(
      id: "satuan dengan {decimals} desimal tidak ada", en: "a unit cannot have {decimals} decimals"
    ),
    mend: LocalizedText(id: "tulis 0 sampai 18", en: "write 0 to 18"))

  package static let unitDimension = DiagnosticKind(
    "core.unit-dimension",
    message: LocalizedText(
      id: "\"{dimension}\" bukan dimensi satuan", en: "\"{dimension}\" is no dimension of a unit"),
    mend: LocalizedText(
      id: "tulis seperti \"rupiah/bulan\" atau \"m^2\"; \"1\" untuk angka biasa",
      en: "write it as in \"rupiah/bulan\" or \"m^2\"; \"1\" for a plain number"))
}
