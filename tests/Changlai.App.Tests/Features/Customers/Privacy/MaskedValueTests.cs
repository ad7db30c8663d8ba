using Changlai.App.Features.Customers.Contracts;

namespace Changlai.App.Tests.Features.Customers.Privacy;

public sealed class MaskedValueTests
{
    [Theory]
    [InlineData("+8613812345678", "138****5678")]
    [InlineData("+861082345678", "****78")]
    [InlineData("+14155550123", "141****0123")]
    [InlineData("+85223456789", "852****6789")]
    public void A_phone_keeps_enough_to_tell_it_from_another(string e164, string masked) => Masking.MaskPhone(e164).ShouldBe(masked);

    [Theory]
    [InlineData("wang@example.com", "w***@example.com")]
    [InlineData("w@example.com", "***@example.com")]
    [InlineData("no address", "***")]
    public void An_address_keeps_its_first_letter_and_where_it_is(string address, string masked) => Masking.MaskEmail(address).ShouldBe(masked);

    [Theory]
    [InlineData("6222000011112222", "****2222")]
    [InlineData("1234567", "****")]
    [InlineData("", "****")]
    public void A_number_that_is_short_is_hidden_whole(string number, string masked) => Masking.MaskEnd(number, 4).ShouldBe(masked);

    [Fact]
    public void No_masked_phone_says_more_than_seven_digits_and_none_can_be_dialled()
    {
        foreach (var length in Enumerable.Range(3, 13))
        {
            var masked = Masking.MaskPhone("+" + string.Concat(Enumerable.Range(0, length).Select(digit => digit % 10)));
            Masking.IsMasked(masked).ShouldBeTrue();
            masked.Count(char.IsAsciiDigit).ShouldBeLessThanOrEqualTo(7);
            masked.Count(char.IsAsciiDigit).ShouldBeLessThan(length);
        }
    }
}
