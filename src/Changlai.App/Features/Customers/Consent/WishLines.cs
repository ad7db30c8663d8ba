using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Editing;
using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Consent;

/// <summary>Wishes in words, line by line, for reading two versions side by side.</summary>
internal static class WishLines
{
    public static IReadOnlyList<Difference> Differences(WishForm yours, WishForm theirs, Language language) =>
        [.. Lines(yours, language).Zip(Lines(theirs, language), (one, other) => new Difference(one.What, one.Words, other.Words)).Where(line => line.Yours != line.Theirs)];

    private static IEnumerable<(Text What, string Words)> Lines(WishForm form, Language language)
    {
        yield return (ConsentTexts.Days, form.Days.Count == 0 ? "" : form.Days.Words.In(language));
        yield return (ConsentTexts.From, form.From);
        yield return (ConsentTexts.Until, form.Until);
        yield return (ConsentTexts.Liked, Names(form.Liked, language));
        yield return (ConsentTexts.Refused, Names(form.Refused, language));
        yield return (ConsentTexts.NotAtWork, YesNo(form.NotAtWork, language));
        yield return (ConsentTexts.DoNotContact, YesNo(form.DoNotContact, language));
        yield return (ConsentTexts.Reason, form.Reason);
        yield return (ConsentTexts.Topics, form.Topics);
        yield return (ConsentTexts.Consented, YesNo(form.Consented, language));
    }

    public static string Names(ChannelSet channels, Language language) =>
        string.Join(UiTexts.ListComma.In(language), channels.Channels.Select(channel => channel.Name.In(language)));

    private static string YesNo(bool yes, Language language) => (yes ? EditTexts.Yes : EditTexts.No).In(language);
}
