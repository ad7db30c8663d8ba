using System.CommandLine;
using Changlai.App.Features.FollowUps.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Shell;
using Changlai.Core.Values;

namespace Changlai.Web.CommandLine;

internal static class ExplainCommand
{
    public static Command Create()
    {
        var customer = new Option<long>("--customer") { Required = true, Description = Output.Words(new Text("客户号（customerId）", "The customer's id (customerId)")) };
        var date = CommonOptions.Day("--date", new Text("以这一天为准（默认今天）", "As of this day (default today)"));
        var (named, db, json) = (CommonOptions.As(), CommonOptions.Db(), CommonOptions.Json());
        var command = new Command("explain", Output.Words(new Text("一位客户的每个由头排在哪天、为什么", "Every occasion of one customer: which day, and why"))) { customer, date, named, db, json };
        command.SetAction(parsed =>
        {
            var terminal = Terminal.Of(parsed);
            using var database = CommonOptions.OpenExisting(parsed.GetValue(db));
            using var session = database.OpenSession();
            var id = parsed.GetValue(customer);
            var scope = Lookup.Viewer(session, parsed.GetValue(named))?.Scope ?? CustomerScope.All;
            var name = session.Scalar<string>($"SELECT c.name FROM customer c WHERE c.customer_id = @id{scope.And("c")}", [("id", id), .. scope.Values]);
            if (name is null) return terminal.Fail(new Text($"--customer：没有号为 {id} 的客户。", $"--customer: there is no customer with id {id}."));
            session.Begin();
            var day = parsed.GetValue(date) ?? BusinessDay.Today(session, TimeProvider.System);
            var explanation = HorizonPlanning.Explain(session, id, day, TimeProvider.System, ShellSetup.Segments());
            if (parsed.GetValue(json)) terminal.Json(Record(name, explanation));
            else Print(terminal, name, explanation);
            return 0;
        });
        return command;
    }

    private static object Record(string name, Explanation explanation)
    {
        var rhythm = explanation.History.Rhythm;
        return new
        {
            explanation.CustomerId,
            Customer = name,
            Date = explanation.Day,
            Facts = new
            {
                explanation.History.Orders,
                explanation.History.Returns,
                Total = Currencies.ToMajor(explanation.History.TotalMinor, explanation.Currency),
                Margin = Currencies.ToMajor(explanation.History.MarginMinor, explanation.Currency),
                PurchaseDays = rhythm?.Purchases ?? 0,
                FirstOrderOn = Day(rhythm?.FirstOn),
                LastOrderOn = Day(rhythm?.LastOn),
                TypicalDays = rhythm?.TypicalDays,
                NextPurchaseOn = Day(rhythm?.NextPurchaseOn),
                NextPurchaseBasis = rhythm?.Basis.ToString().ToLowerInvariant(),
                SilentOn = Day(rhythm?.SilentOn),
            },
            Occasions = explanation.Occasions.Select(occasion => new
            {
                occasion.Plan,
                occasion.Step,
                occasion.Occasion,
                Earliest = occasion.EarliestOn,
                Ideal = occasion.IdealOn,
                Latest = occasion.LatestOn,
                occasion.State,
                Due = occasion.DueOn,
                ReasonZh = occasion.WhyOccasion.Chinese,
                ReasonEn = occasion.WhyOccasion.English,
                BecauseZh = occasion.WhyState.Chinese,
                BecauseEn = occasion.WhyState.English,
                ValueAtStake = occasion.ValueMinor is { } minor ? Currencies.ToMajor(minor, explanation.Currency) : (decimal?)null,
                ValueZh = occasion.Stake?.Chinese,
                ValueEn = occasion.Stake?.English,
            }),
        };
    }

    private static DateOnly? Day(int? number) => number is { } known ? DateOnly.FromDayNumber(known) : null;

    private static void Print(Terminal terminal, string name, Explanation explanation)
    {
        var rhythm = explanation.History.Rhythm;
        terminal.Say(new Text("{0}（号 {1}）：{2} 单，退货 {3}；上次 {4:yyyy-MM-dd}，预计再来 {5:yyyy-MM-dd}", "{0} (id {1}): {2} orders, {3} returns; last {4:yyyy-MM-dd}, expected again {5:yyyy-MM-dd}"),
            name, explanation.CustomerId, explanation.History.Orders, explanation.History.Returns, Day(rhythm?.LastOn), Day(rhythm?.NextPurchaseOn));
        foreach (var occasion in explanation.Occasions)
        {
            terminal.Line($"  {occasion.Plan}/{occasion.Step}  {occasion.Occasion}  {occasion.State}  {occasion.DueOn:yyyy-MM-dd}  [{occasion.EarliestOn:MM-dd} {occasion.IdealOn:MM-dd} {occasion.LatestOn:MM-dd}]");
            terminal.Line($"      {Output.Words(occasion.WhyOccasion)} {Output.Words(occasion.WhyState)}");
        }
    }
}
