// swift-tools-version: 6.2
import PackageDescription

// Where Kinerja meets other systems. Each integration is a target of its own with what it needs,
// so that the library itself depends on nothing.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "Integrations",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "kinerja", targets: ["KinerjaCommand"]),
    .library(name: "AppraisalStorageSQLite", targets: ["AppraisalStorageSQLite"]),
    .library(name: "AppraisalStoragePostgreSQL", targets: ["AppraisalStoragePostgreSQL"]),
  ],
  dependencies: [
    .package(name: "Kinerja", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .executableTarget(
      name: "KinerjaCommand",
      dependencies: rooms(
        "KinerjaCore", "KinerjaTables", "RuleLanguage", "WeightedScoring", "NationalRules",
        "RatingBias", "KinerjaReports")
        + [.product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: settings),
    .target(
      name: "AppraisalStorageSQLite",
      dependencies: rooms("KinerjaCore", "AppraisalStorage")
        + [.product(name: "GRDB", package: "GRDB.swift")],
      exclude: ["README.md"],
      swiftSettings: settings),
    .systemLibrary(
      name: "CLibPQ", pkgConfig: "libpq",
      providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
    .target(
      name: "AppraisalStoragePostgreSQL",
      dependencies: rooms("KinerjaCore", "AppraisalStorage") + ["CLibPQ"],
      exclude: ["README.md"],
      swiftSettings: settings),
    .testTarget(
      name: "AppraisalStorageSQLiteTests",
      dependencies: ["AppraisalStorageSQLite"]
        + rooms("KinerjaCore", "AppraisalStorage", "AppraisalStorageTesting")
        + [.product(name: "GRDB", package: "GRDB.swift")],
      exclude: ["Formats"],
      swiftSettings: settings),
    .testTarget(
      name: "AppraisalStoragePostgreSQLTests",
      dependencies: ["AppraisalStoragePostgreSQL"]
        + rooms("KinerjaCore", "AppraisalStorage", "AppraisalStorageTesting"),
      exclude: ["Formats"],
      swiftSettings: settings),
    .executableTarget(
      name: "storage-writer",
      dependencies: ["AppraisalStorageSQLite", "AppraisalStoragePostgreSQL"]
        + rooms("KinerjaCore", "AppraisalStorage"),
      path: "Tests/StorageWriter",
      swiftSettings: settings),
    .testTarget(
      name: "StorageProcessTests",
      dependencies: ["storage-writer", "AppraisalStorageSQLite", "AppraisalStoragePostgreSQL"]
        + rooms("KinerjaCore", "AppraisalStorage"),
      swiftSettings: settings),
    .testTarget(
      name: "KinerjaCommandTests",
      dependencies: ["KinerjaCommand"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)

func rooms(_ names: String...) -> [Target.Dependency] {
  names.map { .product(name: $0, package: "Kinerja") }
}
