using System.Text.RegularExpressions;

namespace Changlai.Architecture.Tests;

/// <summary>What the compiler cannot see in the sources.</summary>
public sealed partial class SourceTests
{
    private const int LongestFile = 350;

    [Fact]
    public void No_file_is_longer_than_one_thought() =>
        Written().Where(file => IsTooLong(File.ReadLines(file.FullName))).Select(Name).ShouldBeEmpty($"over {LongestFile} lines");

    [Fact]
    public void Nothing_is_left_for_later() =>
        Written().SelectMany(file => LeftForLater(File.ReadLines(file.FullName)).Select(line => $"{Name(file)}:{line}")).ShouldBeEmpty();

    [Fact]
    public void A_long_file_is_found()
    {
        IsTooLong(Enumerable.Repeat("", LongestFile)).ShouldBeFalse();
        IsTooLong(Enumerable.Repeat("", LongestFile + 1)).ShouldBeTrue();
    }

    // Spelt in two halves, so that this file does not find itself.
    [Theory]
    [InlineData("// TO" + "DO: the rest")]
    [InlineData("-- FIX" + "ME")]
    [InlineData("throw new NotImplemented" + "Exception();")]
    public void What_is_left_for_later_is_found(string line) => LeftForLater(["fine", line]).ShouldBe([2]);

    [Fact]
    public void A_limit_is_written_into_the_text_of_a_query() =>
        Written().SelectMany(file => BoundLimits(File.ReadLines(file.FullName)).Select(line => $"{Name(file)}:{line}"))
            .ShouldBeEmpty("SQLite prepares a statement anew each time a limit is bound to it, which takes longer than running it");

    [Fact]
    public void A_bound_limit_is_found() =>
        BoundLimits(["ORDER BY id LIMIT {limit}", "ORDER BY id LIMIT" + " @limit", "LIMIT 1"]).ShouldBe([2]);

    [Fact]
    public void The_guards_read_the_sources() => Written().Count().ShouldBeGreaterThan(10);

    private static IEnumerable<FileInfo> Written() => Repository.Written("src", "tests", "benchmarks");

    private static bool IsTooLong(IEnumerable<string> lines) => lines.Skip(LongestFile).Any();

    private static IEnumerable<int> LeftForLater(IEnumerable<string> lines) =>
        lines.Index().Where(line => Later().IsMatch(line.Item)).Select(line => line.Index + 1);

    private static IEnumerable<int> BoundLimits(IEnumerable<string> lines) =>
        lines.Index().Where(line => line.Item.Contains("LIMIT" + " @", StringComparison.OrdinalIgnoreCase)).Select(line => line.Index + 1);

    private static string Name(FileInfo file) => Path.GetRelativePath(Repository.Root, file.FullName);

    [GeneratedRegex(@"\b(TO)(DO)\b|\b(FIX)(ME)\b|(NotImplemented)(Exception)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Later();
}
