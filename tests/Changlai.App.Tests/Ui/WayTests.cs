using Changlai.App.Ui;

namespace Changlai.App.Tests.Ui;

public sealed class WayTests
{
    private static readonly Way Customers = new("/customers", UiTexts.Find, "customers");

    [Theory]
    [InlineData("/customers", true)]
    [InlineData("/customers/42/follow-ups/7", true)]
    [InlineData("/customers-of-old", false)]
    [InlineData("/", false)]
    public void A_way_leads_to_its_page_and_those_below(string path, bool leads) => Customers.Leads(path).ShouldBe(leads);
}
