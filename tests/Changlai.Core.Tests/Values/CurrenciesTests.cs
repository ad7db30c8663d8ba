using Changlai.Core.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Changlai.Core.Tests.Values;

public sealed class CurrenciesTests
{
    [Theory]
    [InlineData("CNY", 123450, "1234.5")]
    [InlineData("JPY", 1200, "1200")]
    [InlineData("KWD", 1234, "1.234")]
    [InlineData("CNY", -1, "-0.01")]
    public void Minor_units_become_amounts_by_the_currency(string currency, long minor, string amount) =>
        Currencies.ToMajor(minor, currency).ShouldBe(decimal.Parse(amount));

    [Theory]
    [InlineData("CNY", "12.34", 1234L)]
    [InlineData("CNY", "12.345", null)]
    [InlineData("JPY", "12", 12L)]
    [InlineData("JPY", "12.5", null)]
    [InlineData("KWD", "1.234", 1234L)]
    [InlineData("CNY", "79228162514264337593543950335", null)]
    public void An_amount_finer_than_the_currency_is_none(string currency, string amount, long? minor) =>
        Currencies.ToMinor(decimal.Parse(amount), currency).ShouldBe(minor);

    [Fact]
    public void Every_amount_in_minor_units_comes_back_as_it_was() =>
        Prop.ForAll<int>(minor => new[] { "CNY", "JPY", "KWD" }.All(currency => Currencies.ToMinor(Currencies.ToMajor(minor, currency), currency) == minor)).QuickCheckThrowOnFailure();
}
