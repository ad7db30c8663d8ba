using Changlai.App.Features.Customers.Contracts;

namespace Changlai.App.Features.Customers.Import;

/// <summary>What one line of a file says about a customer.</summary>
/// <param name="Number">Their number in the system the file comes from.</param>
/// <param name="Details">What is known; an empty name or kind where the line says none.</param>
/// <param name="DoNotContact">Why they are not to be contacted, in the file's words; null when it does not say so.</param>
internal sealed record CustomerLine(int Line, string? Number, CustomerDetails Details, IReadOnlyList<NewSpecialDate> Dates, string? DoNotContact);

/// <summary>What a whole file says about one customer, whom several lines may name.</summary>
/// <param name="Lines">Those lines, the first one first.</param>
internal sealed record ImportedCustomer(string? Number, CustomerDetails Details, IReadOnlyList<NewSpecialDate> Dates, string? DoNotContact, IReadOnlyList<int> Lines)
{
    public string? Phone => Details.Phones.Count > 0 ? Details.Phones[0].E164 : null;

    public static ImportedCustomer Of(CustomerLine line) => new(line.Number, line.Details, line.Dates, line.DoNotContact, [line.Line]);

    /// <summary>What was said first stands; what comes later fills gaps and adds to lists.</summary>
    public ImportedCustomer And(ImportedCustomer later) => new(
        Number ?? later.Number, CardMerging.Over(later.Details, Details), CardMerging.Over(later.Dates, Dates), DoNotContact ?? later.DoNotContact, [.. Lines, .. later.Lines]);
}
