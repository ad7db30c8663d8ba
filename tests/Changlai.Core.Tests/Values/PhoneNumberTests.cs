using Changlai.Core.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Changlai.Core.Tests.Values;

public sealed class PhoneNumberTests
{
    private static readonly Gen<string> Mobiles =
        from prefix in Gen.Choose(130, 199)
        from rest in Gen.Choose(0, 99_999_999)
        select $"{prefix}{rest:D8}";

    [Theory]
    [InlineData("13800138000", "+8613800138000")]
    [InlineData(" 138 0013 8000 ", "+8613800138000")]
    [InlineData("138-0013-8000", "+8613800138000")]
    [InlineData("１３８００１３８０００", "+8613800138000")]
    [InlineData("+86 138 0013 8000", "+8613800138000")]
    [InlineData("＋８６１３８００１３８０００", "+8613800138000")]
    [InlineData("0086-13800138000", "+8613800138000")]
    [InlineData("8613800138000", "+8613800138000")]
    [InlineData("(+86)13800138000", "+8613800138000")]
    [InlineData("13800138000.0", "+8613800138000")]
    [InlineData("010-62345678", "+861062345678")]
    [InlineData("（0571）87654321", "+8657187654321")]
    [InlineData("+86 (0)571 8765 4321", "+8657187654321")]
    [InlineData("021-62345678转801", "+862162345678")]
    [InlineData("400-800-1234", "+864008001234")]
    [InlineData("+44 20 7946 0958", "+442079460958")]
    [InlineData("0044 20 7946 0958", "+442079460958")]
    public void Numbers_as_people_write_them_become_international(string written, string e164) =>
        PhoneNumber.Parse(written).ShouldNotBeNull().E164.ShouldBe(e164);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("没有")]
    [InlineData("1380013800")]
    [InlineData("138001380001")]
    [InlineData("87654321")]
    [InlineData("95588")]
    [InlineData("010-12345678")]
    [InlineData("1.38E+10")]
    [InlineData("+0138001380")]
    [InlineData("+12345678901234567890")]
    [InlineData("13800138000 ext")]
    public void What_cannot_be_dialled_from_abroad_is_no_number(string written) =>
        PhoneNumber.Parse(written).ShouldBeNull();

    [Theory]
    [InlineData("020 7946 0958", "44", "+442079460958")]
    [InlineData("2079460958", "44", "+442079460958")]
    [InlineData("13800138000", "44", "+4413800138000")]
    public void A_number_without_country_code_belongs_to_the_default_country(string written, string country, string e164) =>
        PhoneNumber.Parse(written, country)!.E164.ShouldBe(e164);

    [Theory]
    [InlineData("13800138000", "138 0013 8000")]
    [InlineData("01062345678", "010-62345678")]
    [InlineData("057187654321", "0571-87654321")]
    [InlineData("4008001234", "400 800 1234")]
    [InlineData("+442079460958", "+442079460958")]
    public void A_number_is_shown_as_its_country_reads_it(string written, string shown) =>
        PhoneNumber.Parse(written)!.National.ShouldBe(shown);

    [Fact]
    public void Both_shown_forms_are_read_back_as_the_same_number() => Prop.ForAll(Mobiles.ToArbitrary(), mobile =>
    {
        var number = PhoneNumber.Parse(mobile)!;
        return PhoneNumber.Parse(number.E164) == number && PhoneNumber.Parse(number.National) == number;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Spacing_and_width_of_the_digits_do_not_matter()
    {
        var spellings =
            from mobile in Mobiles
            from gaps in Gen.Elements("", " ", "-", "　", "–", "\u200B").ArrayOf(mobile.Length)
            from wide in Gen.Elements(true, false).ArrayOf(mobile.Length)
            select (mobile, spelling: string.Concat(mobile.Select((digit, i) => $"{(wide[i] ? (char)(digit + 0xFEE0) : digit)}{gaps[i]}")));
        Prop.ForAll(spellings.ToArbitrary(), pair => PhoneNumber.Parse(pair.spelling)?.E164 == "+86" + pair.mobile).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Whatever_is_read_is_a_plus_and_at_most_fifteen_digits() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
            PhoneNumber.Parse(text.Get) is not { } number
            || (number.E164[0] == '+' && number.E164.Length <= 16 && number.E164.Skip(1).All(char.IsAsciiDigit))).QuickCheckThrowOnFailure();
}
