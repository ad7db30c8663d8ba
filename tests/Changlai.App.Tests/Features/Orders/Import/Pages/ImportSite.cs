using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.App.Features.Platform.Imports.Runs;
using Changlai.App.Features.Platform.People;
using Changlai.App.Tests.Harness;
using Changlai.Web.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Changlai.App.Tests.Features.Orders.Import.Pages;

/// <summary>The real program on a port of its own, and one person's browser without scripts.</summary>
internal sealed class ImportSite : IAsyncDisposable
{
    public const string Store = "一店";
    public const string Password = "long enough for a test";

    /// <summary>A password hash is slow on purpose; one serves every person of every test.</summary>
    private static readonly Lazy<string> PasswordHash = new(() => Passwords.Hash(Password));

    private readonly TestDatabase files;
    private readonly WebApplication app;
    private HttpClient browser = new();

    /// <summary>Of a page shown to whoever is signed in.</summary>
    private string? token;

    private ImportSite(TestDatabase files, Database database, Action<WebApplication>? plant)
    {
        (this.files, Database) = (files, database);
        app = ServeCommand.Build(database, "http://127.0.0.1:0");
        plant?.Invoke(app);
    }

    public Database Database { get; }

    /// <param name="before">What an earlier life of the program left in the database.</param>
    /// <param name="plant">Puts something into the program that a guard must find.</param>
    public static async Task<ImportSite> OpenAsync(DatabaseKind kind, string role = "head-office", Action<DatabaseSession>? before = null, Action<WebApplication>? plant = null)
    {
        var place = await TestDatabase.CreateAsync(kind);
        var database = new Database(place.Connection);
        using (var session = database.OpenSession())
        {
            session.Begin();
            session.Execute("INSERT INTO store (id, name, time_zone, currency, closed_weekdays) VALUES (1, @name, 'Asia/Shanghai', 'CNY', 0)", ("name", Store));
            session.ReserveIds("store", 1);
            session.ReserveIds("staff", 10);
            AddStaff(session, 1, "lin", role, 1);
            AddStaff(session, 2, "other", "manager", null);
            before?.Invoke(session);
            session.Commit();
        }
        var site = new ImportSite(place, database, plant);
        await site.app.StartAsync();
        await site.SignInAsync("lin");
        return site;
    }

    /// <summary>Goes on with another browser; the one before is returned as it is.</summary>
    public HttpClient Use(HttpClient other)
    {
        var before = browser;
        browser = other;
        return before;
    }

    public async Task SignInAsync(string name)
    {
        browser.Dispose();
        browser = await BrowserAsync(name, followsRedirects: true);
        token = null;
    }

