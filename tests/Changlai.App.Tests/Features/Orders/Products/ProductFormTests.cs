using Changlai.App.Features.Orders.Model;
using Changlai.App.Features.Orders.Products;

namespace Changlai.App.Tests.Features.Orders.Products;

public sealed class ProductFormTests
{
    private static readonly ProductForm Tea = new()
    {
        Code = " ｔ101 ",
        Name = "龙井",
        Price = "１２３.50",
        Cost = "40",
        RepurchaseDays = "30",
        Warranty = "24",
        UsefulLife = "90",
        UsefulLifeUnit = "d",
        Sessions = "10",
        SessionEveryDays = "7",
    };

    [Fact]
    public void A_filled_form_is_a_product()
    {
        var product = Tea.Check(0, ["CNY"], isActive: true).Product!;
        product.ShouldBe(new Product(0, "T101", "龙井", null, "CNY", 12350, 4000, new Term(24, true), 30, new Term(90, false), 10, 7, true));
        product.CycleDays.ShouldBe(30);
        (product with { RepurchaseDays = null }).CycleDays.ShouldBe(70);
    }

    [Fact]
    public void A_product_goes_into_the_form_and_back_unchanged()
    {
        var product = Tea.Check(7, ["CNY"], isActive: true).Product!;
        ProductForm.Of(product, "CNY").Check(7, ["CNY"], isActive: true).Product.ShouldBe(product);
        var yen = product with { Currency = "JPY", PriceMinor = 1200, CostMinor = 500 };
        ProductForm.Of(yen, "CNY").Price.ShouldBe("1200");
        ProductForm.Of(yen, "CNY").Check(7, ["CNY", "JPY"], isActive: true).Product.ShouldBe(yen);
    }

    [Fact]
    public void A_currency_without_cents_takes_whole_amounts_only()
    {
        var (product, form) = (Tea with { Currency = "JPY", Price = "12.5" }).Check(0, ["CNY", "JPY"], isActive: true);
        product.ShouldBeNull();
        form.Errors["price"].English.ShouldBe("JPY has no cents: give a whole number.");
        (Tea with { Currency = "JPY", Price = "1,200" }).Check(0, ["CNY", "JPY"], isActive: true).Product!.PriceMinor.ShouldBe(1200);
    }

    [Theory]
    [InlineData("code", "")]
    [InlineData("code", "\u200b")]
    [InlineData("name", "  ")]
    [InlineData("price", "a lot")]
    [InlineData("price", "-1")]
    [InlineData("price", "1.234")]
    [InlineData("price", "99999999999999")]
    [InlineData("cost", "1e99")]
    [InlineData("currency", "XXX")]
    [InlineData("repurchaseDays", "0")]
    [InlineData("repurchaseDays", "30.5")]
    [InlineData("repurchaseDays", "4000")]
    [InlineData("warranty", "-2")]
    [InlineData("warranty", "5000")]
    [InlineData("usefulLife", "soon")]
    [InlineData("sessions", "")]
    [InlineData("sessionEveryDays", "")]
    [InlineData("sessionEveryDays", "weekly")]
    public void What_cannot_be_taken_is_told_at_its_field(string field, string typed)
    {
        var values = new Dictionary<string, string>
        {
            ["code"] = Tea.Code,
            ["name"] = Tea.Name,
            ["price"] = Tea.Price,
            ["sessions"] = "10",
            ["sessionEveryDays"] = "7",
            [field] = typed,
        };
        var (product, form) = ProductForm.Of(name => values.GetValueOrDefault(name, "")).Check(0, ["CNY"], isActive: true);
        product.ShouldBeNull();
        form.Errors.Keys.ShouldBe([field]);
        (form with { Errors = Tea.Errors }).ShouldBe(ProductForm.Of(name => values.GetValueOrDefault(name, "")) with { Errors = Tea.Errors }, "what was typed stays");
    }
}
