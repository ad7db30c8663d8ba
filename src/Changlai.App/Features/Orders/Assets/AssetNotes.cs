using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Assets;

/// <summary>Before somebody dials: what the customer has from us, and the fault that came again.</summary>
internal sealed class AssetNotes : ICallNote
{
    private const int Shown = 4;
    private static readonly Text Note = new("{0}：{1}，{2}", "{0}: {1}, {2}");

    public IReadOnlyList<CallNote> Read(DatabaseSession session, long customerId, DateOnly today)
    {
        var notes = new List<CallNote>();
        foreach (var asset in AssetQuery.Of(session, customerId, Shown))
        {
            if (asset.Alarm is { } alarm)
                notes.Add(new CallNote(InBoth(language => AssetTexts.AlarmNote.In(language, asset.Product, alarm.Name.In(language), alarm.Times)), IsWarning: true, asset.Href));
            if (asset.RetiredOn is null)
                notes.Add(new CallNote(InBoth(language => Note.In(language, asset.Product, AssetWords.Warranty(asset, today, language), AssetWords.Repairs(asset.Repairs, language))),
                    IsWarning: false, asset.Href));
        }
        return notes;
    }

    private static Text InBoth(Func<Language, string> words) => new(words(Language.Chinese), words(Language.English));
}
