using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Tests.Ui;

public sealed class FormatsTests
{
    private static readonly DateOnly Sunday = new(2026, 11, 22);

    [Theory]
    [InlineData(Language.Chinese, "2026年11月22日 周日")]
    [InlineData(Language.English, "22 Nov 2026 Sun")]
    public void A_day_is_written_as_its_language_does(Language language, string written) => Formats.Day(Sunday, language).ShouldBe(written);

    [Fact]
    public void The_year_is_left_out_only_within_this_year()
    {
        Formats.ShortDate(Sunday, new(2026, 1, 1), Language.Chinese).ShouldBe("11月22日");
        Formats.ShortDate(Sunday, new(2027, 1, 1), Language.English).ShouldBe("22 Nov 2026");
    }

    [Theory]
    [InlineData(0, "今天", "today")]
    [InlineData(1, "明天", "tomorrow")]
    [InlineData(-1, "昨天", "yesterday")]
    [InlineData(-3, "3 天前", "3 days ago")]
    [InlineData(30, "30 天后", "in 30 days")]
    [InlineData(31, "12月23日", "23 Dec")]
    public void Near_days_are_told_from_today(int away, string chinese, string english)
    {
        Formats.RelativeDay(Sunday.AddDays(away), Sunday, Language.Chinese).ShouldBe(chinese);
        Formats.RelativeDay(Sunday.AddDays(away), Sunday, Language.English).ShouldBe(english);
    }

    [Theory]
    [InlineData(123450, "CNY", "¥1,234.50")]
    [InlineData(-5, "GBP", "−£0.05")]
    [InlineData(1500, "JPY", "JPY 1,500")]
    [InlineData(long.MinValue, "EUR", "−€92,233,720,368,547,758.08")]
    public void Money_shows_its_currency_and_minor_units(long minor, string currency, string written) =>
        Formats.Money(minor, currency).ShouldBe(written);

    [Theory]
    [InlineData(9_999, "9,999", "9,999")]
    [InlineData(12_345, "1.2万", "12.3K")]
    [InlineData(1_000_000, "100万", "1M")]
    [InlineData(-250_000_000, "-2.5亿", "-250M")]
    public void Large_numbers_are_shortened_as_each_language_counts(long value, string chinese, string english)
    {
        Formats.Compact(value, Language.Chinese).ShouldBe(chinese);
        Formats.Compact(value, Language.English).ShouldBe(english);
    }

    [Theory]
    [InlineData(0.123, "12.3%")]
    [InlineData(0.5, "50%")]
    [InlineData(0, "0%")]
    public void Shares_are_percentages(double share, string written) => Formats.Percent(share).ShouldBe(written);

    [Theory]
    [InlineData("+8613812345678", "138 1234 5678")]
    [InlineData("+442079460000", "+442079460000")]
    [InlineData("", "")]
    public void Chinese_mobile_numbers_are_grouped(string number, string written) => Formats.Phone(number).ShouldBe(written);
}
