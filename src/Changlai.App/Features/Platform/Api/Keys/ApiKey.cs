namespace Changlai.App.Features.Platform.Api.Keys;

/// <summary>A key as lists show it; the key itself is nowhere.</summary>
/// <param name="Prefix">Its first letters.</param>
public sealed record ApiKey(
    long Id, long StaffId, string Owner, string Name, string Prefix, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt)
{
    public bool Works(DateTimeOffset now) => RevokedAt is null && ExpiresAt > now;
}
