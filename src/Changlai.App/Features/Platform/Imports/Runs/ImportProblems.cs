using Changlai.App.Features.Platform.Contracts.Tables;
using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Imports.Runs;

/// <summary>Why an uploaded file as a whole cannot be taken, beyond what reading it tells.</summary>
internal static class ImportProblems
{
    public static readonly Text NotUndone = new("撤销时出了问题，什么也没有撤掉。请再试一次；还不行就告诉管理员。", "Something broke during the undo; nothing was taken back. Try again; if it fails again, tell your administrator.");

    public static readonly Text LaterImport = new("后来导入的“{0}”又改过其中的内容，请先撤销那一次。", "“{0}”, imported later, changed some of the same; undo that import first.");

    public static readonly Text OtherRecords = new("其中 {0} 位客户已有别的记录（{1}）。", "Customers of this import with other records by now: {0} ({1}).");

    public static TableProblem TooManyRows(long most) => new("too-many-rows",
        new Text("文件太长，超过 {0} 行。", "The file is too long: more than {0} lines.").With(Formats.Number(most)),
        new Text("请按年份拆成几个文件，分别导入。", "Split it by year and import the parts one by one."));

    public static TableProblem NotChecked() => new("not-checked",
        new Text("检查这个文件时出了问题，不是文件的错。", "Something went wrong on our side while this file was checked."),
        new Text("请再检查一次；还不行就告诉管理员。", "Check it again; if it fails again, tell your administrator."));

    public static TableProblem FileGone() => new("file-gone",
        new Text("上传的文件不在这台服务器上了。", "The uploaded file is no longer on this server."),
        new Text("请重新上传。", "Please upload it again."));
}
