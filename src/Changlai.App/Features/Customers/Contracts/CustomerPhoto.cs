using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Contracts;

/// <summary>That there is a photo of a customer, and where it is to be had.</summary>
/// <param name="Version">Never given to another photo: the address of one always shows the same.</param>
public sealed record CustomerPhoto(long CustomerId, long Version, int Width, int Height)
{
    public string Href => $"/customers/{CustomerId}/photo?v={Version}";

    /// <summary>Null when there is none.</summary>
    internal static CustomerPhoto? Find(DatabaseSession session, long customerId)
    {
        using var rows = session.Read("SELECT version, width, height FROM customer_photo WHERE customer_id = @id", ("id", customerId));
        return rows.Next() ? new CustomerPhoto(customerId, rows.Long(0), rows.Int(1), rows.Int(2)) : null;
    }
}
