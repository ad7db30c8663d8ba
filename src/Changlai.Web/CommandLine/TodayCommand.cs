using System.CommandLine;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.FollowUps.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.Web.CommandLine;

internal static class TodayCommand
{
    public static Command Create()
    {
        var date = CommonOptions.Day("--date", new Text("哪一天（默认今天）", "Which day (default today)"));
        var staff = new Option<string?>("--staff") { Description = Output.Words(new Text("只看这位员工（姓名或登录名）", "Only this person (name or sign-in name)")) };
        var store = new Option<string?>("--store") { Description = Output.Words(new Text("只看这家门店", "Only this store")) };
        var limit = CommonOptions.Number("--limit", 1, int.MaxValue, new Text("最多几条", "At most so many"));
        var (named, db, json) = (CommonOptions.As(), CommonOptions.Db(), CommonOptions.Json());
        var command = new Command("today", Output.Words(new Text("今天该联系的客户，最要紧的在前", "Whom to contact today, best first"))) { date, staff, store, limit, named, db, json };
        command.SetAction(parsed =>
        {
            var terminal = Terminal.Of(parsed);
            using var database = CommonOptions.OpenExisting(parsed.GetValue(db));
            using var session = database.OpenSession();
            var day = parsed.GetValue(date) ?? BusinessDay.Today(session, TimeProvider.System);
            var viewer = Lookup.Viewer(session, parsed.GetValue(named));
            var rows = FollowUpQuery.Read(session, FollowUpFilter.ToDo(day) with
            {
                StaffId = Lookup.Staff(session, parsed.GetValue(staff)),
                StoreId = Lookup.Store(session, parsed.GetValue(store)),
                Limit = parsed.GetValue(limit),
                SeenBy = viewer,
                // Staff see their own list, as on the page.
                ForPerson = viewer is { IsManager: false } ? viewer.StaffId : null,
            });
            if (viewer is not null && new Masks(TimeProvider.System).Of(session, viewer) is var masking) rows = rows.Select(row => row.SeenThrough(masking));
            if (parsed.GetValue(json)) PrintRecords(terminal, rows);
            else if (!Print(terminal, rows, day)) terminal.Say(new Text("{0} 没有该联系的客户。", "Nobody to contact on {0}."), day.ToString("yyyy-MM-dd"));
            return 0;
        });
        return command;
    }

    private static void PrintRecords(Terminal terminal, IEnumerable<FollowUpView> rows)
    {
        var records = RecordWriter.Json(terminal.Output, FollowUpRecord.TodayFields);
        foreach (var row in rows) FollowUpRecord.Write(records, row).EndRow();
        records.End();
    }

    /// <returns>Whether there was anybody.</returns>
    private static bool Print(Terminal terminal, IEnumerable<FollowUpView> rows, DateOnly day)
    {
        var any = false;
        foreach (var row in rows)
        {
            any = true;
            var late = row.DueOn < day ? Output.Words(new Text("（迟 {0} 天）", " ({0} days late)"), day.DayNumber - row.DueOn!.Value.DayNumber) : "";
            terminal.Line($"{row.Customer}  {row.Phone}  {Output.Words(row.PlanName)} · {Output.Words(row.StepName)}  {row.Channel}  {Output.Money(row.ValueMinor, row.Currency)}{late}");
            terminal.Line($"    {Output.Words(row.Reason)}");
        }
        return any;
    }
}
