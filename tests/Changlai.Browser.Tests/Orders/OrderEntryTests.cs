using Changlai.Browser.Tests.Customers;
using Changlai.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Changlai.Browser.Tests.Orders;

/// <summary>Products, entering an order, and devices, in the sample business.</summary>
public sealed class OrderEntryTests(Chromium chromium, SampleBusiness business) : BrowserTest(chromium)
{
    private const string HeadOffice = "guwenying";

    [Theory]
    [InlineData(Screen.Phone)]
    [InlineData(Screen.Desktop)]
    public async Task The_expected_date_shows_while_the_quantity_is_typed_and_the_order_is_saved(Screen screen)
    {
        await using var demo = await business.StartOwnAsync();
        var page = await OpenAsync(demo.Address, new View(screen), "/sign-in");
        await new CustomerPages(page).SignInAsync(HeadOffice);
        var pages = new OrderEntryPages(page);
        await pages.OpenAsync(1);

        await pages.Field("product-0").PressSequentiallyAsync("小青柑");
        await Assertions.Expect(pages.Suggestions.First).ToHaveAttributeAsync("value", "T103 小青柑普洱 250 克");
        await pages.Field("product-0").FillAsync("T103 小青柑普洱 250 克");
        await pages.Field("quantity-0").PressSequentiallyAsync("2");
        await Assertions.Expect(pages.Expected).ToContainTextAsync("2 × 30 天，够用 60 天");
        await Assertions.Expect(pages.ExpectedDay).ToBeInViewportAsync();

        await pages.AddLine.ClickAsync();
        await Assertions.Expect(pages.Lines).ToHaveCountAsync(2);
        await Assertions.Expect(pages.Field("quantity-0")).ToHaveValueAsync("2");
        await pages.Field("product-1").FillAsync("A102");
        await pages.Field("quantity-1").FillAsync("1");
        await Assertions.Expect(pages.Expected).ToContainTextAsync("¥444.00");

        await pages.Save.ClickAsync();
        await Assertions.Expect(pages.Title).ToContainTextAsync("订单 H000001");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("¥444.00");
    }
}
