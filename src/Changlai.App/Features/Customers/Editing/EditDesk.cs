using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Rules;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Ui;

namespace Changlai.App.Features.Customers.Editing;

/// <summary>What a card's form offers a person, and what it takes from them.</summary>
internal sealed class EditDesk(StoreDirectory stores, UiContext ui)
{
    /// <summary>Provinces and cities are offered to choose from; what lies deeper comes from the address.</summary>
    private const int DeepestOffered = 2;
    private const int MostOffered = 400;

    public long? FirstStoreOf(Viewer viewer) => viewer.StoreId ?? (stores.Of(viewer) is [var first, ..] ? first.Id : null);

    public string? StoreName(long id) => stores.NameOf(id);

    public string? OwnerName(DatabaseSession session, long id) => session.Scalar<string>("SELECT name FROM staff WHERE id = @id", ("id", id));

    public FormBounds Bounds(DatabaseSession session, Viewer viewer, IReadOnlyList<CustomerField> fields) => new(
        [.. stores.Of(viewer).Select(store => store.Id)], [.. Owners(session, viewer).Select(owner => owner.Id)], fields);

    /// <summary>Nobody puts a customer out of their own sight: people of one store give theirs to no other, those who see only their own keep them.</summary>
    public CustomerDetails Within(Viewer viewer, CustomerDetails details, CustomerDetails? stored = null) => viewer.Reach switch
    {
        Reach.Own => details with { OwnerId = viewer.StaffId, StoreId = details.StoreId ?? stored?.StoreId ?? FirstStoreOf(viewer) },
        Reach.Stores when viewer.Scope.OneStore is { } only => details with { StoreId = only },
        Reach.Stores => details with { StoreId = details.StoreId ?? stored?.StoreId ?? FirstStoreOf(viewer) },
        _ => details,
    };

    /// <param name="stored">What stands there already is offered too, even where this person could not choose it.</param>
    public EditChoices Choices(DatabaseSession session, Viewer viewer, IReadOnlyList<CustomerField> fields, CustomerDetails? stored)
    {
        var owners = Owners(session, viewer);
        var places = stores.Of(viewer);
        var several = places.Count > 1;
        List<Option> offered = viewer.Reach == Reach.Own ? [] : [new Option("", ui[EditTexts.Company])];
        if (stored?.OwnerId is { } owner && !owners.Exists(one => one.Id == owner)) offered.Add(new Option(owner.ToString(), OwnerName(session, owner) ?? owner.ToString()));
        offered.AddRange(owners.Select(one => new Option(one.Id.ToString(), several && StoreName(one.StoreId ?? 0) is { } store ? $"{one.Name} · {store}" : one.Name)));
        return new EditChoices(
            [.. viewer.InStores.IsAll ? [new Option("", ui[EditTexts.NoneYet])] : Array.Empty<Option>(), .. several || viewer.InStores.IsAll ? places.Select(store => new Option(store.Id.ToString(), store.Name)) : []],
            offered, RegionsOffered(session, stored?.ChosenRegion), Cities(session), Tags.Known(session, Tags.Tag), [.. fields.Where(field => !field.IsRetired)]);
    }

    private List<Option> RegionsOffered(DatabaseSession session, string? chosen)
    {
        var paths = new HashSet<string>(StringComparer.Ordinal) { Regions.Home, Regions.Abroad };
        using (var rows = session.Read(
            $"SELECT path FROM region WHERE length(path) - length(replace(path, '/', '')) <= {DeepestOffered} ORDER BY path LIMIT {MostOffered}"))
            while (rows.Next()) paths.Add(rows.Text(0));
        if (chosen is not null) paths.Add(chosen);
        return [new Option("", ui[EditTexts.FromAddress]), .. paths.Order(StringComparer.Ordinal).Select(path => new Option(path, RegionName(path)))];
    }

    private string RegionName(string path) => string.Join(" › ", new[] { ui[path.StartsWith(Regions.Abroad, StringComparison.Ordinal) ? EditTexts.Abroad : EditTexts.Home] }.Concat(Regions.Names(path)));

    private static List<string> Cities(DatabaseSession session)
    {
        var names = new List<string>();
        using var rows = session.Read($"SELECT DISTINCT name FROM region WHERE length(path) - length(replace(path, '/', '')) = {DeepestOffered} ORDER BY name LIMIT {MostOffered}");
        while (rows.Next()) names.Add(rows.Text(0));
        return names;
    }

    private static List<(long Id, string Name, long? StoreId)> Owners(DatabaseSession session, Viewer viewer)
    {
        var owners = new List<(long, string, long?)>();
        var mine = viewer.Reach == Reach.Own ? " AND s.id = @me" : viewer.InStores.And("s");
        using var rows = session.Read($"SELECT s.id, s.name, s.store_id FROM staff s WHERE s.active = @yes{mine} ORDER BY s.store_id, s.id", [("yes", true), ("me", viewer.StaffId), .. viewer.InStores.Values]);
        while (rows.Next()) owners.Add((rows.Long(0), rows.Text(1), rows.LongOrNull(2)));
        return owners;
    }
}
