using Changlai.App.Features.FollowUps.Storage;

namespace Changlai.Web.CommandLine;

/// <summary>A follow-up as the command line prints it.</summary>
internal static class FollowUpRecord
{
    public static readonly IReadOnlyList<string> TodayFields =
        ["customerId", "customer", "phone", "plan", "step", "occasion", "channel", "purpose", "earliest", "ideal", "latest", "due", "priority", "valueAtStake", "reasonZh", "reasonEn"];

    public static readonly IReadOnlyList<string> ExportFields = [.. TodayFields, "staff", "store", "state", "outcome"];

    /// <summary>The fields of <see cref="TodayFields"/>.</summary>
    public static RecordWriter Write(RecordWriter records, FollowUpView row)
    {
        var (reason, day, stake) = (row.Reason, row.DayReason, row.Stake);
        return records.Number(row.CustomerId).Text(row.Customer).Text(row.Phone).Text(row.Plan).Text(row.Step).Text(row.Occasion).Text(row.Channel)
            .Text(Output.Words(row.Purpose)).Day(row.EarliestOn).Day(row.IdealOn).Day(row.LatestOn).Day(row.DueOn).Number(row.Priority).Money(row.ValueMinor, row.Currency)
            .Text(reason.Chinese + day.Chinese + stake.Chinese).Text($"{reason.English} {day.English} {stake.English}");
    }
}
