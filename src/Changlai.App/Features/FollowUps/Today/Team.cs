using Changlai.App.Features.FollowUps.Contracts;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.FollowUps.Today;

/// <summary>How the work of a store, or of all, stands today, person by person, and what nobody has time for.</summary>
/// <param name="Next">The person after whom the next page begins; null on the last.</param>
/// <param name="IsLater">The page does not begin with the first person.</param>
public sealed record Team(DateOnly Today, IReadOnlyList<TeamMember> Members, long? Next, bool IsLater, IReadOnlyList<WaitingFollowUp> Waiting)
{
    /// <summary>The reach rate looks back so many days: one day's calls are too few to say anything.</summary>
    public const int ReachDays = 7;

    private const int MostWaiting = 50;
    private const int PageSize = 30;

    /// <param name="viewer">Who asks: of whoever sees only their own customers, nobody else's work is shown.</param>
    /// <param name="after">The last person of the page before.</param>
    internal static Team Read(DatabaseSession session, Viewer viewer, DateOnly today, long? after = null)
    {
        // The page is taken first, so that only its people's work is counted.
        var later = after is null ? "" : "AND (coalesce(s.store_id, 0), s.name, s.id) > (SELECT coalesce(b.store_id, 0), b.name, b.id FROM staff b WHERE b.id = @after)";
        var places = viewer.InStores;
        var whose = viewer.Reach == Reach.Own ? " AND s.id = @me" : places.And("s");
        var members = new List<TeamMember>();
        using (var rows = session.Read($"""
            SELECT s.id, s.name, t.name, s.daily_capacity,
                (SELECT count(*) FROM follow_up f WHERE f.state = 'planned' AND f.assignee_id = s.id AND f.due_on <= @today),
                (SELECT count(*) FROM follow_up f WHERE f.state = 'planned' AND f.assignee_id = s.id AND f.due_on < @today),
                (SELECT count(*) FROM interaction i WHERE i.day = @today AND i.staff_id = s.id),
                coalesce(c.tries, 0), coalesce(c.spoken, 0)
            FROM (SELECT s.id, s.name, s.store_id, s.daily_capacity FROM staff s WHERE s.active = @yes{whose} {later}
                ORDER BY coalesce(s.store_id, 0), s.name, s.id LIMIT {PageSize + 1}) s
            LEFT JOIN store t ON t.id = s.store_id
            LEFT JOIN (SELECT staff_id, count(*) AS tries, sum(CASE WHEN outcome IN ('no-answer', 'wrong-number') THEN 0 ELSE 1 END) AS spoken
                FROM interaction WHERE day > @since AND day <= @today GROUP BY staff_id) c ON c.staff_id = s.id
            ORDER BY coalesce(s.store_id, 0), s.name, s.id
            """, [("today", today), ("since", today.AddDays(-ReachDays)), ("yes", true), ("me", viewer.StaffId), ("after", after), .. places.Values]))
            while (rows.Next())
                members.Add(new TeamMember(rows.Long(0), rows.Text(1), rows.TextOrNull(2), rows.Int(3), rows.Long(4), rows.Long(5), rows.Long(6), rows.Long(7), rows.Long(8)));
        var more = members.Count > PageSize;
        if (more) members.RemoveAt(PageSize);
        return new Team(today, members, more ? members[^1].Id : null, after is not null, WaitingFollowUps.Strongest(session, today, MostWaiting, viewer.Scope));
    }
}

/// <param name="Capacity">Contacts a day.</param>
/// <param name="Tries">Outcomes recorded in the last days, and in how many of them the customer was spoken to.</param>
public sealed record TeamMember(long Id, string Name, string? Store, int Capacity, long Left, long Late, long DoneToday, long Tries, long Spoken);
