/// Runs the snippets of the README, which a test holds equal to this folder's.
@main enum ReadmeSnippets {
  static func main() throws {
    try embed()
    try research()
    try analyse()
  }
}
