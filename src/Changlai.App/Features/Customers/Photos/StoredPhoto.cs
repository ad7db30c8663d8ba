using Changlai.App.Features.Customers.Rules.Photos;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Photos;

/// <summary>The one photo of a customer, as it is stored.</summary>
internal sealed record StoredPhoto(long Version, string MediaType, byte[] Bytes)
{
    public static StoredPhoto? Read(DatabaseSession session, long customerId)
    {
        using var rows = session.Read("SELECT version, media_type, content FROM customer_photo WHERE customer_id = @id", ("id", customerId));
        return rows.Next() ? new StoredPhoto(rows.Long(0), rows.Text(1), Convert.FromBase64String(rows.Text(2))) : null;
    }

    /// <summary>Begins to change it: nobody else does until the transaction ends.</summary>
    public static StoredPhoto? Open(DatabaseSession session, long customerId)
    {
        Lock(session, customerId);
        return Read(session, customerId);
    }

    /// <summary>In place of the one there was, inside the caller's transaction.</summary>
    public static void Put(DatabaseSession session, long customerId, PhotoFile photo, long staffId, DateTimeOffset at)
    {
        Lock(session, customerId);
        session.Execute("""
            INSERT INTO customer_photo (customer_id, version, media_type, width, height, content, added_at, added_by)
            VALUES (@id, @version, @type, @width, @height, @content, @at, @by)
            ON CONFLICT (customer_id) DO UPDATE SET version = excluded.version, media_type = excluded.media_type, width = excluded.width, height = excluded.height,
                content = excluded.content, added_at = excluded.added_at, added_by = excluded.added_by
            """, ("id", customerId), ("version", session.ReserveIds("customer_photo", 1)), ("type", photo.MediaType), ("width", photo.Width), ("height", photo.Height),
            ("content", Convert.ToBase64String(photo.Bytes)), ("at", at), ("by", staffId));
    }

    public static void Remove(DatabaseSession session, long customerId)
    {
        Lock(session, customerId);
        session.Execute("DELETE FROM customer_photo WHERE customer_id = @id", ("id", customerId));
    }

    private static void Lock(DatabaseSession session, long customerId) => session.LockInTransaction($"photo/{customerId}");

    /// <summary>Of two customers who are one only one photo can stay.</summary>
    /// <param name="kept">Whose photo it is, where both have one.</param>
    public static void KeepOne(DatabaseSession session, long kept, long other) => session.Execute("""
        DELETE FROM customer_photo WHERE customer_id = @other AND EXISTS (SELECT 1 FROM customer_photo k WHERE k.customer_id = @kept)
        """, ("kept", kept), ("other", other));
}
