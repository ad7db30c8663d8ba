using Changlai.App.Features.FollowUps.Storage;

namespace Changlai.Web.CommandLine;

/// <summary>A follow-up as the command line prints it.</summary>
internal static class FollowUpRecord
{
    public static readonly IReadOnlyList<string> TodayFields =
        ["customerId", "customer", "phone", "plan", "step", "occasion", "channel", "purpose", "earliest", "ideal", "latest", "due", "priority", "valueAtStake", "reasonZh", "reasonEn"];

    public static readonly IReadOnlyList<string> ExportFields = [.. TodayFields, "staff", "store", "state", "outcome"];

    public static Dictionary<string, object?> Today(FollowUpView row) => new(StringComparer.Ordinal)
    {
        ["customerId"] = row.CustomerId,
        ["customer"] = row.Customer,
        ["phone"] = row.Phone,
        ["plan"] = row.Plan,
        ["step"] = row.Step,
        ["occasion"] = row.Occasion,
        ["channel"] = row.Channel,
        ["purpose"] = Output.Words(row.Purpose),
        ["earliest"] = row.EarliestOn,
        ["ideal"] = row.IdealOn,
        ["latest"] = row.LatestOn,
        ["due"] = row.DueOn,
        ["priority"] = row.Priority,
        ["valueAtStake"] = Output.Major(row.ValueMinor),
        ["reasonZh"] = row.Reason.Chinese + row.DayReason.Chinese + row.Stake.Chinese,
        ["reasonEn"] = $"{row.Reason.English} {row.DayReason.English} {row.Stake.English}",
    };

    public static Dictionary<string, object?> Export(FollowUpView row)
    {
        var record = Today(row);
        record["staff"] = row.Staff;
        record["store"] = row.Store;
        record["state"] = row.State;
        record["outcome"] = row.Outcome;
        return record;
    }
}
