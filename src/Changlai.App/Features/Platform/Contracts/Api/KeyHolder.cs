using System.Security.Claims;

namespace Changlai.App.Features.Platform.Contracts.Api;

/// <summary>A program that came with a key.</summary>
/// <param name="Name">What the owner called the key.</param>
internal sealed record KeyHolder(long KeyId, string Name, IReadOnlyList<string> Scopes)
{
    private const string KeyClaim = "key";
    private const string KeyNameClaim = "key-name";
    private const string ScopeClaim = "key-scope";

    /// <returns>Null for a person who signed in.</returns>
    public static KeyHolder? Of(ClaimsPrincipal user) => user.FindFirstValue(KeyClaim) is { } id
        ? new KeyHolder(long.Parse(id), user.FindFirstValue(KeyNameClaim) ?? "", [.. user.FindAll(ScopeClaim).Select(claim => claim.Value)])
        : null;

    /// <summary>What <see cref="Of"/> reads again.</summary>
    public IEnumerable<Claim> Claims => [new(KeyClaim, KeyId.ToString()), new(KeyNameClaim, Name), .. Scopes.Select(scope => new Claim(ScopeClaim, scope))];
}
