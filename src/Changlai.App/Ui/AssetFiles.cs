using System.Collections.Frozen;
using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Ui;

/// <summary>
/// Styles and scripts, compressed when they were built and carried inside the program. Their names contain a hash of
/// their content, so browsers keep them for good.
/// </summary>
public static class AssetFiles
{
    private const string Prefix = "assets/";

    private static readonly FrozenDictionary<string, string> Names = ReadManifests();
    private static readonly FrozenDictionary<string, Asset> Files =
        Names.Values.ToFrozenDictionary(file => file, file => new Asset(Read($"{file}.br"), Read($"{file}.gz"), ContentType(file)), StringComparer.Ordinal);

    /// <summary>The address of an asset by its plain name, such as <c>changlai.css</c>.</summary>
    public static string Url(string name) => $"/assets/{Names[name]}";

    internal static IEndpointConventionBuilder MapAssets(this IEndpointRouteBuilder app) =>
        app.MapGet("/assets/{file}", Send).AllowAnonymous();

    /// <summary>Opens something the build made that is not served, such as a table.</summary>
    internal static Stream Open(string name) =>
        typeof(AssetFiles).Assembly.GetManifestResourceStream(Prefix + name)
        ?? throw new InvalidOperationException($"The build has left out the asset {name}.");

    private static async Task Send(HttpContext http, string file)
    {
        if (!Files.TryGetValue(file, out var asset))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var response = http.Response;
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.Vary = "Accept-Encoding";
        response.ContentType = asset.ContentType;
        var accepted = http.Request.Headers.AcceptEncoding.ToString();
        var (bytes, encoding) =
            accepted.Contains("br", StringComparison.OrdinalIgnoreCase) ? (asset.Brotli, "br")
            : accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? (asset.Gzip, "gzip")
            : (Decompress(asset.Gzip), "");
        if (encoding.Length > 0) response.Headers.ContentEncoding = encoding;
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    private static FrozenDictionary<string, string> ReadManifests() =>
        new[] { "styles.manifest", "scripts.manifest" }
            .SelectMany(manifest => System.Text.Encoding.UTF8.GetString(Read(manifest)).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            .Select(line => line.Split(' '))
            .ToFrozenDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

    private static byte[] Read(string name)
    {
        using var stream = Open(name);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static byte[] Decompress(byte[] gzip)
    {
        using var stream = new GZipStream(new MemoryStream(gzip), CompressionMode.Decompress);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static string ContentType(string file) => Path.GetExtension(file) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new InvalidOperationException($"No content type is known for {other}."),
    };

    private sealed record Asset(byte[] Brotli, byte[] Gzip, string ContentType);
}
