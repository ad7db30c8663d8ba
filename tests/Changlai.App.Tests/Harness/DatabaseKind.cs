namespace Changlai.App.Tests.Harness;

/// <summary>The databases the product runs on. Public because test methods take it.</summary>
public enum DatabaseKind
{
    Sqlite,
    PostgreSql,
}
