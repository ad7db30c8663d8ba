using Changlai.Core.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Changlai.Core.Tests.Values;

public sealed class ExternalIdTests
{
    [Theory]
    [InlineData("17850", "17850")]
    [InlineData("17850.0", "17850")]
    [InlineData(" １７８５０．０ ", "17850")]
    [InlineData("85123a", "85123A")]
    [InlineData("８５１２３ａ", "85123A")]
    [InlineData("vip  0012", "VIP 0012")]
    [InlineData("VIP\u3000\u00A00012\t", "VIP 0012")]
    [InlineData("A\u200B12\uFEFF", "A12")]
    [InlineData("1.0.0", "1.0.0")]
    [InlineData("A.0", "A.0")]
    [InlineData(".0", ".0")]
    [InlineData("会员-07", "会员-07")]
    [InlineData("\u200B ", "")]
    public void Spellings_of_one_number_have_one_normal_form(string written, string normal) =>
        ExternalId.Normalize(written).ShouldBe(normal);

    [Fact]
    public void Normalising_twice_changes_nothing_more() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
        {
            var once = ExternalId.Normalize(text.Get);
            return ExternalId.Normalize(once) == once;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Letter_case_width_and_spaces_around_do_not_matter()
    {
        var codes = from characters in Gen.Elements("ABCXYZ0123456789-".ToCharArray()).ArrayOf()
                    select new string(characters);
        Prop.ForAll(codes.ToArbitrary(), code =>
        {
            var wide = string.Concat(code.Select(character => (char)(char.ToLowerInvariant(character) + 0xFEE0)));
            return ExternalId.Normalize($"\u3000{wide} ") == ExternalId.Normalize(code);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Characters_outside_the_basic_plane_survive() => ExternalId.Normalize(" 𠮷野-1 ").ShouldBe("𠮷野-1");
}
