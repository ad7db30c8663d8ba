using System.Text.RegularExpressions;
using Changlai.App.Features.Platform.Contracts;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Tests.Shell;

/// <summary>A route with a method, its rule, and addresses for it: of something that is there, and of something that is not.</summary>
internal sealed partial record WalkedRoute(string Method, string Route, Access? Rule)
{
    private const string NoSuchId = "987654321";

    /// <summary>By the word before it and its name: what to put in place of a parameter, and who may see that thing. All stand in the shop's first store.</summary>
    private static readonly Dictionary<string, Place> Places = new(StringComparer.Ordinal)
    {
        ["assets/file"] = new("no-such.css", "no-such.js", _ => true),
        ["customers/id"] = new("1", NoSuchId, OfFirst),
        ["customers/customerId"] = new("1", NoSuchId, OfFirst),
        ["follow-ups/id"] = new("1", NoSuchId, OfFirst),
        ["orders/orderId"] = new("1", NoSuchId, OfFirst),
        ["assets/assetId"] = new("1", NoSuchId, OfFirst),
        ["dates/dateId"] = new("1", NoSuchId, OfFirst),
        ["relations/otherId"] = new("2", NoSuchId, OfFirst),
        ["relations/kind"] = new("family", null, _ => true),
        ["needs/needId"] = new("1", NoSuchId, OfFirst),
        ["duplicates/one"] = new("1", NoSuchId, OfFirst),
        ["duplicates/other"] = new("2", "987654322", OfFirst),
        ["merges/id"] = new("1", NoSuchId, OfFirst),
        // Done by somebody who sees all stores.
        ["handover/id"] = new("1", NoSuchId, person => person.SeesAll),
        ["handovers/id"] = new("1", NoSuchId, person => person.SeesAll),
        ["imports/id"] = new("1", NoSuchId, person => person.SeesAll),
        // Not shared: its maker's alone.
        ["erasures/id"] = new("1", NoSuchId, _ => false),
        ["segments/id"] = new("1", NoSuchId, _ => false),
        // Whoever has to do with the first store has to do with its people, however far they see.
        ["staff/staffId"] = new("3", NoSuchId, person => person.SeesAll || person.Store == 1 || person.Further == 1),
        ["sessions/sessionId"] = new("1", NoSuchId, _ => false),
        ["passkeys/passkeyId"] = new("1", NoSuchId, _ => false),
        ["join/token"] = new("no-such-link", "no-such-link-either", _ => false),
        ["set-up/token"] = new("no-such-link", "no-such-link-either", _ => false),
        ["products/id"] = new("2", NoSuchId, _ => true),
        ["staff/id"] = new("1", NoSuchId, person => person.Role != StaffRole.Staff && (person.SeesAll || person.Store == 1 || person.Further == 1)),
        ["stores/id"] = new("1", NoSuchId, person => person.SeesAll || person.Store == 1 || person.Further == 1),
        ["keys/keyId"] = new("1", NoSuchId, person => person.Role == StaffRole.Admin),
        ["fields/id"] = new("1", NoSuchId, _ => true),
        ["plans/code"] = new("win-back", "no-such-plan", _ => true),
        ["days/dayOffId"] = new("1", NoSuchId, _ => true),
        // The first thing that was done, by somebody of the first store.
        ["audit/id"] = new("1", NoSuchId, person => person.SeesAll || person.Store == 1 || person.Further == 1),
        ["days/day"] = new("2026-11-30", null, _ => true),
    };

    /// <summary>What the rule lets in and the feature does not: products are shared, and where there are several stores no single manager changes them.</summary>
    private static bool IsForHeadOffice(WalkedRoute route) =>
        ProductRoute().IsMatch(route.Route) && (route.Method != "GET" || route.Route.EndsWith("/new", StringComparison.Ordinal));

    /// <summary>A file names everybody's customers: whoever sees only their own imports none.</summary>
    private static bool IsForMoreThanOwn(WalkedRoute route) => route.Route == "/imports/new" || route is { Method: "POST", Route: "/imports" };

    public static IReadOnlyList<WalkedRoute> All(IEnumerable<EndpointDataSource> sources) =>
    [
        .. from route in sources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
           from method in route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
           select new WalkedRoute(method, "/" + route.RoutePattern.RawText!.Trim('/'), route.Metadata.GetMetadata<AccessRule>()?.Access),
    ];

    public bool IsApi => Route.StartsWith("/api/", StringComparison.Ordinal);

    public bool IsForEverybody => Rule == Access.Anonymous;

    public bool HasPlaces => Parameter().IsMatch(Route);

    /// <summary>Where something is, and it is somebody's; fails when nobody told what to put in place of a parameter.</summary>
    public string There => Filled(place => place.There);

    /// <summary>The same for nothing; null where there is no such thing as nothing.</summary>
    public string? Nowhere => PlacesOf().Any(place => place.Missing is not null) ? Filled(place => place.Missing ?? place.There) : null;

    /// <summary>Whether the role may use it at all.</summary>
    public bool Admits(WalkedPerson person) => Rule!.Value.Admits(person.Role);

    public bool Shows(WalkedPerson person) => PlacesOf().All(place => place.IsSeenBy(person)) && (!IsForHeadOffice(this) || person.Role is StaffRole.HeadOffice or StaffRole.Admin)
        && (!IsForMoreThanOwn(this) || person.Said != Reach.Own);

    public override string ToString() => $"{Method} {Route}";

    private static bool OfFirst(WalkedPerson person) => person.SeesFirst;

    private string Filled(Func<Place, string> value) => Parameter().Replace(Route, match => value(PlaceOf(match)));

    private IEnumerable<Place> PlacesOf() => Parameter().Matches(Route).Select(PlaceOf);

    private Place PlaceOf(Match match)
    {
        var before = Route[..match.Index].Split('/', StringSplitOptions.RemoveEmptyEntries).Last(word => !word.StartsWith('{'));
        var key = $"{before}/{match.Groups["name"].Value}";
        return Places.TryGetValue(key, out var place) ? place : throw new InvalidOperationException($"{nameof(WalkedRoute)} does not know what to put in place of {match.Value} after \"{before}\" in {this}: add \"{key}\".");
    }

    [GeneratedRegex(@"\{(?<name>\w+)(:\w+)?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex("^(/api)?/products", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ProductRoute();

    /// <param name="Missing">Null where every value is something.</param>
    private sealed record Place(string There, string? Missing, Func<WalkedPerson, bool> IsSeenBy);
}
