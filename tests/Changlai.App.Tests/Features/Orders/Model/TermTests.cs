using Changlai.App.Features.Orders.Model;

namespace Changlai.App.Tests.Features.Orders.Model;

public sealed class TermTests
{
    [Theory]
    [InlineData("24m", "2026-11-23", "2028-11-23")]
    [InlineData("12m", "2028-02-29", "2029-02-28")]
    [InlineData("1m", "2026-01-31", "2026-02-28")]
    [InlineData("90d", "2026-11-23", "2027-02-21")]
    public void A_term_ends_on_its_last_day(string term, string start, string end) =>
        Term.Parse(term)!.Value.From(DateOnly.Parse(start)).ShouldBe(DateOnly.Parse(end));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("0m")]
    [InlineData("12")]
    [InlineData("m")]
    [InlineData("-3d")]
    [InlineData("12y")]
    [InlineData("99999999m")]
    public void What_is_no_term_is_none(string? text) => Term.Parse(text).ShouldBeNull();

    [Theory]
    [InlineData("24m")]
    [InlineData("90d")]
    public void The_stored_form_is_read_back(string text) => Term.Parse(text)!.Value.ToString().ShouldBe(text);
}
