using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Duplicates;

/// <summary>What came of undoing a merge, in a sentence.</summary>
internal static class UndoWords
{
    public static string Of(UndoResult result, StoredMerge merge, Language language) => result.Outcome switch
    {
        UndoOutcome.Done => DuplicateTexts.IsUndone.In(language, merge.SurvivorName, merge.MergedName),
        UndoOutcome.DoneBefore => DuplicateTexts.UndoneBefore.In(language),
        UndoOutcome.MergedAgain => DuplicateTexts.LaterMerge.In(language, result.Later!.SurvivorName, result.Later.MergedName),
        UndoOutcome.ChangedSince => DuplicateTexts.LaterChanges.In(language, string.Join(language == Language.Chinese ? "；" : "; ", result.Changes.SelectMany(change => Lines(change, language)))),
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };

    private static IEnumerable<string> Lines(LaterChange change, Language language)
    {
        var name = (change.Table.Called ?? DuplicateTexts.TheCard).In(language);
        if (change.Added > 0) yield return DuplicateTexts.Added.In(language, name, change.Added);
        if (change.Changed > 0) yield return DuplicateTexts.Altered.In(language, name, change.Changed);
        if (change.Removed > 0) yield return DuplicateTexts.Removed.In(language, name, change.Removed);
    }
}
