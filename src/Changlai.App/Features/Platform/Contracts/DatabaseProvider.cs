namespace Changlai.App.Features.Platform.Contracts;

public enum DatabaseProvider
{
    Sqlite,
    PostgreSql,
}
