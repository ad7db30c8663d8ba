using System.CommandLine;
using Changlai.App.Features.FollowUps.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Shell;
using Changlai.Core.Values;

namespace Changlai.Web.CommandLine;

internal static class PlanCommand
{
    public static Command Create()
    {
        var date = CommonOptions.Day("--date", new Text("以这一天为准（默认今天）", "Plan as of this day (default today)"));
        var horizon = CommonOptions.Number("--horizon", 1, 366, new Text("向前计划的天数（默认 35）", "Days to plan ahead (default 35)"));
        var (db, json) = (CommonOptions.Db(), CommonOptions.Json());
        var command = new Command("plan", Output.Words(new Text("算出该联系谁、什么时候、为什么", "Work out whom to contact, when and why"))) { date, horizon, db, json };
        command.SetAction(parsed =>
        {
            var terminal = Terminal.Of(parsed);
            using var database = CommonOptions.OpenExisting(parsed.GetValue(db));
            using var session = database.OpenBulkSession();
            session.Begin();
            var day = parsed.GetValue(date) ?? BusinessDay.Today(session, TimeProvider.System);
            var report = HorizonPlanning.Run(session, day, TimeProvider.System, ShellSetup.Segments(), parsed.GetValue(horizon));
            var waiting = WaitingFollowUps.Strongest(session, day, limit: 10, CustomerScope.All);
            session.Commit();
            if (parsed.GetValue(json)) terminal.Json(report);
            else Print(terminal, day, report, waiting);
            return 0;
        });
        return command;
    }

    private static void Print(Terminal terminal, DateOnly day, PlanReport report, IReadOnlyList<WaitingFollowUp> waiting)
    {
        terminal.Say(new Text(
            "{0}：新排 {1}，调整 {2}，取消 {3}，对照组 {4}，没排上 {5}，不变 {6}（{7:0.0} 秒）",
            "{0}: {1} created, {2} moved, {3} cancelled, {4} held out, {5} not placed, {6} unchanged ({7:0.0} s)"),
            day.ToString("yyyy-MM-dd"), report.Created, report.Moved, report.Cancelled, report.HeldOut, report.NotPlaced, report.Unchanged, report.Seconds);
        foreach (var (plan, counts) in report.ByPlan)
            terminal.Line($"  {plan,-12} +{counts.Created}  ~{counts.Moved}  -{counts.Cancelled}");
        if (waiting.Count == 0) return;
        terminal.Say(new Text("人手不够而没排上的，价值最高的在前：", "No room for these, the most valuable first:"));
        foreach (var row in waiting)
            terminal.Line($"  {row.Customer}  {row.Plan}/{row.Step}  {row.LatestOn:yyyy-MM-dd}  {Output.Money(row.ValueMinor, row.Currency)}");
    }
}
