using System.Text.Json;
using Changlai.App.Features.Customers.Rules;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Features.Platform.Contracts.Audit;

namespace Changlai.App.Features.Customers.Completing;

/// <summary>What each thing weighs in the score, as the organisation sees it.</summary>
internal sealed record CardWeights(IReadOnlyDictionary<string, int> Changed)
{
    public const int Heaviest = 100;
    private const string Setting = "card-weights";

    public int Of(CardItem item) => Changed.TryGetValue(item.Code, out var weight) ? weight : item.Weight;

    /// <summary>What is stored, in a few letters: two versions of it are told apart by this.</summary>
    public string Version => ETags.Fingerprint([.. CardItem.All.Select(item => (object?)Of(item))]);

    public bool IsSame(CardWeights other) => CardItem.All.All(item => Of(item) == other.Of(item));

    /// <summary>Begins to change them: nobody else does until the transaction ends.</summary>
    public static CardWeights Open(DatabaseSession session)
    {
        session.Begin();
        session.LockInTransaction(Setting);
        return Read(session);
    }

    public static CardWeights Read(DatabaseSession session) => new(
        session.Scalar<string>("SELECT value FROM setting WHERE key = @key", ("key", Setting)) is { } stored
            ? JsonSerializer.Deserialize<Dictionary<string, int>>(stored) ?? []
            : []);

    /// <summary>Stores them in place of others, and ends the transaction.</summary>
    public void Replace(DatabaseSession session, CardWeights before)
    {
        Write(session);
        AuditPen.Current?.Add("fields", string.Join(", ", CardItem.All.Where(item => Of(item) != before.Of(item)).Select(item => item.Code)));
        session.Commit();
    }

    public void Write(DatabaseSession session) => session.Execute(
        "INSERT INTO setting (key, value) VALUES (@key, @value) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        ("key", Setting), ("value", JsonSerializer.Serialize(Changed)));
}
