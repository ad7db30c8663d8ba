using Microsoft.AspNetCore.Http;

namespace Changlai.App.Features.Platform.Contracts.Audit;

/// <summary>
/// Writes down what the request being answered does, once, in the first transaction that it commits: a handler cannot forget it, and neither the change nor
/// the entry is there without the other. A handler only adds what nobody else knows: which fields, how many, why.
/// </summary>
internal sealed class AuditPen
{
    private static readonly AsyncLocal<AuditPen?> Held = new();
    private readonly Audited audited;
    private readonly AuditActor actor;
    private readonly TimeProvider time;
    private readonly List<(string Name, string? Value)> details = [];
    private string? subject;
    private long? customerId;
    private long? storeId;
    private bool isDry;

    private AuditPen(Audited audited, AuditActor actor, long? storeId, TimeProvider time) => (this.audited, this.actor, this.storeId, this.time) = (audited, actor, storeId, time);

    /// <summary>The pen of the request being answered; null outside of one, and where nothing is to be written.</summary>
    public static AuditPen? Current => Held.Value;

    /// <summary>What was done; several names of one kind are better given as one list.</summary>
    public void Add(string name, string? value)
    {
        if (value is { Length: > 0 }) details.Add((name, value));
    }

    /// <summary>Names the thing, where the address did not: something new.</summary>
    public void About(string kind, long id) => subject = $"{kind}:{id}";

    /// <summary>The customer concerned, where the address did not say.</summary>
    public void OfCustomer(long id) => customerId = id;

    /// <summary>The store concerned, where it is neither the customer's nor the reader's own.</summary>
    public void OfStore(long? id) => storeId = id;

    /// <summary>Nothing is written: the request had been answered before.</summary>
    public void Drop() => isDry = true;

    /// <summary>Called by the transaction before it is committed.</summary>
    public void Write(DatabaseSession session)
    {
        if (isDry || audited.Action is not { } action) return;
        isDry = true;
        var store = customerId is { } customer && session.Scalar<long>("SELECT coalesce(store_id, 0) FROM customer WHERE customer_id = @id", ("id", customer)) is > 0 and var theirs ? theirs : storeId;
        AuditLog.Record(session, time.GetUtcNow(), actor, action, subject, customerId, store, [.. details]);
    }

    /// <summary>For what is not a change: something was shown or taken out.</summary>
    public void WriteNow(Database database)
    {
        using var session = database.OpenSession();
        session.Begin();
        session.Commit();
    }

    /// <summary>Takes up a pen for the request, and puts it down when it is answered.</summary>
    internal static async Task Hold(HttpContext http, RequestDelegate next, TimeProvider time)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<Audited>() is not { Action: not null } audited)
        {
            await next(http);
            return;
        }
        var isKnown = http.User.Identity?.IsAuthenticated == true;
        var viewer = isKnown ? Viewer.Of(http.User) : null;
        var pen = new AuditPen(audited, viewer is null ? AuditActor.Nobody : AuditActor.Of(http.User), viewer?.StoreId, time);
        if (audited.Subject is { } kind && audited.Parameter is { } parameter && http.Request.RouteValues.TryGetValue(parameter, out var id)) pen.subject = $"{kind}:{id}";
        if (CustomerOf(http) is { } customer) pen.customerId = customer;
        Held.Value = pen;
        try
        {
            await next(http);
        }
        finally
        {
            pen.isDry = true;
            Held.Value = null;
        }
    }

    // What belongs to a customer has the customer in its address.
    private static long? CustomerOf(HttpContext http)
    {
        var values = http.Request.RouteValues;
        var path = http.Request.Path.Value ?? "";
        var value = values.TryGetValue("customerId", out var named) ? named
            : path.StartsWith("/customers/", StringComparison.Ordinal) || path.StartsWith("/api/customers/", StringComparison.Ordinal) ? values.GetValueOrDefault("id") : null;
        return long.TryParse(value?.ToString(), out var id) ? id : null;
    }
}
