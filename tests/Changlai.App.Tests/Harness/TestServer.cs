namespace Changlai.App.Tests.Harness;

/// <summary>The PostgreSQL server of this run, which ./test starts or the developer names.</summary>
internal static class TestServer
{
    public const string Variable = "CHANGLAI_TEST_POSTGRES";

    public static string? Connection { get; } =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } connection ? connection : null;

    public static bool MustBeThere { get; } =
        string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.Ordinal);
}