    /// <summary>A browser of its own, in which somebody is signed in; nobody when no name is given.</summary>
    public async Task<HttpClient> BrowserAsync(string? name, bool followsRedirects = false)
    {
        var own = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = followsRedirects }) { BaseAddress = new Uri(app.Urls.First()) };
        own.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        if (name is null) return own;
        using var page = await own.GetAsync("/sign-in");
        using var form = new FormUrlEncodedContent([new("token", TokenOf(await ParseAsync(page))), new("userName", name), new("password", Password)]);
        using var answer = await own.PostAsync("/sign-in", form);
        return own;
    }

    public async Task<(HttpStatusCode Status, IHtmlDocument Page)> GetAsync(string path)
    {
        using var answer = await browser.GetAsync(path);
        return (answer.StatusCode, await ParseAsync(answer));
    }

    public Task<byte[]> DownloadAsync(string path) => browser.GetByteArrayAsync(path);

    /// <summary>Sends the upload form as a browser without scripts does; the page it ends on, once the file was read.</summary>
    public async Task<(HttpStatusCode Status, IHtmlDocument Page)> UploadAsync(string fileName, byte[] content, params (string Name, string Value)[] changes)
    {
        var page = (await GetAsync("/imports/new")).Page;
        using var form = new MultipartFormDataContent();
        foreach (var input in page.QuerySelectorAll("form[action='/imports'] :is(input, select)").Where(input => input.GetAttribute("type") != "file"))
        {
            var name = input.GetAttribute("name")!;
            var value = input is IHtmlSelectElement select ? select.Value ?? "" : input.GetAttribute("value") ?? "";
            form.Add(new StringContent(changes.LastOrDefault(change => change.Name == name).Value ?? value), name);
        }
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(file, "file", fileName);
        using var answer = await browser.PostAsync("/imports", form);
        return await SettledAsync(answer);
    }

    public Task<(HttpStatusCode Status, IHtmlDocument Page)> UploadAsync(string text, params (string Name, string Value)[] changes) =>
        UploadAsync("orders.csv", Encoding.UTF8.GetBytes(text), changes);

    /// <summary>Sends a form of a page with all its fields, some of them changed.</summary>
    public async Task<(HttpStatusCode Status, IHtmlDocument Page)> SendAsync(IHtmlDocument page, string action, params (string Name, string Value)[] changes)
    {
        var sent = page.QuerySelector($"form[action$='{action}']") as IHtmlFormElement ?? throw new InvalidOperationException($"The page has no form {action}.");
        var fields = sent.QuerySelectorAll("input, select, textarea").Where(field => field is not IHtmlInputElement { Type: "checkbox", IsChecked: false }).ToDictionary(
            field => field.GetAttribute("name")!,
            field => field switch
            {
                IHtmlSelectElement select => select.Value ?? "",
                IHtmlTextAreaElement area => area.Value,
                _ => field.GetAttribute("value") ?? "",
            }, StringComparer.Ordinal);
        foreach (var (name, value) in changes) fields[name] = value;
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await browser.PostAsync(sent.GetAttribute("action"), form);
        return await SettledAsync(answer);
    }

    /// <summary>Calls the JSON API; the answer's status and content.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Answer)> CallAsync(HttpMethod method, string path, object? body = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = body as HttpContent ?? JsonContent.Create(body);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        // Whatever the version is: what it is for has tests of its own.
        if (method == HttpMethod.Put || method == HttpMethod.Delete) request.Headers.TryAddWithoutValidation("If-Match", "*");
        if (method != HttpMethod.Get) request.Headers.Add("RequestVerificationToken", token ??= TokenOf(await ParseAsync(await browser.GetAsync("/products"))));
        using var answer = await browser.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }

    /// <summary>Sends fields, some of them perhaps several times, and follows to the page it ends on.</summary>
    public async Task<(HttpStatusCode Status, IHtmlDocument Page, string Path)> SubmitAsync(string path, IEnumerable<KeyValuePair<string, string>> fields, bool asFragment = false)
    {
        using var form = new FormUrlEncodedContent(fields);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        if (asFragment) request.Headers.Add("HX-Request", "true");
        using var answer = await browser.SendAsync(request);
        return (answer.StatusCode, await ParseAsync(answer), answer.RequestMessage!.RequestUri!.AbsolutePath);
    }

    /// <summary>Submits a form of a page as a browser does, with some fields changed; a name given several times sends several values, none takes the field away.</summary>
    public async Task<(HttpStatusCode Status, IHtmlDocument Page)> SubmitAsync(IHtmlDocument page, string action, params (string Name, string? Value)[] changes)
    {
        var sent = page.QuerySelector($"form[method=post][action$='{action}']") as IHtmlFormElement ?? throw new InvalidOperationException($"The page has no form {action}.");
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var field in sent.QuerySelectorAll("input[name], select[name], textarea[name]"))
        {
            if (field is IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }) continue;
            var value = field switch { IHtmlSelectElement select => select.Value, IHtmlTextAreaElement area => area.TextContent, _ => field.GetAttribute("value") };
            fields.Add(new(field.GetAttribute("name")!, value ?? ""));
        }
        fields.RemoveAll(field => changes.Any(change => change.Name == field.Key));
        fields.AddRange(changes.Where(change => change.Value is not null).Select(change => new KeyValuePair<string, string>(change.Name, change.Value!)));
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await browser.PostAsync(sent.GetAttribute("action"), form);
        return (answer.StatusCode, await ParseAsync(answer));
    }

    /// <summary>Submits a form with a file in it.</summary>
    public async Task<(HttpStatusCode Status, IHtmlDocument Page)> SubmitFileAsync(IHtmlDocument page, string action, string field, string fileName, byte[] content, params (string Name, string? Value)[] changes)
    {
        var sent = page.QuerySelector($"form[method=post][action$='{action}']") as IHtmlFormElement ?? throw new InvalidOperationException($"The page has no form {action}.");
        using var form = new MultipartFormDataContent();
        foreach (var input in sent.QuerySelectorAll("input[name]:not([type=file]), select[name], textarea[name]"))
        {
            var name = input.GetAttribute("name")!;
            if (input is IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } || changes.Any(change => change.Name == name)) continue;
            form.Add(new StringContent(input switch { IHtmlSelectElement select => select.Value, IHtmlTextAreaElement area => area.TextContent, _ => input.GetAttribute("value") } ?? ""), name);
        }
        foreach (var (name, value) in changes) form.Add(new StringContent(value ?? ""), name);
        form.Add(new ByteArrayContent(content), field, fileName);
        using var answer = await browser.PostAsync(sent.GetAttribute("action"), form);
        return (answer.StatusCode, await ParseAsync(answer));
    }

    /// <summary>What the server answers, headers and all.</summary>
    public Task<HttpResponseMessage> FetchAsync(string path) => browser.GetAsync(path);

    /// <summary>Sends anything.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => browser.SendAsync(request);

    public async Task<HttpStatusCode> PostAsync(string path, HttpContent content)
    {
        using var answer = await browser.PostAsync(path, content);
        return answer.StatusCode;
    }

    /// <summary>Announces a file of so many bytes and sends none of them before the server asks for them.</summary>
    public async Task<(HttpStatusCode Status, IHtmlDocument Page)> AnnounceAsync(long bytes)
    {
        using var content = new ByteArrayContent([]);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        content.Headers.ContentLength = bytes;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/imports") { Content = content };
        request.Headers.ExpectContinue = true;
        using var answer = await browser.SendAsync(request);
        return (answer.StatusCode, await ParseAsync(answer));
    }

    public async Task<long> CountAsync(string table)
    {
        using var session = Database.OpenSession();
        return await Task.FromResult(session.Scalar<long>($"SELECT count(*) FROM {table}"));
    }

    public ImportFiles Files => app.Services.GetRequiredService<ImportFiles>();

    public T Service<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        Database.Dispose();
        await files.DisposeAsync();
    }

    public static string Notice(IHtmlDocument page) => page.QuerySelector(".notice, .field-error")?.TextContent.Trim() ?? "";

    public static string State(IHtmlDocument page) => page.QuerySelector("h1 .tone")?.TextContent.Trim() ?? "";

    /// <summary>A figure and what stands beside it.</summary>
    public static string Figure(IHtmlDocument page, string name)
    {
        var stat = page.QuerySelectorAll(".stat").First(stat => stat.QuerySelector("dt")!.TextContent == name);
        return $"{stat.QuerySelector(".stat-value")!.TextContent.Trim()}: {stat.QuerySelector(".stat-beside")!.TextContent.Trim()}";
    }

    /// <summary>Somebody who can sign in.</summary>
    public static void AddStaff(DatabaseSession session, long id, string name, string role, long? store) => session.Execute($"""
        INSERT INTO staff (id, name, sign_in_name, password_hash, security_stamp, role, store_id, working_weekdays, daily_capacity, language, active)
        VALUES (@id, @name, @name, @hash, 'stamp', @role, {(store is null ? "NULL" : "@store")}, 127, 30, 'en', {(session.IsSqlite ? "1" : "true")})
        """, ("id", id), ("name", name), ("hash", PasswordHash.Value), ("role", role), ("store", store));

    /// <summary>Follows a run until the machine is no longer at it.</summary>
    private async Task<(HttpStatusCode Status, IHtmlDocument Page)> SettledAsync(HttpResponseMessage answer)
    {
        var (status, page) = (answer.StatusCode, await ParseAsync(answer));
        var path = answer.RequestMessage!.RequestUri!.AbsolutePath;
        for (var patience = 100; page.QuerySelector("#progress") is not null && patience > 0; patience--)
        {
            var run = long.Parse(path.Split('/')[^1]);
            if (Service<ImportQueue>().WorkOf(run) is { } work) await work.Over.WaitAsync(TimeSpan.FromMinutes(1));
            (status, page) = await GetAsync(path);
        }
        return (status, page);
    }

    private static string TokenOf(IHtmlDocument page) => page.QuerySelector("input[name=token]")!.GetAttribute("value")!;

    private static async Task<IHtmlDocument> ParseAsync(HttpResponseMessage answer) => await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
}
