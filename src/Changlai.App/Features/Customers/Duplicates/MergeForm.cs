using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Rules;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Http;

namespace Changlai.App.Features.Customers.Duplicates;

/// <summary>What was chosen while two cards lay side by side.</summary>
/// <param name="Keep">The card that stays.</param>
internal sealed record MergeForm(long Low, long High, long? Keep, int LowVersion, int HighVersion, IReadOnlyDictionary<string, string> Sides)
{
    public const string FieldPrefix = "side-";
    private const string LowCode = "low";
    private const string HighCode = "high";
    private const string BothCode = "both";

    public string? Chosen(string field) => Sides.TryGetValue(field, out var side) ? side : null;

    public static MergeForm Read(long low, long high, IFormCollection typed) => new(
        low, high, long.TryParse(typed["keep"].ToString(), out var keep) ? keep : null,
        int.TryParse(typed["lowVersion"].ToString(), out var lowVersion) ? lowVersion : 0, int.TryParse(typed["highVersion"].ToString(), out var highVersion) ? highVersion : 0,
        typed.Where(field => field.Key.StartsWith(FieldPrefix, StringComparison.Ordinal))
            .ToDictionary(field => field.Key[FieldPrefix.Length..], field => field.Value.ToString(), StringComparer.Ordinal));

    /// <summary>What to do, or what is wrong; names the field.</summary>
    /// <param name="nameOf">What a field is called, by its code.</param>
    public (MergeRequest? Request, Text? Problem) Check(IReadOnlyList<CustomerField> own, Func<string, Text> nameOf, long staffId)
    {
        if (Keep is not { } keep || keep != Low && keep != High) return (null, DuplicateTexts.NoKeep);
        var sides = new Dictionary<string, Side>(StringComparer.Ordinal);
        foreach (var (field, isMany) in MergeFields.Of(own).Select(field => (field.Code, field.IsMany)).Append((MergeFields.Photo, false)))
        {
            if (Chosen(field) is not { } code) continue;
            if (Parse(code, keep == Low) is not { } side || side == Side.Both && !isMany)
            {
                var name = nameOf(field);
                return (null, new Text(DuplicateTexts.NoSide.In(Language.Chinese, name.Chinese), DuplicateTexts.NoSide.In(Language.English, name.English)));
            }
            sides[field] = side;
        }
        return keep == Low ? (new MergeRequest(Low, LowVersion, High, HighVersion, sides, staffId), null) : (new MergeRequest(High, HighVersion, Low, LowVersion, sides, staffId), null);
    }

    public static string Code(Side side, bool keepsLow) => side == Side.Both ? BothCode : side == Side.Survivor == keepsLow ? LowCode : HighCode;

    private static Side? Parse(string code, bool keepsLow) => code switch
    {
        LowCode => keepsLow ? Side.Survivor : Side.Merged,
        HighCode => keepsLow ? Side.Merged : Side.Survivor,
        BothCode => Side.Both,
        _ => null,
    };
}
