using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Contracts;

/// <summary>
/// Every refusal and every consent with its time, source and wording. Rows are only added: what holds now stands on the
/// customer, how it came about stands here.
/// </summary>
internal static class ConsentEvents
{
    public const string Refused = "refused";
    public const string Allowed = "allowed";
    public const string DoNotContact = "do-not-contact";
    public const string MayContact = "may-contact";
    public const string Consented = "consented";
    public const string Withdrawn = "withdrawn";

    public static void Add(DatabaseSession session, long customerId, string kind, ContactChannel? channel, string source, string wording, long? staffId, DateTimeOffset at) =>
        session.Execute("""
            INSERT INTO consent_event (customer_id, id, at, kind, channel, source, wording, staff_id) VALUES (@customer, @id, @at, @kind, @channel, @source, @wording, @staff)
            """, ("customer", customerId), ("id", session.ReserveIds("consent_event", 1)), ("at", at), ("kind", kind), ("channel", channel?.Code), ("source", source),
            ("wording", wording), ("staff", staffId));
}
