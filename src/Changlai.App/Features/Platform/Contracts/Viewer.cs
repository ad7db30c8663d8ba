using System.Security.Claims;

namespace Changlai.App.Features.Platform.Contracts;

/// <summary>Who is asking. What they may do is decided by <see cref="Role"/>, what they may see in the query, by <see cref="Scope"/>.</summary>
/// <param name="StoreId">The store they belong to; null for those of the head office.</param>
internal sealed record Viewer(long StaffId, string Name, StaffRole Role, long? StoreId)
{
    public const string RoleClaim = "role";
    public const string StoreClaim = "store";
    public const string FurtherStoreClaim = "further-store";
    public const string ReachClaim = "reach";
    public const string StampClaim = "stamp";

    public Reach Reach { get; init; } = Reaches.Usual(Role, StoreId);

    /// <summary>Stores they work for beside their own.</summary>
    public IReadOnlyList<long> FurtherStores { get; init; } = [];

    /// <summary>Whose customers they may see.</summary>
    public CustomerScope Scope => Reach switch
    {
        Reach.Own => CustomerScope.OfOwner(StaffId),
        Reach.Stores => InStores,
        Reach.All => CustomerScope.All,
        _ => throw new InvalidOperationException("Unknown reach."),
    };

    /// <summary>Which stores, and whose people, they have to do with: what a form offers them. Who sees only their own customers still works in a store.</summary>
    public CustomerScope InStores => Reach == Reach.All || Reach == Reach.Own && StoreId is null && FurtherStores.Count == 0 ? CustomerScope.All
        : CustomerScope.OfStores(StoreId is { } own ? FurtherStores.Prepend(own) : FurtherStores);

    /// <summary>Whether they look at the work of others.</summary>
    public bool IsManager => this.May(Access.Oversee);

    /// <summary>A store that an address asks for, where there are several to choose from; null otherwise: an address cannot widen what somebody sees.</summary>
    public long? Chosen(long? store) => InStores is var mine && (mine.IsAll || mine.Stores.Count > 1) && mine.Includes(store, null) && Reach != Reach.Own ? store : null;

    /// <summary>Their scope, narrowed to a store that an address asks for.</summary>
    public CustomerScope ScopeIn(long? store) => Chosen(store) is { } one ? CustomerScope.OfStores(one) : Scope;

    public static Viewer Of(ClaimsPrincipal user)
    {
        var viewer = new Viewer(
            long.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!),
            user.Identity?.Name ?? "",
            StaffRoles.Parse(user.FindFirstValue(RoleClaim) ?? ""),
            user.FindFirstValue(StoreClaim) is { } store ? long.Parse(store) : null);
        if (user.FindFirstValue(ReachClaim) is { } reach) viewer = viewer with { Reach = Reaches.Parse(reach) };
        return user.HasClaim(claim => claim.Type == FurtherStoreClaim) ? viewer with { FurtherStores = [.. user.FindAll(FurtherStoreClaim).Select(claim => long.Parse(claim.Value))] } : viewer;
    }

    /// <summary>What <see cref="Of"/> reads again.</summary>
    public IEnumerable<Claim> Claims =>
    [
        new(ClaimTypes.NameIdentifier, StaffId.ToString()),
        new(ClaimTypes.Name, Name),
        new(RoleClaim, Role.Code()),
        new(ReachClaim, Reach.Code()),
        .. StoreId is { } store ? [new Claim(StoreClaim, store.ToString())] : Array.Empty<Claim>(),
        .. FurtherStores.Select(further => new Claim(FurtherStoreClaim, further.ToString())),
    ];
}
