using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.App.Features.Platform.Contracts.Tables;
using Changlai.Core.Calendars;

namespace Changlai.App.Features.Customers.Import;

/// <summary>Reads the cells of a line about how a customer wishes to be reached, and says what is wrong with them.</summary>
internal sealed class WishCells(ImportReading reading)
{
    public const int MostTopics = 20;
    private const int LongestTopic = 30;
    private static readonly char[] Separators = ['、', ',', '，', ';', '；', '|', '/', '\n'];

    private static readonly IReadOnlyList<Coded> Channels = [.. ContactChannel.All.Select(channel => new Coded(channel.Code, channel.Name))];

    public ImportedWishes Read(ImportRow row)
    {
        var (liked, refused) = (ChannelsIn(row, CustomerImportFields.Liked), ChannelsIn(row, CustomerImportFields.Refused));
        if ((liked.Bits & refused.Bits) != 0) row.Wrong(CustomerImportFields.Liked, CustomerReasons.LikedAndRefused);
        var (from, until) = Hours(row);
        return new ImportedWishes(liked, refused, refused.IsEmpty ? "" : row[CustomerImportFields.Refused], Days(row), from, until, NotAtWork(row), Topics(row), ConsentAt(row), row[CustomerImportFields.Consent]);
    }

    /// <summary>Yes, or the reason itself, or only the day. A no never lifts a refusal that is known.</summary>
    public ImportedRefusal? Refusal(ImportRow row)
    {
        var on = Cell(row, CustomerImportFields.DoNotContactOn) is { } since ? Day(row, CustomerImportFields.DoNotContactOn, since, CustomerReasons.DateInvalid) : null;
        return Cell(row, CustomerImportFields.DoNotContact) is not { } cell ? on is null ? null : new ImportedRefusal("", on)
            : CustomerWords.YesOrNo(cell) switch { true => new ImportedRefusal("", on), false => null, null => new ImportedRefusal(cell, on) };
    }

    private static string? Cell(ImportRow row, string field) => row.Words(field) is { } cell && !CustomerWords.IsNothing(cell) ? cell : null;

    private static string[] Parts(string cell) => cell.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static ChannelSet ChannelsIn(ImportRow row, string field)
    {
        var channels = ChannelSet.None;
        if (Cell(row, field) is not { } cell) return channels;
        foreach (var part in Parts(cell))
        {
            if (ContactChannel.Find(CustomerWords.CodeOf(Channels, part)) is { } channel) channels = channels.With(channel);
            else row.Wrong(field, CustomerReasons.ChannelUnknown, part);
        }
        return channels;
    }

    private static Weekdays Days(ImportRow row)
    {
        if (Cell(row, CustomerImportFields.Days) is not { } cell) return Weekdays.None;
        if (WeekdayWords.Parse(cell) is not { } days) row.Wrong(CustomerImportFields.Days, CustomerReasons.DaysInvalid);
        else return days == Weekdays.All ? Weekdays.None : days;
        return Weekdays.None;
    }

    private static (TimeOnly? From, TimeOnly? Until) Hours(ImportRow row)
    {
        if (Cell(row, CustomerImportFields.Hours) is not { } cell) return default;
        if (HourWords.Parse(cell) is { } hours) return hours;
        row.Wrong(CustomerImportFields.Hours, CustomerReasons.HoursInvalid);
        return default;
    }

    private static bool NotAtWork(ImportRow row)
    {
        if (Cell(row, CustomerImportFields.NotAtWork) is not { } cell) return false;
        if (CustomerWords.YesOrNo(cell) is { } yes) return yes;
        row.Wrong(CustomerImportFields.NotAtWork, CustomerReasons.YesOrNo);
        return false;
    }

    private static IReadOnlyList<string> Topics(ImportRow row)
    {
        if (Cell(row, CustomerImportFields.Topics) is not { } cell) return [];
        var topics = Parts(cell).Distinct(StringComparer.Ordinal).ToList();
        if (topics.Count > MostTopics || topics.Exists(topic => topic.Length > LongestTopic)) row.Wrong(CustomerImportFields.Topics, CustomerReasons.TagTooLong);
        return topics;
    }

    /// <summary>A day, or yes for today. A no is not asked yet, which is what stands there already.</summary>
    private DateTimeOffset? ConsentAt(ImportRow row)
    {
        if (Cell(row, CustomerImportFields.Consent) is not { } cell) return null;
        if (CustomerWords.YesOrNo(cell) is { } yes) return yes ? reading.Now : null;
        if (Day(row, CustomerImportFields.Consent, cell, CustomerReasons.ConsentInvalid) is not { } day) return null;
        var noon = day.ToDateTime(new TimeOnly(12, 0));
        return day == reading.Today ? reading.Now : new DateTimeOffset(noon, reading.Zone.GetUtcOffset(noon));
    }

    private DateOnly? Day(ImportRow row, string field, string cell, RejectReason invalid)
    {
        if (DateCell.Read(cell, row.IsWorkbook, reading.Zone, out var moment, out _) != DateReading.Known) row.Wrong(field, invalid);
        else if (DateOnly.FromDateTime(moment) > reading.Today) row.Wrong(field, CustomerReasons.DateFuture);
        else return DateOnly.FromDateTime(moment);
        return null;
    }
}
