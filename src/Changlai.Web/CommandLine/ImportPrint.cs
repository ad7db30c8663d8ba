using Changlai.App.Features.Orders.Import;
using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.Core.Values;

namespace Changlai.Web.CommandLine;

/// <summary>What an import says about itself.</summary>
internal static class ImportPrint
{
    private static readonly Text AtLine = new("第 {0} 行：{1}{2}", "Line {0}: {1} {2}");
    private static readonly Text AtLineAndColumn = new("第 {0} 行「{3}」列：{1}{2}", "Line {0}, column \"{3}\": {1} {2}");

    public static void Report(Terminal terminal, OrderFileContents contents, OrderImportReport report, int followUps, bool json, bool dryRun, double seconds)
    {
        if (json) terminal.Json(Record(contents, report, followUps, dryRun, seconds));
        else Say(terminal, contents, report, followUps, dryRun, seconds);
    }

    public static string Rejected(RejectedRow row) => Output.Words(row.Heading.Length == 0 ? AtLine : AtLineAndColumn,
        row.Line, Output.Words(row.Message), Output.Words(row.WhatWouldBeRight), row.Heading);

    private static object Record(OrderFileContents contents, OrderImportReport report, int followUps, bool dryRun, double seconds) => new
    {
        report.Rows,
        report.Recorded.Orders,
        report.Recorded.OrderLines,
        report.Recorded.Returns,
        report.Recorded.ReturnLines,
        report.Recorded.Customers,
        report.Recorded.Products,
        report.Rejected,
        FollowUps = followUps,
        report.Recorded.New,
        report.Recorded.Updated,
        report.Recorded.Unchanged,
        DryRun = dryRun,
        contents.Encoding,
        DateForm = contents.DateForm?.Sentence.English,
        Seconds = Math.Round(seconds, 3),
    };

    private static void Say(Terminal terminal, OrderFileContents contents, OrderImportReport report, int followUps, bool dryRun, double seconds)
    {
        var recorded = report.Recorded;
        if (dryRun) terminal.Say(new Text("试运行：什么也没有写入。", "Dry run: nothing was written."));
        terminal.Say(new Text(
            "读了 {0} 行：{1} 位客户，{2} 张订单（{3} 条明细）,{4} 张退货，{5} 种商品；新增 {6}，更正 {7}，不变 {8}（{9:0.0} 秒）",
            "{0} rows read: {1} customers, {2} orders ({3} lines), {4} returns, {5} products; {6} new, {7} updated, {8} unchanged ({9:0.0} s)"),
            report.Rows, recorded.Customers, recorded.Orders, recorded.OrderLines, recorded.Returns, recorded.Products, recorded.New, recorded.Updated, recorded.Unchanged, seconds);
        if (contents.DateForm is { } form) terminal.Line(Output.Words(form.Sentence));
        foreach (var (reason, count) in report.Rejected)
            terminal.Say(new Text("没收下 {0} 行：{1}", "{0} rows not taken: {1}"), count, Why(contents, reason));
        terminal.Say(new Text("新排回访 {0} 个", "{0} follow-ups planned"), followUps);
    }

    /// <summary>In words, with the first line it happened to.</summary>
    private static string Why(OrderFileContents contents, string reason) =>
        contents.FirstRejected.FirstOrDefault(row => row.Reason == reason) is { } first ? $"{reason} ({Rejected(first)})" : reason;
}
