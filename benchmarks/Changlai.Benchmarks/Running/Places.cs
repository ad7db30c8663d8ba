using System.Security.Cryptography;
using System.Text;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Storage;

namespace Changlai.Benchmarks.Running;

/// <summary>Where things lie: the program as users run it, the real orders, and the folder of this run for what it makes.</summary>
internal static class Places
{
    public static string Root { get; } = FindRoot();

    /// <summary>The published program, as ./changlai runs it.</summary>
    public static string Program { get; } = Path.Combine(Root, "artifacts", "program", "app", "changlai.dll");

    public static string Data { get; } =
        Environment.GetEnvironmentVariable("CHANGLAI_DATA") is { Length: > 0 } named ? named : FindData();

    public static string Orders => Existing(Path.Combine(Data, "online_retail.csv.gz"));

    /// <summary>Made databases live here. Two runs at once have a folder each.</summary>
    public static string Made => made ??= NewFolder();

    /// <summary>Keeps what is made for the next run, which must not begin before this one ends.</summary>
    public static void Keep(string folder)
    {
        made = Directory.CreateDirectory(folder).FullName;
        isKept = true;
    }

    /// <summary>Deletes what this run made, unless it is to be kept.</summary>
    public static void Leave()
    {
        if (made is not null && !isKept) Directory.Delete(made, recursive: true);
        made = null;
    }

    /// <summary>Databases of another schema are of no use.</summary>
    public static string SchemaMark(DatabaseProvider provider) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(Migrator.Scripts(provider).Select(script => script.Checksum)))))[..10];

    private static string? made;
    private static bool isKept;

    /// <summary>Others may enter: a database server has an account of its own.</summary>
    private static string NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("changlai-bench-");
        if (!OperatingSystem.IsWindows()) folder.UnixFileMode |= UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        return folder.FullName;
    }

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
