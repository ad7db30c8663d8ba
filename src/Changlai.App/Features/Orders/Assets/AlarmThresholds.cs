using System.Globalization;
using Changlai.App.Features.Orders.Rules;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Orders.Assets;

/// <summary>How often the same fault may come before it is an alarm: one for all stores, and a store's own where its manager set one.</summary>
internal sealed class AlarmThresholds
{
    private const string Key = "repair-alarm";
    private readonly Dictionary<string, AlarmThreshold> known = new(StringComparer.Ordinal);

    public static AlarmThresholds Read(DatabaseSession session)
    {
        var thresholds = new AlarmThresholds();
        using var rows = session.Read("SELECT key, value FROM setting WHERE key = @key OR key LIKE @keys", ("key", Key), ("keys", Key + ":%"));
        while (rows.Next())
            if (rows.Text(1).Split('/') is [var times, var days] && int.TryParse(times, out var count) && int.TryParse(days, out var within)
                && new AlarmThreshold(count, within) is { IsPossible: true } threshold)
                thresholds.known[rows.Text(0)] = threshold;
        return thresholds;
    }

    public AlarmThreshold Of(long? storeId) => known.TryGetValue(KeyOf(storeId), out var own) ? own : known.TryGetValue(Key, out var all) ? all : AlarmThreshold.Usual;

    /// <param name="storeId">Null for all stores that have none of their own.</param>
    public static void Set(DatabaseSession session, long? storeId, AlarmThreshold threshold) => session.Execute(
        "INSERT INTO setting (key, value) VALUES (@key, @value) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        ("key", KeyOf(storeId)), ("value", string.Create(CultureInfo.InvariantCulture, $"{threshold.Times}/{threshold.Days}")));

    private static string KeyOf(long? storeId) => storeId is { } id ? string.Create(CultureInfo.InvariantCulture, $"{Key}:{id}") : Key;
}
