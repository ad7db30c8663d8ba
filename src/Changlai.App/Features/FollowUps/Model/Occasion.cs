namespace Changlai.App.Features.FollowUps.Model;

/// <summary>What a follow-up is about, as a text key: <c>order:9312</c>, <c>rhythm:9312</c>, <c>need:12</c>.</summary>
internal readonly record struct Occasion(OccasionKind Kind, long Id)
{
    public override string ToString() => Kind switch
    {
        OccasionKind.Order => $"order:{Id}",
        OccasionKind.Rhythm => $"rhythm:{Id}",
        OccasionKind.Need => $"need:{Id}",
        _ => throw new ArgumentOutOfRangeException(nameof(Kind)),
    };

    public static Occasion? Parse(string key)
    {
        var colon = key.IndexOf(':');
        if (colon < 0 || !long.TryParse(key.AsSpan(colon + 1), out var id)) return null;
        return key.AsSpan(0, colon) switch
        {
            "order" => new Occasion(OccasionKind.Order, id),
            "rhythm" => new Occasion(OccasionKind.Rhythm, id),
            "need" => new Occasion(OccasionKind.Need, id),
            _ => null,
        };
    }
}

internal enum OccasionKind : byte
{
    /// <summary>An order.</summary>
    Order,

    /// <summary>The silence or the rhythm after an order.</summary>
    Rhythm,

    /// <summary>Something the customer asked for.</summary>
    Need,
}
