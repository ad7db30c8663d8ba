using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.FollowUps.Rules;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.FollowUps.Planning;

/// <summary>
/// Whom the plans are for, where a plan is for a segment. Asked once for all customers of a run, and once for those whose
/// answer has changed merely because days have passed.
/// </summary>
internal sealed class PlanAudiences
{
    private readonly SegmentAudience?[] audiences;

    /// <param name="segments">Needed as soon as some plan has an audience.</param>
    public PlanAudiences(DatabaseSession session, SegmentMembership? segments, ActivePlans plans, DateOnly day)
    {
        if (plans.Audiences.Count > 0 && segments is null) throw new InvalidOperationException("A plan is for a segment, and nobody can say who belongs to it.");
        audiences = [.. plans.Audiences.Select(audience => segments!.Open(session, audience.Id, day))];
    }

    /// <summary>Notes with each customer of the board the audiences they belong to. A segment that cannot be asked any more holds nobody.</summary>
    public void Mark(PlanningBoard board, string? touched)
    {
        for (var i = 0; i < audiences.Length; i++)
        {
            var (bit, at) = (1 << i, 0);
            audiences[i]?.Read(touched, customer =>
            {
                while (at < board.Customers.Count && board.Customers[at].Id < customer) at++;
                if (at < board.Customers.Count && board.Customers[at].Id == customer) board.Customer(at).Audiences |= bit;
            });
        }
    }

    public void AddThoseTurning(DateOnly since, string table)
    {
        foreach (var audience in audiences) audience?.AddThoseTurning(since, table);
    }
}
