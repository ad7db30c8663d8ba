using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Platform.Storage;

/// <summary>PostgreSQL keeps no NUL in a text: it is left out on both, in one row as in many.</summary>
public sealed class StoredTextTests
{
    [Theory, OnBothDatabases]
    public async Task A_NUL_in_a_text_is_left_out_and_breaks_nothing(DatabaseKind kind)
    {
        await using var files = await TestDatabase.CreateAsync(kind);
        using var database = new Database(files.Connection);
        using var session = database.OpenSession();
        session.Execute("INSERT INTO setting (key, value) VALUES (@key, @value)", ("key", "k"), ("value", "a\0b"));
        session.Scalar<string>("SELECT value FROM setting WHERE key = @key", ("key", "k\0")).ShouldBe("ab");
    }
}
