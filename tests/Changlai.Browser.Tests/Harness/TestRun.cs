using System.Reflection;

namespace Changlai.Browser.Tests.Harness;

/// <summary>What this run was given: by ./test through the environment, or else by the build.</summary>
internal static class TestRun
{
    public const string ChromiumVariable = "CHANGLAI_TEST_CHROMIUM";

    public static bool MustHaveBrowser { get; } =
        string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.Ordinal);

    public static string? Chromium { get; } = Variable(ChromiumVariable)
        ?? (File.Exists("/usr/bin/chromium") ? "/usr/bin/chromium" : null);

    /// <summary>The published changlai.dll, or the one that the build left.</summary>
    public static string Program { get; } = Variable("CHANGLAI_TEST_PROGRAM") ?? Path.Combine(Metadata("Root"), Metadata("Program"));

    public static string Root { get; } = Metadata("Root");

    /// <summary>Whether a failed test leaves a trace of every step: asked for, since keeping it costs each test a quarter of its time.</summary>
    public static bool Traces { get; } = Variable("CHANGLAI_TEST_TRACE") is not null;

    /// <summary>Where traces and screenshots of failed tests go.</summary>
    public static string Results { get; } = Path.Combine(Metadata("Root"), "TestResults");

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static string Metadata(string key) => typeof(TestRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => string.Equals(attribute.Key, key, StringComparison.Ordinal)).Value!;
}
