using Changlai.App.Features.Customers.Consent;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Duplicates;

/// <summary>Wishes in a few words, what is forbidden first.</summary>
internal static class WishWords
{
    public static IReadOnlyList<string> Of(ContactWishes wishes, Language language)
    {
        var lines = new List<string>();
        if (wishes.DoNotContact) lines.Add(ConsentTexts.DoNotContact.In(language));
        if (!wishes.Refused.IsEmpty) lines.Add(ConsentTexts.EventRefused.In(language, WishLines.Names(wishes.Refused, language)));
        if (wishes.NotAtWork) lines.Add(ConsentTexts.NotAtWork.In(language));
        if (wishes.PreferredWeekdays.Count > 0) lines.Add(wishes.PreferredWeekdays.Words.In(language));
        if (wishes.PreferredFrom is not null || wishes.PreferredUntil is not null) lines.Add($"{Hour(wishes.PreferredFrom)}–{Hour(wishes.PreferredUntil)}");
        if (wishes.PrivacyConsentAt is not null) lines.Add(ConsentTexts.EventConsented.In(language));
        return lines;
    }

    private static string Hour(TimeOnly? hour) => hour is { } known ? Formats.Time(known) : "";
}
