using System.Security.Cryptography;
using System.Text;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Platform.Imports.Runs;

/// <summary>
/// Where uploaded files wait, on the machine that received them: beside the SQLite file, or in the temporary folder for
/// PostgreSQL. A file is kept until its import is done, at most a day.
/// </summary>
internal sealed class ImportFiles(Database database)
{
    public const long LargestFile = 256L << 20;

    private readonly string folder = FolderOf(database);

    public string Node => Environment.MachineName;

    /// <summary>A file that an upload is written to, before there is a run.</summary>
    public FileStream Receive()
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var path = Path.Combine(folder, Convert.ToHexString(RandomNumberGenerator.GetBytes(12)) + ".part");
        return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
    }

    /// <summary>Gives a received file to its run.</summary>
    public void Keep(string received, long run) => File.Move(received, UploadOf(run), overwrite: true);

    public string UploadOf(long run) => Path.Combine(folder, $"{run}.upload");

    /// <summary>The lines not taken, as CSV.</summary>
    public string RejectsOf(long run) => Path.Combine(folder, $"{run}.rejects.csv");

    public void DeleteUpload(long run) => File.Delete(UploadOf(run));

    public void DeleteAll(long run)
    {
        if (!Directory.Exists(folder)) return;
        File.Delete(UploadOf(run));
        File.Delete(RejectsOf(run));
    }

    /// <summary>Deletes whatever was last written before a moment, except what belongs to the runs named.</summary>
    public void DeleteOlderThan(DateTimeOffset moment, IReadOnlySet<long> except)
    {
        if (!Directory.Exists(folder)) return;
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles())
        {
            var name = file.Name.Split('.')[0];
            if (file.LastWriteTimeUtc < moment.UtcDateTime && !(long.TryParse(name, out var run) && except.Contains(run))) file.Delete();
        }
    }

    private static string FolderOf(Database database) => database.Provider == DatabaseProvider.Sqlite
        ? Path.GetFullPath(database.Location) + ".imports"
        : Path.Combine(Path.GetTempPath(), "changlai-imports-" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(database.Location)))[..16]);
}
