using System.Globalization;

namespace Changlai.App.Features.Platform.Audit;

/// <summary>A place in the chain and its hash, to be kept where nobody who can write to the database can write.</summary>
internal sealed record AuditHead(long Position, string Hash)
{
    public static AuditHead? Parse(string text) =>
        text.Trim().Split(':') is [var position, var hash] && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            && hash.Length == 64 && hash.All(char.IsAsciiHexDigit)
            ? new AuditHead(place, hash.ToLowerInvariant())
            : null;

    public override string ToString() => $"{Position}:{Hash}";
}
