using System.Text;
using Changlai.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Changlai.Browser.Tests.Customers;

/// <summary>A customer's photo: made small in the browser, sent as it is without scripts, said when it is none.</summary>
public sealed class PhotoTests(Chromium chromium) : BrowserTest(chromium)
{
    private readonly Chromium chromium = chromium;
    private ChanglaiProcess? program;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (program is not null) await program.DisposeAsync();
    }

    [Theory]
    [InlineData(Screen.Phone, "zh-CN", true)]
    [InlineData(Screen.Desktop, "en", false)]
    public async Task A_photo_from_the_camera_is_made_small_shown_and_removed(Screen screen, string language, bool dark)
    {
        var page = await StartAsync(new View(screen, language, dark));
        var photo = await PictureAsync(page, 3000, 2000);
        photo.Buffer.Length.ShouldBeGreaterThan(200_000);

        await page.Locator("[name=photo]").SetInputFilesAsync(photo);
        await Assertions.Expect(page.Locator("cl-photo img")).ToBeVisibleAsync();
        (await page.EvaluateAsync<int>("document.querySelector('[name=photo]').files[0].size")).ShouldBeLessThan(photo.Buffer.Length);
        await LookAsync(page, "photo chosen");
        await SaveAsync(page);
        await SizeShouldBeAsync(page, 1024, 683);
        await LookAsync(page, "photo on the card");

        await page.GotoAsync("/customers/1/edit");
        await LookAsync(page, "photo kept");
        await page.Locator("[name=photoRemoval]").CheckAsync();
        await SaveAsync(page);
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("李明华");
        await Assertions.Expect(page.Locator(".cl-head .photo")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_is_no_photo_is_said_at_the_field_in_the_readers_language()
    {
        var page = await StartAsync(new View(Screen.Phone));
        await page.Locator("[name=photo]").SetInputFilesAsync(new FilePayload { Name = "face.jpg", MimeType = "image/jpeg", Buffer = Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'/>") });
        await page.Locator("[name=occupation]").FillAsync("教师");
        await SaveAsync(page);
        await Assertions.Expect(page.Locator("#field-photo-error")).ToContainTextAsync("这不是 JPEG、PNG 或 WebP 照片");
        await Assertions.Expect(page.Locator("[name=occupation]")).ToHaveValueAsync("教师");
        await LookAsync(page, "no photo");
    }

    [Fact]
    public async Task Without_scripts_the_photo_goes_as_it_is()
    {
        var page = await StartAsync(new View(Screen.Phone));
        var photo = await PictureAsync(page, 1200, 900);
        var options = new View(Screen.Phone).Options(program!.Address);
        options.JavaScriptEnabled = false;
        await using var context = await chromium.NewContextAsync(options);
        var plain = await context.NewPageAsync();
        await People.SignInAsync(plain, "lin");
        await plain.GotoAsync("/customers/1/edit");
        await plain.Locator("[name=photo]").SetInputFilesAsync(photo);
        await SaveAsync(plain);
        await Assertions.Expect(plain.Locator(".cl-head .photo img")).ToBeVisibleAsync();

        await page.GotoAsync("/customers/1");
        await SizeShouldBeAsync(page, 1200, 900);
    }

    private async Task<IPage> StartAsync(View view)
    {
        program = await ChanglaiProcess.StartAsync("serve");
        People.Add(program.Database, "lin", "manager", "一店");
        var page = await OpenAsync(program.Address, view, "/sign-in");
        await People.SignInAsync(page, "lin");
        await page.GotoAsync("/customers/new");
        await page.Locator("[name=name]").FillAsync("李明华");
        await SaveAsync(page);
        await page.GotoAsync("/customers/1/edit");
        return page;
    }

    /// <summary>A picture as a camera makes it: large, and no two pixels alike.</summary>
    private static async Task<FilePayload> PictureAsync(IPage page, int width, int height)
    {
        var content = await page.EvaluateAsync<string>("""
            ([width, height]) => {
                const canvas = document.createElement('canvas');
                [canvas.width, canvas.height] = [width, height];
                const context = canvas.getContext('2d');
                for (let x = 0; x < width; x += 8)
                    for (let y = 0; y < height; y += 8) {
                        context.fillStyle = `hsl(${(x * y) % 360} 70% ${(x + y) % 90}%)`;
                        context.fillRect(x, y, 8, 8);
                    }
                return canvas.toDataURL('image/jpeg', 0.9).split(',')[1];
            }
            """, new[] { width, height });
        return new FilePayload { Name = "IMG_0001.HEIC", MimeType = "image/heic", Buffer = Convert.FromBase64String(content) };
    }

    private static async Task SizeShouldBeAsync(IPage page, int width, int height)
    {
        var image = page.Locator(".cl-head .photo img");
        await Assertions.Expect(image).ToBeVisibleAsync();
        await image.EvaluateAsync("image => image.decode()");
        (await image.EvaluateAsync<int>("image => image.naturalWidth")).ShouldBe(width);
        (await image.EvaluateAsync<int>("image => image.naturalHeight")).ShouldBe(height);
    }

    private static Task SaveAsync(IPage page) => page.Locator(".edit-end button[type=submit]").ClickAsync();

    private static async Task LookAsync(IPage page, string what)
    {
        var pages = new CustomerPages(page);
        (await pages.OverflowsAsync()).ShouldBeFalse($"{what} is wider than the screen");
        if (Environment.GetEnvironmentVariable("SHOTS") is { Length: > 0 } folder)
            await pages.ScreenshotAsync(Path.Combine(folder, $"{what} {page.ViewportSize!.Width}.png"));
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty(what);
    }
}
