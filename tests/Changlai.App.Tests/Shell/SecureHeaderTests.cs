using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Shell;

/// <summary>What every answer tells the browser.</summary>
public sealed class SecureHeaderTests
{
    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/today")]
    [InlineData("/customers")]
    [InlineData("/no-such-page")]
    [InlineData("/api/today")]
    public async Task Every_answer_keeps_foreign_script_out_and_itself_out_of_caches(string path)
    {
        await using var site = await ImportSite.OpenAsync(DatabaseKind.Sqlite);
        using var answer = await site.FetchAsync(path);
        string Header(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";

        Header("Content-Security-Policy").ShouldContain("default-src 'self'");
        Header("Content-Security-Policy").ShouldNotContain("unsafe");
        Header("X-Content-Type-Options").ShouldBe("nosniff");
        Header("Referrer-Policy").ShouldBe("same-origin");
        Header("Cross-Origin-Opener-Policy").ShouldBe("same-origin");
        Header("Permissions-Policy").ShouldContain("geolocation=()");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        Header("Server").ShouldBeEmpty();
    }
}
