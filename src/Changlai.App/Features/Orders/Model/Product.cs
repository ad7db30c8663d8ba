namespace Changlai.App.Features.Orders.Model;

/// <summary>What the business sells; all stores share it.</summary>
/// <param name="Code">In the normal form of <see cref="Changlai.Core.Values.ExternalId"/>, unique.</param>
/// <param name="Currency">Of price and cost; null where neither is known.</param>
/// <param name="RepurchaseDays">Days that one unit lasts.</param>
/// <param name="UsefulLife">After which a new one should be considered.</param>
/// <param name="Sessions">Of a care course, with <paramref name="SessionEveryDays"/>.</param>
/// <param name="IsActive">Whether it is still sold.</param>
public sealed record Product(
    long Id, string Code, string Name, string? Category, string? Currency, long? PriceMinor, long? CostMinor, Term? Warranty, int? RepurchaseDays, Term? UsefulLife,
    int? Sessions, int? SessionEveryDays, bool IsActive)
{
    /// <summary>Days that one unit lasts: as entered, or else as long as a course; 0 when it does not run out.</summary>
    public int CycleDays => RepurchaseDays ?? Sessions * SessionEveryDays ?? 0;

    /// <summary>As a form suggests it and takes it back.</summary>
    public string Label => $"{Code} {Name}";
}
