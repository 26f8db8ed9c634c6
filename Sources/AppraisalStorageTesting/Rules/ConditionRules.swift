import AppraisalStorage

extension ConformanceRule {
  /// C: what must be true of a record for a write to happen.
  static let conditions: [ConformanceRule] = [
    ConformanceRule(
      "C1", id: "data yang sudah ada tidak dapat dibuat lagi",
      en: "a record that exists cannot be created"
    ) { bench in
      let key = record("a")
      try await bench.commit("1", .put(key, Payload("old"), if: .mustNotExist))
      try await expectRefusal("a second creation", with: .alreadyExists(key)) {
        try await bench.commit("2", .put(key, Payload("new"), if: .mustNotExist))
      }
      try expect(try await bench.text(key), is: "old", "the record")
    },
    ConformanceRule(
      "C2", id: "revisi usang ditolak dan data tetap utuh",
      en: "a stale revision is refused and the record stays as it is"
    ) { bench in
      let key = record("a")
      let first = try bench.revision(
        key, in: try await bench.commit("1", .put(key, Payload("1"), if: .mustNotExist)))
      let second = try bench.revision(
        key, in: try await bench.commit("2", .put(key, Payload("2"), if: .revision(first))))
      try await expectRefusal("a stale revision", with: .conflict(key, actual: second)) {
        try await bench.commit("3", .put(key, Payload("3"), if: .revision(first)))
      }
      let stored = try await bench.read(key)
      try expect(stored?.payload.text, is: "2", "the record")
      try expect(stored?.revision, is: second, "its revision")
    },
    ConformanceRule(
      "C3", id: "revisi tidak pernah berlaku lagi setelah data dihapus dan dibuat ulang",
      en: "a revision never holds again after its record was deleted and made anew"
    ) { bench in
      let key = record("a")
      let first = try bench.revision(
        key, in: try await bench.commit("1", .put(key, Payload("1"), if: .mustNotExist)))
      try await bench.commit("2", .delete(key, if: .revision(first)))
      try await bench.commit("3", .put(key, Payload("1"), if: .mustNotExist))
      try await expectRefusal("the revision of a deleted record") {
        try await bench.commit("4", .put(key, Payload("2"), if: .revision(first)))
      } matches: {
        if case .conflict(key, _?) = $0 { true } else { false }
      }
    },
    ConformanceRule(
      "C4", id: "penghapusan dengan revisi usang ditolak",
      en: "a deletion at a stale revision is refused"
    ) { bench in
      let key = record("a")
      let first = try bench.revision(
        key, in: try await bench.commit("1", .put(key, Payload("1"), if: .mustNotExist)))
      try await bench.commit("2", .put(key, Payload("2"), if: .unconditional))
      try await expectRefusal("a deletion at a stale revision") {
        try await bench.commit("3", .delete(key, if: .revision(first)))
      } matches: {
        if case .conflict(key, _?) = $0 { true } else { false }
      }
      try expect(try await bench.text(key), is: "2", "the record")
    },
    ConformanceRule(
      "C5", id: "revisi pada data yang tidak ada adalah konflik tanpa revisi",
      en: "a revision of a record that does not exist is a conflict with none"
    ) { bench in
      let key = record("a")
      let elsewhere = record("b")
      let revision = try bench.revision(
        elsewhere,
        in: try await bench.commit("1", .put(elsewhere, Payload("1"), if: .mustNotExist)))
      let refusal = StoreError.conflict(key, actual: nil)
      try await expectRefusal("a put at a revision", with: refusal) {
        try await bench.commit("2", .put(key, Payload("1"), if: .revision(revision)))
      }
      try await expectRefusal("a deletion at a revision", with: refusal) {
        try await bench.commit("3", .delete(key, if: .revision(revision)))
      }
      try expect(try await bench.text(key), is: nil, "the missing record")
    },
    ConformanceRule(
      "C6", id: "tulis dan hapus tanpa syarat selalu berhasil",
      en: "unconditional writes and deletions succeed"
    ) { bench in
      let key = record("a")
      try await bench.commit("1", .put(key, Payload("1"), if: .unconditional))
      try await bench.commit("2", .put(key, Payload("2"), if: .unconditional))
      try expect(try await bench.text(key), is: "2", "the record")
      try await bench.commit("3", .delete(key, if: .unconditional))
      try expect(try await bench.text(key), is: nil, "the deleted record")
      try await bench.commit("4", .delete(key, if: .unconditional))
    },
    ConformanceRule(
      "C7", .durable, id: "revisi tetap tidak terulang setelah dibuka kembali",
      en: "revisions do not come back after the store is opened again"
    ) { bench in
      let key = record("a")
      var seen: Set<Revision> = []
      for round in 0..<3 {
        let receipt = try await bench.commit(
          try KeyText("p", number: round), .put(key, Payload("1"), if: .mustNotExist))
        seen.insert(try bench.revision(key, in: receipt))
        try await bench.commit(
          try KeyText("d", number: round), .delete(key, if: .unconditional))
      }
      let again = try await bench.reopened()
      let receipt = try await again.commit("z", .put(key, Payload("1"), if: .mustNotExist))
      let revision = try again.revision(key, in: receipt)
      await again.store.shutdown()
      try expect(!seen.contains(revision), "the revision \(revision) came back")
    },
  ]
}
