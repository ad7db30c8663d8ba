using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Contracts;

/// <summary>
/// An order's number is unique within its source. What people enter here has a source of its own, which no import may take,
/// so that a till's number 7 never overwrites one that was written by hand.
/// </summary>
internal static class OrderSources
{
    public const string ByHand = "by-hand";

    public static readonly Text Reserved = new(
        "“{0}”是手工录入订单专用的来源，请换一个名称。", "“{0}” is the source of orders entered by hand; give another name.");

    public static bool IsReserved(string source) => source.Trim().Equals(ByHand, StringComparison.OrdinalIgnoreCase);
}
