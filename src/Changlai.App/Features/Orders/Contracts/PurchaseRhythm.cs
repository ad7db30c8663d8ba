using Changlai.Core.Statistics;

namespace Changlai.App.Features.Orders.Contracts;

/// <summary>What the next purchase date rests on.</summary>
public enum RhythmBasis
{
    /// <summary>Nothing to go by: too few purchases and no product that runs out.</summary>
    None,

    /// <summary>How long the goods of the last order last.</summary>
    Product,

    /// <summary>The customer's own intervals, three purchases or more.</summary>
    Personal,
}

/// <summary>
/// A customer's buying rhythm from the days on which they bought. Pure: the summary that lists show and the planner's view of
/// an earlier day come from the same lines.
/// </summary>
/// <param name="Purchases">Days with a purchase; two orders of one day count once.</param>
/// <param name="FirstOn">Day number of the first purchase.</param>
/// <param name="LastOn">Day number of the last purchase.</param>
/// <param name="TypicalDays">Typical days between two purchases: the personal rhythm, else the product's, else <see cref="UnknownTypicalDays"/>.</param>
/// <param name="SilentAfterDays">Days without a purchase after which the customer counts as silent.</param>
/// <param name="NextPurchaseOn">Expected day number of the next purchase; null without a basis.</param>
/// <param name="Basis">What that expectation rests on.</param>
public readonly record struct PurchaseRhythm(
    int Purchases, int FirstOn, int LastOn, int TypicalDays, int SilentAfterDays, int? NextPurchaseOn, RhythmBasis Basis)
{
    /// <summary>From so many purchases on, the customer's own intervals take over from the product's cycle.</summary>
    public const int PersonalFrom = 3;

    /// <summary>Nobody is called silent earlier than this.</summary>
    public const int SilentNeverBefore = 45;

    /// <summary>Assumed interval when neither the customer nor the product tells one.</summary>
    public const int UnknownTypicalDays = 60;

    /// <summary>The product's cycle weighs as much as so many of the customer's own intervals.</summary>
    private const double ProductWeight = 1;

    public int SilentOn => LastOn + SilentAfterDays;

    /// <param name="days">Day numbers of the purchases, ascending, each day once; at least one.</param>
    /// <param name="supplyDays">Days that the last order's goods last; 0 when unknown.</param>
    public static PurchaseRhythm From(ReadOnlySpan<int> days, int supplyDays)
    {
        var purchases = days.Length;
        var first = days[0];
        var last = days[^1];
        if (purchases < PersonalFrom)
        {
            var typical = supplyDays > 0 ? supplyDays : UnknownTypicalDays;
            return new PurchaseRhythm(purchases, first, last, typical, Math.Max(SilentNeverBefore, (typical * 3 + 1) / 2),
                supplyDays > 0 ? last + supplyDays : null, supplyDays > 0 ? RhythmBasis.Product : RhythmBasis.None);
        }

        Span<int> intervals = purchases <= 512 ? stackalloc int[purchases - 1] : new int[purchases - 1];
        for (var i = 1; i < purchases; i++) intervals[i - 1] = days[i] - days[i - 1];
        var own = Quantiles.Median(intervals);
        var count = intervals.Length;
        var shrunk = supplyDays > 0 ? (own * count + supplyDays * ProductWeight) / (count + ProductWeight) : own;
        var rhythm = Math.Max(1, (int)Math.Round(shrunk, MidpointRounding.AwayFromZero));
        var silentAfter = Math.Max(SilentNeverBefore, (int)Math.Floor(Quantiles.At(intervals, 0.8)) + 1);
        return new PurchaseRhythm(purchases, first, last, rhythm, silentAfter, last + rhythm, RhythmBasis.Personal);
    }
}
