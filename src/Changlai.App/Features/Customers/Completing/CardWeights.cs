using System.Text.Json;
using Changlai.App.Features.Customers.Rules;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Completing;

/// <summary>What each thing weighs in the score, as the organisation sees it.</summary>
internal sealed record CardWeights(IReadOnlyDictionary<string, int> Changed)
{
    public const int Heaviest = 100;
    private const string Setting = "card-weights";

    public int Of(CardItem item) => Changed.TryGetValue(item.Code, out var weight) ? weight : item.Weight;

    public static CardWeights Read(DatabaseSession session) => new(
        session.Scalar<string>("SELECT value FROM setting WHERE key = @key", ("key", Setting)) is { } stored
            ? JsonSerializer.Deserialize<Dictionary<string, int>>(stored) ?? []
            : []);

    public void Write(DatabaseSession session) => session.Execute(
        "INSERT INTO setting (key, value) VALUES (@key, @value) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        ("key", Setting), ("value", JsonSerializer.Serialize(Changed)));
}
