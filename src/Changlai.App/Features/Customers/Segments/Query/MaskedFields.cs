using Changlai.App.Features.Customers.Privacy;
using Changlai.App.Features.Customers.Segments.Fields;

namespace Changlai.App.Features.Customers.Segments.Query;

/// <summary>What is kept from somebody cannot be asked for either: whoever may count who has which number has the number.</summary>
internal static class MaskedFields
{
    public static SegmentFieldList Of(SegmentFieldList fields, IReadOnlyList<string> hidden)
    {
        var own = hidden.Where(part => part.StartsWith(MaskedPart.OfFields, StringComparison.Ordinal)).Select(part => OwnSegmentFields.CodeOf(long.Parse(part[MaskedPart.OfFields.Length..]))).ToHashSet(StringComparer.Ordinal);
        return own.Count == 0 ? fields : new SegmentFieldList([.. fields.All.Where(field => !own.Contains(field.Code))]);
    }
}
