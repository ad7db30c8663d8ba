using System.Globalization;
using Changlai.App.Features.Orders.Import;
using Changlai.App.Features.Platform.Contracts.Tables;
using FsCheck;
using FsCheck.Fluent;

namespace Changlai.App.Tests.Features.Orders.Import;

public sealed class NumberCellTests
{
    [Theory]
    [InlineData("12", "12")]
    [InlineData("-0.5", "-0.5")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("+7", "7")]
    [InlineData("1,234,567.89", "1234567.89")]
    [InlineData("１，２３４．５", "1234.5")]
    [InlineData("￥ 99.50", "99.50")]
    [InlineData("¥-5", "-5")]
    [InlineData("-£5", "-5")]
    [InlineData("£1,234", "1234")]
    [InlineData("99元", "99")]
    [InlineData("(5)", "-5")]
    [InlineData("5-", "-5")]
    [InlineData("−5", "-5")]
    [InlineData("2.5E3", "2500")]
    [InlineData("1e-2", "0.01")]
    [InlineData("12345678901234567890", "12345678901234567890")]
    public void Numbers_as_written_are_read(string written, string value) => Read(written, commaDecimals: false).ShouldBe(Exact(value));

    [Theory]
    [InlineData("1.234,50", "1234.50")]
    [InlineData("2,5", "2.5")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("1.234", "1234")]
    [InlineData("2.55", "2.55")]
    [InlineData("€ 3,00", "3.00")]
    public void Where_the_comma_is_the_decimal_mark_dots_group_thousands(string written, string value) =>
        Read(written, commaDecimals: true).ShouldBe(Exact(value));

    [Theory]
    [InlineData("abc", false)]
    [InlineData("NaN", false)]
    [InlineData("∞", false)]
    [InlineData("2.5E300", false)]
    [InlineData("2.5×10³⁰⁰", false)]
    [InlineData("1,23", false)]
    [InlineData("12,34,567", false)]
    [InlineData("1.2.3", false)]
    [InlineData("1,234.56", true)]
    [InlineData("-", false)]
    [InlineData(".", false)]
    [InlineData("¥", false)]
    [InlineData("()", false)]
    [InlineData("0x10", false)]
    public void What_is_no_number_is_not_guessed_at(string written, bool commaDecimals) =>
        NumberCell.TryRead(written, commaDecimals, out _).ShouldBeFalse();

    [Fact]
    public void Every_number_is_read_back_in_every_style()
    {
        var numbers = from units in Gen.Choose(int.MinValue, int.MaxValue)
                      from thousands in Gen.Choose(0, 5000)
                      from scale in Gen.Choose(0, 4)
                      select new decimal(units) * thousands / (decimal)Math.Pow(10, scale);
        Prop.ForAll(numbers.ToArbitrary(), number =>
        {
            var plain = number.ToString("0.00####", CultureInfo.InvariantCulture);
            var grouped = number.ToString("#,##0.00####", CultureInfo.InvariantCulture);
            var continental = string.Concat(grouped.Select(character => character switch { ',' => '.', '.' => ',', _ => character }));
            return Read(plain, commaDecimals: false) == number
                && Read(grouped, commaDecimals: false) == number
                && Read(continental, commaDecimals: true) == number
                && Read("￥" + string.Concat(plain.Select(character => (char)(character + 0xFEE0))), commaDecimals: false) == number;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_text_makes_the_reader_throw() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
        {
            _ = NumberCell.TryRead(text.Get, commaDecimals: true, out _) || NumberCell.TryRead(text.Get, commaDecimals: false, out _);
            return true;
        }).QuickCheckThrowOnFailure();

    private static decimal Read(string written, bool commaDecimals)
    {
        NumberCell.TryRead(written, commaDecimals, out var value).ShouldBeTrue(written);
        return value;
    }

    private static decimal Exact(string value) => decimal.Parse(value, CultureInfo.InvariantCulture);
}
