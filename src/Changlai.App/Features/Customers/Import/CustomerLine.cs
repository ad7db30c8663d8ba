using Changlai.App.Features.Customers.Contracts;

namespace Changlai.App.Features.Customers.Import;

/// <summary>What one line of a file says about a customer.</summary>
/// <param name="Number">Their number in the system the file comes from.</param>
/// <param name="Details">What is known; an empty name or kind where the line says none.</param>
/// <param name="Wishes">How they wish to be reached.</param>
/// <param name="Relations">Other customers it names.</param>
/// <param name="DoNotContact">Why they are not to be contacted, in the file's words; null when it does not say so.</param>
internal sealed record CustomerLine(
    int Line, string? Number, CustomerDetails Details, IReadOnlyList<NewSpecialDate> Dates, ImportedWishes Wishes, IReadOnlyList<NamedRelation> Relations, ImportedRefusal? DoNotContact);

/// <param name="Words">Why, in the file's words.</param>
/// <param name="On">Since when; null where the file does not say.</param>
internal sealed record ImportedRefusal(string Words, DateOnly? On);

/// <summary>Another customer, as a cell names them.</summary>
/// <param name="Named">By number or phone.</param>
/// <param name="Field">Code of the column.</param>
internal sealed record NamedRelation(string Kind, string Named, string Field);

/// <summary>What a whole file says about one customer, whom several lines may name.</summary>
/// <param name="Lines">Those lines, the first one first.</param>
internal sealed record ImportedCustomer(
    string? Number, CustomerDetails Details, IReadOnlyList<NewSpecialDate> Dates, ImportedWishes Wishes, IReadOnlyList<NamedRelation> Relations, ImportedRefusal? DoNotContact, IReadOnlyList<int> Lines)
{
    public string? Phone => Details.Phones.Count > 0 ? Details.Phones[0].E164 : null;

    public static ImportedCustomer Of(CustomerLine line) => new(line.Number, line.Details, line.Dates, line.Wishes, line.Relations, line.DoNotContact, [line.Line]);

    /// <summary>What was said first stands; what comes later fills gaps and adds to lists.</summary>
    public ImportedCustomer And(ImportedCustomer later) => new(
        Number ?? later.Number, CardMerging.Over(later.Details, Details), CardMerging.Over(later.Dates, Dates), Wishes.And(later.Wishes),
        [.. Relations.Union(later.Relations)], DoNotContact ?? later.DoNotContact, [.. Lines, .. later.Lines]);
}
