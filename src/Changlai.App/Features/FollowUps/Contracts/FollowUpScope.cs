using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.FollowUps.Contracts;

/// <summary>
/// A scope as a condition on follow-ups, which know their store themselves. Of an owner they are those of the owner's
/// customers and those that were given to the owner.
/// </summary>
internal static class FollowUpScope
{
    /// <param name="alias">Of the table follow_up; the value is <c>@scope</c>.</param>
    public static string Where(CustomerScope scope, string alias = "f") => scope.Owner is null
        ? scope.Where(alias)
        : $"({alias}.assignee_id = @scope OR {OfOwner(alias)})";

    public static string And(CustomerScope scope, string alias = "f") => scope.IsAll ? "" : $" AND {Where(scope, alias)}";

    /// <summary>Within the scope, or given to <c>@me</c> whoever the customer is.</summary>
    public static string OrMine(CustomerScope scope, string alias = "f") => scope.IsAll ? "true" : $"({Where(scope, alias)} OR {alias}.assignee_id = @me)";

    /// <summary>Of the owner's customers.</summary>
    public static string OfOwner(string alias = "f") => $"{alias}.customer_id IN (SELECT mine.customer_id FROM customer mine WHERE mine.owner_id = @scope)";
}
