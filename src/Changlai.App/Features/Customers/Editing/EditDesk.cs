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

    public long? FirstStoreOf(Viewer viewer) => viewer.StoreScope ?? viewer.StoreId ?? stores.Stores().Values.FirstOrDefault()?.Id;

    public string? StoreName(long id) => stores.NameOf(id);

    public string? OwnerName(DatabaseSession session, long id) => session.Scalar<string>("SELECT name FROM staff WHERE id = @id", ("id", id));

    public FormBounds Bounds(DatabaseSession session, Viewer viewer, IReadOnlyList<CustomerField> fields) => new(
        viewer.StoreScope is { } own ? [own] : [.. stores.Stores().Keys], [.. Owners(session, viewer).Select(owner => owner.Id)], fields);

    /// <summary>People of one store give their customers to no other.</summary>
    public CustomerDetails Within(Viewer viewer, CustomerDetails details) => viewer.StoreScope is { } own ? details with { StoreId = own } : details;

    /// <param name="stored">What stands there already is offered too, even where this person could not choose it.</param>
    public EditChoices Choices(DatabaseSession session, Viewer viewer, IReadOnlyList<CustomerField> fields, CustomerDetails? stored)
    {
        var owners = Owners(session, viewer);
        var several = viewer.StoreScope is null && stores.Stores().Count > 1;
        List<Option> offered = [new Option("", ui[EditTexts.Company])];
        if (stored?.OwnerId is { } owner && !owners.Exists(one => one.Id == owner)) offered.Add(new Option(owner.ToString(), OwnerName(session, owner) ?? owner.ToString()));
        offered.AddRange(owners.Select(one => new Option(one.Id.ToString(), several && StoreName(one.StoreId ?? 0) is { } store ? $"{one.Name} · {store}" : one.Name)));
        return new EditChoices(
            viewer.StoreScope is null ? [new Option("", ui[EditTexts.NoneYet]), .. stores.Stores().Values.Select(store => new Option(store.Id.ToString(), store.Name))] : [],
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
        using var rows = session.Read("SELECT id, name, store_id FROM staff WHERE active = @yes ORDER BY store_id, id", ("yes", true));
        while (rows.Next())
            if (viewer.StoreScope is not { } scope || scope == rows.LongOrNull(2)) owners.Add((rows.Long(0), rows.Text(1), rows.LongOrNull(2)));
        return owners;
    }
}
