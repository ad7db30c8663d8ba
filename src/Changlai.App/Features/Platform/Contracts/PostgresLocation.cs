using Npgsql;

namespace Changlai.App.Features.Platform.Contracts;

/// <summary>Npgsql wants key=value pairs; people also paste <c>postgres://user:password@host:port/database</c>.</summary>
internal static class PostgresLocation
{
    public static string ToConnectionString(string location)
    {
        if (!location.Contains("://", StringComparison.Ordinal)) return location;
        var uri = new Uri(location);
        var user = uri.UserInfo.Split(':', 2);
        return new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.IsDefaultPort || uri.Port < 0 ? 5432 : uri.Port,
            Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')),
            Username = user[0].Length == 0 ? null : Uri.UnescapeDataString(user[0]),
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
        }.ToString();
    }
}
