using System.Text;
using Changlai.App.Features.Platform.Imports.Runs;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Changlai.App.Features.Platform.Imports.Pages;

/// <summary>
/// Takes an upload as it streams in: the file goes straight to disk, and no byte of it before the form has proved that it
/// came from us. The usual form binding would write it twice and could not say that it is too large.
/// </summary>
internal sealed class Upload : IDisposable
{
    private const int LongestField = 4096;
    private const int LongestFileName = 200;
    private const int MostFields = 32;
    private readonly Dictionary<string, string> fields = new(StringComparer.Ordinal);
    private string? received;

    public string FileName { get; private set; } = "";

    public long Bytes { get; private set; }

    /// <summary>What was wrong with the file; null when it is here.</summary>
    public Text? Problem { get; private set; }

    public string this[string field] => fields.GetValueOrDefault(field, "");

    /// <summary>Null when the request is no form of ours.</summary>
    /// <param name="antiforgery">Null where the request has proved already where it comes from: a program with its key.</param>
    public static async Task<Upload?> ReceiveAsync(HttpContext http, ImportFiles files, IAntiforgery? antiforgery)
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || type.MediaType != "multipart/form-data"
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 200 } boundary) return null;
        if (http.Request.ContentLength > ImportFiles.LargestFile + (1 << 20)) return new Upload { Problem = ImportTexts.TooLarge };

        var upload = new Upload();
        try
        {
            var reader = new MultipartReader(boundary.ToString(), http.Request.Body) { HeadersCountLimit = 8 };
            for (var count = 0; count < MostFields && await reader.ReadNextSectionAsync(http.RequestAborted) is { } section; count++)
            {
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)) continue;
                var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
                if (!disposition.IsFileDisposition())
                {
                    upload.fields[name] = (await ReadFieldAsync(section.Body, http.RequestAborted)).Trim();
                    continue;
                }

                // The token's field stands before the file's in our form.
                if (!await upload.IsOursAsync(http, antiforgery)) return Refuse(upload);
                var fileName = disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName);
                upload.FileName = PlainName(fileName.ToString());
                await upload.ReceiveFileAsync(section.Body, files, http.RequestAborted);
                if (upload.Problem is not null) return upload;
            }

            if (!await upload.IsOursAsync(http, antiforgery)) return Refuse(upload);
            if (upload.received is null) upload.Problem = ImportTexts.FileMissing;
            return upload;
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException and not BadHttpRequestException)
        {
            upload.Problem = ImportTexts.UploadBroken;
            return upload;
        }
        catch
        {
            upload.Dispose();
            throw;
        }
    }

    /// <summary>Gives the file to its run.</summary>
    public void GiveTo(long run, ImportFiles files)
    {
        files.Keep(received!, run);
        received = null;
    }

    /// <summary>Deletes a file that nobody took.</summary>
    public void Dispose()
    {
        if (received is not null) File.Delete(received);
        received = null;
    }

    private static Upload? Refuse(Upload upload)
    {
        upload.Dispose();
        return null;
    }

    private async Task<bool> IsOursAsync(HttpContext http, IAntiforgery? antiforgery)
    {
        if (antiforgery is null) return true;
        // The body is being read here, so the token is shown where a script would put it.
        var names = antiforgery.GetTokens(http);
        http.Request.Headers[names.HeaderName!] = this[names.FormFieldName];
        return this[names.FormFieldName].Length > 0 && await antiforgery.IsRequestValidAsync(http);
    }

    private async Task ReceiveFileAsync(Stream body, ImportFiles files, CancellationToken aborted)
    {
        await using var file = files.Receive();
        received = file.Name;
        var buffer = new byte[1 << 16];
        for (int read; (read = await body.ReadAsync(buffer, aborted)) > 0;)
        {
            Bytes += read;
            if (Bytes > ImportFiles.LargestFile)
            {
                Problem = ImportTexts.TooLarge;
                return;
            }

            await file.WriteAsync(buffer.AsMemory(0, read), aborted);
        }

        // A browser sends an empty part without a name when no file was chosen.
        if (Bytes == 0) Problem = FileName.Length == 0 ? ImportTexts.FileMissing : ImportTexts.FileEmpty;
    }

    private static async Task<string> ReadFieldAsync(Stream body, CancellationToken aborted)
    {
        var bytes = new byte[LongestField];
        var length = await body.ReadAtLeastAsync(bytes, LongestField, throwOnEndOfStream: false, aborted);
        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    /// <summary>Some browsers send the whole path; control characters have no place in a name.</summary>
    private static string PlainName(string name)
    {
        var plain = string.Concat(name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Where(character => !char.IsControl(character))).Trim();
        return plain.Length <= LongestFileName ? plain : plain[^LongestFileName..].TrimStart('\uDC00');
    }
}
