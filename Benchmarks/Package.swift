// swift-tools-version: 6.2
import PackageDescription

// Measurements stand apart from the library, so that nobody who uses it builds them. Each is an
// executable that prints one line of JSON.
let benchmarks: KeyValuePairs<String, [String]> = [
  "csv-ingest": ["KinerjaTables"],
  "crash": ["KinerjaCore", "AppraisalStorage"],
  "evidence": ["KinerjaCore", "AppraisalStorage"],
  "folder-store": ["KinerjaCore", "AppraisalStorage"],
  "rankings": ["KinerjaCore", "KinerjaTables", "WeightedScoring"],
  "rankings-reference": ["KinerjaCore", "WeightedScoring"],
  "fuzz": ["KinerjaCore", "KinerjaTables", "RuleLanguage", "WeightedScoring", "NationalRules"],
  "mutation": ["KinerjaCore", "KinerjaTables", "NationalRules", "RuleLanguage", "WeightedScoring"],
  "agreement": ["KinerjaCore", "KinerjaTables", "RatingBias"],
  "effects": ["KinerjaCore", "KinerjaTables", "RatingBias"],
  "facets": ["KinerjaCore", "KinerjaTables", "RatingBias"],
  "ratings": ["KinerjaCore", "KinerjaTables", "RatingBias"],
  "derive": ["KinerjaCore", "KinerjaTables", "RuleLanguage", "WeightedScoring"],
  "score1": ["KinerjaCore", "KinerjaTables", "RuleLanguage", "WeightedScoring"],
  "score-lists": [
    "KinerjaCore", "KinerjaTables", "RuleLanguage", "WeightedScoring", "NationalRules",
  ],
  "exactness": [
    "KinerjaCore", "KinerjaTables", "RuleLanguage", "WeightedScoring", "NationalRules",
  ],
]

// Which of them run the rules that several share.
let ruleBenchmarks: Set = ["derive", "exactness", "mutation", "score1"]

// Which of them need something of the system.
let systemLibraries = ["folder-store": ["CSQLite"]]

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Kinerja", path: "..")],
  targets: [
    .target(name: "BenchmarkHarness", swiftSettings: settings),
    .target(
      name: "BenchmarkRules",
      dependencies: ["KinerjaCore", "RuleLanguage", "WeightedScoring"].map(room),
      swiftSettings: settings),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
  ]
    + benchmarks.map { name, rooms in
      .executableTarget(
        name: name,
        dependencies: ["BenchmarkHarness"]
          + (ruleBenchmarks.contains(name) ? ["BenchmarkRules"] : [])
          + systemLibraries[name, default: []].map { .target(name: $0) } + rooms.map(room),
        swiftSettings: settings)
    },
  swiftLanguageModes: [.v6]
)

func room(_ name: String) -> Target.Dependency { .product(name: name, package: "Kinerja") }
