using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Features.Orders.Import.Pages;

namespace Changlai.App.Tests.Shell;

/// <summary>Somebody who tries every route of a shop whose things all belong to its first store.</summary>
/// <param name="Name">They sign in by it; null for nobody.</param>
/// <param name="Said">How far they see, where it is not as usual for the role.</param>
/// <param name="SeesFirst">Whether the first store's customers are theirs to see.</param>
internal sealed record WalkedPerson(string? Name, StaffRole Role, long? Store, Reach? Said, bool SeesFirst)
{
    public static readonly WalkedPerson Nobody = new(null, StaffRole.Staff, null, null, SeesFirst: false);

    public static readonly IReadOnlyList<WalkedPerson> All =
    [
        Nobody,
        new("staff-own", StaffRole.Staff, 1, Reach.Own, SeesFirst: false),
        new("staff-second", StaffRole.Staff, 2, null, SeesFirst: false),
        new("manager-own", StaffRole.Manager, 1, Reach.Own, SeesFirst: false),
        new("manager-second", StaffRole.Manager, 2, null, SeesFirst: false),
        new("manager-two", StaffRole.Manager, 2, null, SeesFirst: false) { Further = 3 },
        new("auditor-second", StaffRole.Auditor, 2, null, SeesFirst: false),
        new("staff-first", StaffRole.Staff, 1, null, SeesFirst: true),
        new("manager-first", StaffRole.Manager, 1, null, SeesFirst: true),
        new("manager-both", StaffRole.Manager, 2, null, SeesFirst: true) { Further = 1 },
        new("auditor", StaffRole.Auditor, null, null, SeesFirst: true),
        new("head", StaffRole.HeadOffice, null, null, SeesFirst: true),
        new("admin", StaffRole.Admin, null, null, SeesFirst: true),
    ];

    public long? Further { get; init; }

    public bool SeesAll => Role is StaffRole.HeadOffice or StaffRole.Admin || Role == StaffRole.Auditor && Store is null;

    public static void AddAll(DatabaseSession session)
    {
        session.Execute("INSERT INTO store (id, name, time_zone, currency, closed_weekdays) VALUES (3, '三店', 'Asia/Shanghai', 'CNY', 0)");
        session.ReserveIds("store", 1);
        foreach (var (index, person) in All.Skip(1).Index())
        {
            var id = 101 + index;
            ImportSite.AddStaff(session, id, person.Name!, person.Role.Code(), person.Store);
            if (person.Said is { } reach) session.Execute("UPDATE staff SET scope = @scope WHERE id = @id", ("scope", reach.Code()), ("id", id));
            if (person.Further is { } further) session.Execute("INSERT INTO staff_store (staff_id, store_id) VALUES (@id, @store)", ("id", id), ("store", further));
        }
    }

    public override string ToString() => Name ?? "nobody";
}
