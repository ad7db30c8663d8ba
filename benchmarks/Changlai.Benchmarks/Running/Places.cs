using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Storage;

namespace Changlai.Benchmarks.Running;

/// <summary>Where things lie: the program as users run it, the real orders, and a folder for what is made once and kept.</summary>
internal static class Places
{
    public static string Root { get; } = FindRoot();

    /// <summary>The published program, as ./changlai runs it.</summary>
    public static string Program { get; } = Path.Combine(Root, "artifacts", "program", "app", "changlai.dll");

    public static string Data { get; } =
        Environment.GetEnvironmentVariable("CHANGLAI_DATA") is { Length: > 0 } named ? named : FindData();

    public static string Orders => Existing(Path.Combine(Data, "online_retail.csv.gz"));

    /// <summary>Made databases live here; deleting it costs only the time to make them again.</summary>
    public static string Kept { get; } = Directory.CreateDirectory(Path.Combine(Root, "artifacts", "bench")).FullName;

    /// <summary>Databases of another schema are of no use.</summary>
    public static string SchemaMark(DatabaseProvider provider) =>
        string.Concat(Migrator.Scripts(provider).Select(script => script.Checksum[..4])).ToLowerInvariant();

    private static string Existing(string path) => File.Exists(path) ? path
        : throw new FileNotFoundException($"{path} is missing: name the folder that holds the UCI \"Online Retail\" orders in CHANGLAI_DATA.");

    /// <summary>The data lies beside the repository, also when this is one of several working trees.</summary>
    private static string FindData()
    {
        for (var folder = new DirectoryInfo(Root).Parent; folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "shared", "data") is var data && Directory.Exists(data)) return data;
        return Path.Combine(Root, "..", "shared", "data");
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Changlai.slnx"))) return folder.FullName;
        throw new InvalidOperationException("The benchmarks run from within the repository.");
    }
}
