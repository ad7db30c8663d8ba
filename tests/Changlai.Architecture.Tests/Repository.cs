using System.Reflection;

namespace Changlai.Architecture.Tests;

/// <summary>The files that the guards read.</summary>
internal static class Repository
{
    private static readonly string[] Generated = ["bin", "obj", "node_modules", "dist", "TestResults"];

    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => string.Equals(attribute.Key, "Root", StringComparison.Ordinal)).Value!;

    /// <summary>The features that there are: the folders under src/Changlai.App/Features.</summary>
    public static IReadOnlyList<string> FeatureFolders()
    {
        var features = new DirectoryInfo(Path.Combine(Root, "src", "Changlai.App", "Features"));
        return features.Exists ? [.. features.EnumerateDirectories().Select(folder => folder.Name).Order(StringComparer.Ordinal)] : [];
    }

    /// <summary>Everything people write by hand under the folders given, without what a build generates.</summary>
    public static IEnumerable<FileInfo> Written(params string[] folders) =>
        folders.SelectMany(folder => Walk(new DirectoryInfo(Path.Combine(Root, folder))));

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder) =>
        folder.EnumerateFiles().Where(IsCode).Concat(folder.EnumerateDirectories()
            .Where(inner => !Generated.Contains(inner.Name, StringComparer.Ordinal) && !IsBuiltAssets(inner))
            .SelectMany(Walk));

    private static bool IsBuiltAssets(DirectoryInfo folder) => folder is { Name: "assets", Parent.Name: "wwwroot" };

    private static bool IsCode(FileInfo file) => file.Extension is ".cs" or ".razor" or ".ts" or ".mjs" or ".css" or ".sql";
}
