using System.Text;
using Changlai.App.Features.Platform.Contracts.Tables;
using Changlai.Core.Values;

namespace Changlai.Web.CommandLine;

/// <summary>The CSV of lines not taken. It takes its name only at the end, so that a failed import leaves an earlier one alone.</summary>
internal sealed class RejectsFile : IDisposable
{
    private readonly string path;
    private readonly string unfinished;
    private bool kept;

    private RejectsFile(string path)
    {
        this.path = path;
        unfinished = path + ".unfinished";
        // Spreadsheets take a file without this mark for an older encoding.
        Writer = new StreamWriter(unfinished, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
    }

    public StreamWriter Writer { get; }

    public static RejectsFile? Open(string? path, string input)
    {
        if (path is null) return null;
        if (Path.GetFullPath(path) == Path.GetFullPath(input))
            throw new CommandProblem(new Text($"--rejects：不能写进正在导入的文件 {input}。请换一个文件名。", $"--rejects: {input} is the file being imported. Give another name."));
        try
        {
            if (Directory.Exists(path)) throw new UnauthorizedAccessException();
            return new RejectsFile(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CommandProblem(new Text($"--rejects：写不了 {path}。请检查文件夹是否存在、是否可写。", $"--rejects: {path} cannot be written. Check that its folder is there and may be written to."));
        }
    }

    /// <summary>Adds lines that were turned down after the file had been read, in the same shape.</summary>
    public void Add(string input, string reason, IEnumerable<int> lines)
    {
        var wanted = lines.ToHashSet();
        if (wanted.Count == 0) return;
        using var table = TableFile.Open(input);
        var csv = new CsvWriter(Writer);
        while (table.Read())
        {
            if (!wanted.Contains(table.LineNumber)) continue;
            var cells = table.CopyRow();
            for (var column = 0; column < table.Headings.Count; column++)
                if (table.Headings[column] is not ("line" or "reason")) csv.Cell(column < cells.Length ? cells[column] : "");
            csv.Number(table.LineNumber).Cell(reason).EndRow();
        }
    }

    public void Keep()
    {
        Writer.Dispose();
        File.Move(unfinished, path, overwrite: true);
        kept = true;
    }

    public void Dispose()
    {
        if (kept) return;
        Writer.Dispose();
        File.Delete(unfinished);
    }
}
