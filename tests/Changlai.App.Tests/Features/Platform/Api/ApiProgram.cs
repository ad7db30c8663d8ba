using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Changlai.App.Features.Platform.Api.Keys;
using Changlai.App.Tests.Features.Orders.Import.Pages;

namespace Changlai.App.Tests.Features.Platform.Api;

/// <summary>Another program that uses the API with a key.</summary>
internal sealed class ApiProgram : IDisposable
{
    private readonly HttpClient client;

    private ApiProgram(HttpClient client, string secret)
    {
        (this.client, Secret) = (client, secret);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
    }

    public string Secret { get; }

    public static async Task<ApiProgram> OfAsync(ImportSite site, string secret) => new(await site.BrowserAsync(null), secret);

    /// <summary>With a new key of somebody.</summary>
    public static async Task<ApiProgram> OpenAsync(ImportSite site, long staffId, params string[] scopes)
    {
        using var session = site.Database.OpenSession();
        return await OfAsync(site, KeyStore.Make(session, staffId, new NewKey("till", scopes, 30), TimeProvider.System.GetUtcNow()).Secret);
    }

    public async Task<ApiAnswer> CallAsync(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = body as HttpContent ?? JsonContent.Create(body);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return new ApiAnswer(answer.StatusCode, text.Length > 0 && text[0] is '{' or '[' ? JsonSerializer.Deserialize<JsonElement>(text) : default, answer.Headers.ETag?.Tag, answer.Headers);
    }

    /// <summary>The bytes of a file and what they are said to be.</summary>
    public async Task<(HttpStatusCode Status, byte[] Bytes, string? Media, string? ETag, string? Disposition)> DownloadAsync(string path, string? known = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (known is not null) request.Headers.TryAddWithoutValidation("If-None-Match", known);
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(), answer.Content.Headers.ContentType?.MediaType, answer.Headers.ETag?.Tag, answer.Content.Headers.ContentDisposition?.ToString());
    }

    public Task<ApiAnswer> GetAsync(string path, params (string Name, string Value)[] headers) => CallAsync(HttpMethod.Get, path, null, headers);

    public void Dispose() => client.Dispose();
}

internal sealed record ApiAnswer(HttpStatusCode Status, JsonElement Json, string? ETag, HttpResponseHeaders Headers)
{
    public string Text(string property) => Json.GetProperty(property).GetString() ?? "";

    /// <summary>The fields that a refusal names.</summary>
    public string[] Fields => [.. Json.GetProperty("errors").EnumerateObject().Select(error => error.Name)];
}
