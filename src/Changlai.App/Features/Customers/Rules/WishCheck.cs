using System.Globalization;
using Changlai.App.Features.Customers.Consent;
using Changlai.App.Features.Customers.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Rules;

/// <summary>Reads a form of wishes. A refusal, or taking one back, needs to say how we heard of it and in which words. Pure.</summary>
internal static class WishCheck
{
    private const int LongestWording = 500;
    private const int LongestReason = 200;
    private const int LongestTopic = 30;
    private const int MostTopics = 20;

    public static (Wishes? Wishes, WishForm Form) Read(WishForm form, ContactWishes before)
    {
        var errors = new Dictionary<string, Text>(StringComparer.Ordinal);
        var (from, until) = (Hour(form.From, "from", errors), Hour(form.Until, "until", errors));
        if (from is { } begin && until is { } end && end <= begin) errors["until"] = ConsentTexts.HoursTurned;
        if ((form.Liked.Bits & form.Refused.Bits) != 0) errors["liked"] = ConsentTexts.LikedAndRefused;
        var reason = form.Reason.Trim();
        if (form.DoNotContact && reason.Length == 0) errors["reason"] = ConsentTexts.NoReason;
        if (reason.Length > LongestReason) errors["reason"] = ConsentTexts.Long.With(LongestReason, reason.Length);
        var topics = form.Topics.Split(['、', ',', '，', ';', '；', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToList();
        if (topics.Count > MostTopics || topics.Exists(topic => topic.Length > LongestTopic)) errors["topics"] = ConsentTexts.ManyTopics.With(MostTopics, LongestTopic);
        var wishes = new Wishes(form.Days, from, until, form.Liked, form.Refused, form.NotAtWork, form.DoNotContact ? reason : null, topics, form.Consented, form.Source, form.Wording.Trim());
        if (wishes.EventsSince(before).Any())
        {
            if (!ConsentTexts.Sources.Knows(form.Source)) errors["consentSource"] = ConsentTexts.NoSource;
            if (wishes.Wording.Length is 0 or > LongestWording) errors["wording"] = ConsentTexts.NoWording.With(LongestWording);
        }
        return errors.Count == 0 ? (wishes, form) : (null, form with { Errors = errors });
    }

    private static TimeOnly? Hour(string typed, string field, Dictionary<string, Text> errors)
    {
        if (typed.Trim().Length == 0) return null;
        if (TimeOnly.TryParseExact(FullWidth.Fold(typed).Trim(), ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour)) return hour;
        errors[field] = ConsentTexts.NoHour;
        return null;
    }
}
