using Changlai.App.Features.FollowUps.Model;

namespace Changlai.App.Features.FollowUps.Rules;

/// <summary>Why there is a follow-up at all, in the compact form that is stored: trigger, its day, the order or need it goes back to.</summary>
internal readonly record struct OccasionReason(Trigger Trigger, DateOnly AnchorOn, OccasionKind Kind, long OrderId)
{
    public static string Stored(Trigger trigger, Occasion occasion, int anchorOn) =>
        $"{Code(trigger)}|{DateOnly.FromDayNumber(anchorOn):yyyy-MM-dd}|{Code(occasion.Kind)}|{occasion.Id}";

    public static OccasionReason Parse(string stored)
    {
        var parts = stored.Split('|');
        var trigger = parts[0] switch
        {
            "order" => Trigger.OrderPlaced,
            "next-purchase" => Trigger.NextPurchaseNear,
            "need" => Trigger.NeedMet,
            _ => Trigger.Silent,
        };
        return new OccasionReason(trigger, DateOnly.ParseExact(parts[1], "yyyy-MM-dd"),
            parts[2] switch { "order" => OccasionKind.Order, "need" => OccasionKind.Need, _ => OccasionKind.Rhythm }, long.Parse(parts[3]));
    }

    private static string Code(OccasionKind kind) => kind switch
    {
        OccasionKind.Order => "order",
        OccasionKind.Rhythm => "rhythm",
        OccasionKind.Need => "need",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string Code(Trigger trigger) => trigger switch
    {
        Trigger.OrderPlaced => "order",
        Trigger.NextPurchaseNear => "next-purchase",
        Trigger.Silent => "silent",
        Trigger.NeedMet => "need",
        _ => throw new ArgumentOutOfRangeException(nameof(trigger)),
    };
}
