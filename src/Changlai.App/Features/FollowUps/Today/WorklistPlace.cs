using Changlai.App.Features.FollowUps.Contracts;
using Microsoft.AspNetCore.WebUtilities;

namespace Changlai.App.Features.FollowUps.Today;

/// <summary>Addresses within the worklist; whose list it is and where it stands travel along.</summary>
public sealed record WorklistPlace(WorklistScope Scope, WorklistMark? After)
{
    public string List => Address("/today", null);

    public string Page(WorklistMark? after) => (this with { After = after }).List;

    public string Open(FollowUpView entry) => Address("/today", $"{entry.CustomerId}-{entry.Id}");

    public string OutcomeOf(FollowUpView entry) => $"{FollowUpLinks.Outcome(entry)}{Address("", null, ("from", "today"))}";

    private string Address(string path, string? open, params (string Key, string? Value)[] more)
    {
        (string Key, string? Value)[] query =
            [.. more, ("staff", Scope.StaffValue), ("store", Scope.Kind == WorklistKind.Mine ? null : Scope.StoreId?.ToString()), ("after", After?.ToString()), ("open", open)];
        return QueryHelpers.AddQueryString(path, query.Where(part => part.Value is not null).Select(part => KeyValuePair.Create(part.Key, part.Value)));
    }
}

internal static class FollowUpLinks
{
    public static string Page(FollowUpView entry) => $"/customers/{entry.CustomerId}/follow-ups/{entry.Id}";

    public static string Outcome(FollowUpView entry) => $"{Page(entry)}/outcome";

    /// <summary>Reads <c>open=7-12</c>: the customer and the follow-up.</summary>
    public static (long CustomerId, long Id)? Parse(string? open) =>
        open?.Split('-') is [var customer, var id] && long.TryParse(customer, out var c) && long.TryParse(id, out var i) ? (c, i) : null;
}
