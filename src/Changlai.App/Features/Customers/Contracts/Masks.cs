using Changlai.App.Features.Customers.Privacy;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Contracts;

/// <summary>Says what somebody does not see of customers, by their role and by what they have asked to see.</summary>
internal sealed class Masks(TimeProvider time)
{
    public Masking Of(DatabaseSession session, Viewer viewer)
    {
        var hidden = MaskRules.Read(session).Of(viewer.Role);
        return hidden.Count == 0 ? Masking.None : new Masking(hidden.ToHashSet(StringComparer.Ordinal), Reveals.Of(session, viewer.StaffId, time.GetUtcNow()));
    }
}
