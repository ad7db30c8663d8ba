using System.CommandLine;
using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.FollowUps.Storage;
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
        var limit = new Option<int?>("--limit") { Description = Output.Words(new Text("最多几条", "At most so many")) };
        limit.Validators.Add(result =>
        {
            if (result.GetValue(limit) is < 1) result.AddError(Output.Words(new Text("--limit：请给 1 或更大的数。", "--limit: give a number of 1 or more.")));
        });
        var (db, json) = (CommonOptions.Db(), CommonOptions.Json());
        var command = new Command("today", Output.Words(new Text("今天该联系的客户，最要紧的在前", "Whom to contact today, best first"))) { date, staff, store, limit, db, json };
        command.SetAction(parsed =>
        {
            using var database = CommonOptions.Open(parsed.GetValue(db));
            using var session = database.OpenSession();
            var day = parsed.GetValue(date) ?? BusinessDay.Today(session, TimeProvider.System);
            if (!Lookup.Staff(session, parsed.GetValue(staff), out var staffId) || !Lookup.Store(session, parsed.GetValue(store), out var storeId)) return 2;
            var rows = FollowUpQuery.Read(session, new FollowUpFilter
            {
                State = FollowUpState.Planned,
                DueBy = day,
                StaffId = staffId,
                StoreId = storeId,
                Limit = parsed.GetValue(limit),
                BestFirst = true,
            });
            if (parsed.GetValue(json)) Output.WriteJson(rows.Select(FollowUpRecord.Today));
            else
                foreach (var row in rows) Print(row, day);
            return 0;
        });
        return command;
    }

    private static void Print(FollowUpView row, DateOnly day)
    {
        var late = row.DueOn < day ? Output.Words(new Text("（迟 {0} 天）", " ({0} days late)"), day.DayNumber - row.DueOn!.Value.DayNumber) : "";
        Console.Out.WriteLine($"{row.Customer}  {row.Phone}  {Output.Words(row.PlanOf?.Name ?? new Text(row.Plan, row.Plan))} · {Output.Words(row.StepOf?.Name ?? new Text(row.Step, row.Step))}  {row.Channel}  {row.Currency} {Output.Major(row.ValueMinor):0.00}{late}");
        Console.Out.WriteLine($"    {Output.Words(row.Reason)}");
    }
}
