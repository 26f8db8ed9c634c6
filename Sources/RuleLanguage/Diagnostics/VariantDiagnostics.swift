package import KinerjaCore

// What can be wrong with the variants of a step.
extension DiagnosticKind {
  package static let noVariants = DiagnosticKind(
    "rules.no-variants",
    message: LocalizedText(
      id: "langkah tanpa varian",
      en: "a step without variants"),
    mend: LocalizedText(
      id: "tambahkan varian",
      en: "add variants"))

  package static let variantsInVariant = DiagnosticKind(
    "rules.variants-in-variant",
    message: LocalizedText(
      id: "varian berisi varian lagi",
      en: "a variant has variants of its own"),
    mend: LocalizedText(
      id: "jadikan varian langkah ini, dengan overrides",
      en: "make them variants of the step, with overrides"))

  package static let unknownVariant = DiagnosticKind(
    "rules.unknown-variant",
    message: LocalizedText(
      id: "langkah tidak memiliki varian {variant}",
      en: "the step has no variant {variant}"),
    mend: LocalizedText(
      id: "{cure}",
      en: "{cure}"))

  package static let variantCycle = DiagnosticKind(
    "rules.variant-cycle",
    message: LocalizedText(
      id: "varian saling mengesampingkan: {cycle}",
      en: "variants override each other in a circle: {cycle}"),
    mend: LocalizedText(
      id: "hapus salah satu overrides",
      en: "take one of the overrides out"))

  package static let variantsConflict = DiagnosticKind(
    "rules.variants-conflict",
    message: LocalizedText(
      id:
        "varian {one} ({oneSource}) dan {other} ({otherSource}) berlaku bersama tanpa urutan setiap kali salah satunya berlaku",
      en:
        "the variants {one} ({oneSource}) and {other} ({otherSource}) hold together without an order whenever one of them does"
    ),
    mend: LocalizedText(
      id: "sebutkan dengan overrides mana yang menang, atau bedakan syaratnya",
      en: "say with overrides which wins, or tell their conditions apart"))

  package static let variantsMayConflict = DiagnosticKind(
    "rules.variants-may-conflict", .warning,
    message: LocalizedText(
      id:
        "tidak terbukti bahwa varian {one} ({oneSource}) dan {other} ({otherSource}) tidak pernah berlaku bersama",
      en:
        "the variants {one} ({oneSource}) and {other} ({otherSource}) are not proven never to hold together"
    ),
    mend: LocalizedText(
      id: "sebutkan dengan overrides mana yang menang",
      en: "say with overrides which wins"))

  package static let variantNeverTaken = DiagnosticKind(
    "rules.variant-never-taken", .warning,
    message: LocalizedText(
      id: "varian {variant} tidak pernah dipakai: {winner} berlaku setiap kali ia berlaku",
      en: "the variant {variant} is never taken: {winner} holds whenever it does"),
    mend: LocalizedText(
      id: "perbaiki syarat atau overrides",
      en: "correct the conditions or the overrides"))

  package static let variantConflict = DiagnosticKind(
    "rules.variant-conflict",
    message: LocalizedText(
      id: "pada {step} berlaku bersama tanpa urutan: {variants} (sumber: {sources})",
      en: "at {step} these hold together without an order: {variants} (sources: {sources})"),
    mend: LocalizedText(
      id: "sebutkan dalam aturan mana yang mengesampingkan yang lain",
      en: "say in the rule which overrides the other"))
}
