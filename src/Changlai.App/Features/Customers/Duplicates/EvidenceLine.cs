using Changlai.App.Features.Customers.Rules;
using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Duplicates;

/// <summary>Evidence in one line of words.</summary>
internal static class EvidenceLine
{
    public static string Of(IEnumerable<Evidence> evidence, Language language) =>
        string.Join(UiTexts.ListComma.In(language), evidence.Select(one => DuplicateTexts.Of(one.Kind).In(language)));
}
