using Changlai.App.Features.Customers.Rules;
using Changlai.Core.Calendars;
using FsCheck;
using FsCheck.Fluent;

namespace Changlai.App.Tests.Features.Customers.Rules;

public sealed class ResemblanceTests
{
    private static readonly ResemblanceFacts LiMinghua = new(1, "李明华", "liminghua", true, ["+8613800138000"], [], [], null, [], [], null, 1);

    private static readonly Gen<ResemblanceFacts> Facts =
        from name in Gen.Elements("李明华", "李鸣华", "王芳", "liminghua", "anna")
        from named in Gen.Elements(true, true, true, false)
        from phones in Gen.SubListOf("+8613800138000", "+8613800138001", "+8657188881234")
        from emails in Gen.SubListOf("a@example.org", "b@example.org")
        from numbers in Gen.SubListOf(new SourceNumber("till", "1001"), new SourceNumber("web", "1001"), new SourceNumber("till", "2002"))
        from wecom in Gen.Elements(null, "w1", "w2")
        from birthdays in Gen.SubListOf(AnnualDay.Gregorian(5, 1), AnnualDay.Gregorian(5, 1, 1980), AnnualDay.Gregorian(5, 1, 1981), AnnualDay.Lunar(8, 15))
        from streets in Gen.SubListOf("文一路12号", "文二路3号")
        from gender in Gen.Elements(null, "female", "male")
        from store in Gen.Elements<long?>(null, 1, 2)
        select new ResemblanceFacts(1, name, name switch { "李明华" or "李鸣华" => "liminghua", "王芳" => "wangfang", _ => name }, named, [.. phones], [.. emails], [.. numbers], wecom,
            [.. birthdays], [.. streets], gender, store);

    [Fact]
    public void The_same_phone_and_name_are_one_customer_whatever_else_is_unknown()
    {
        var other = LiMinghua with { Id = 2, StoreId = 2 };
        Score(LiMinghua, other).ShouldBe(80);
        Kinds(LiMinghua, other).ShouldBe([EvidenceKind.SamePhone, EvidenceKind.SameName]);
    }

    [Fact]
    public void A_couple_with_one_phone_are_two_customers() =>
        Score(LiMinghua with { Gender = "female" }, LiMinghua with { Id = 2, Name = "王建国", Sound = "wangjianguo", Gender = "male" }).ShouldBeLessThan(Resemblance.WorthALook);

    [Fact]
    public void A_name_written_with_another_character_of_the_same_sound_still_counts() =>
        Score(LiMinghua, LiMinghua with { Name = "李鸣华" }).ShouldBeGreaterThanOrEqualTo(Resemblance.WorthALook);

    [Fact]
    public void A_common_name_in_one_store_alone_is_no_evidence_enough() =>
        Score(LiMinghua with { Phones = [] }, LiMinghua with { Phones = [] }).ShouldBeLessThan(Resemblance.WorthALook);

    [Theory]
    [InlineData("+8613800138000", "+8613800138009", nameof(EvidenceKind.NearPhone))]
    [InlineData("+8613800138000", "+8613800183000", nameof(EvidenceKind.NearPhone))]
    [InlineData("+8613800138000", "+8613900139000", nameof(EvidenceKind.OtherPhone))]
    [InlineData("+8613800138000", "+861380013800", nameof(EvidenceKind.OtherPhone))]
    public void A_slip_of_the_finger_in_a_phone_is_told_from_another_phone(string one, string other, string kind) =>
        Kinds(LiMinghua with { Phones = [one] }, LiMinghua with { Phones = [other] }).ShouldContain(Enum.Parse<EvidenceKind>(kind));

    [Theory]
    [InlineData("zhangsan", "zhangshan", nameof(EvidenceKind.NearName))]
    [InlineData("zhangsan", "zhangsam", nameof(EvidenceKind.NearName))]
    [InlineData("liwu", "liwo", nameof(EvidenceKind.OtherName))]
    [InlineData("李明华", "李明芳", nameof(EvidenceKind.NearName))]
    [InlineData("李华", "李芳", nameof(EvidenceKind.OtherName))]
    [InlineData("zhangsan", "zhangwei", nameof(EvidenceKind.OtherName))]
    public void A_letter_more_or_less_makes_a_long_name_near_and_a_short_one_another(string one, string other, string kind) =>
        Kinds(LiMinghua with { Name = one, Sound = one }, LiMinghua with { Name = other, Sound = other }).ShouldContain(Enum.Parse<EvidenceKind>(kind));

    [Fact]
    public void Another_birthday_year_speaks_against() =>
        Kinds(LiMinghua with { Birthdays = [AnnualDay.Gregorian(5, 1, 1980)] }, LiMinghua with { Birthdays = [AnnualDay.Gregorian(5, 1, 1981)] }).ShouldContain(EvidenceKind.OtherBirthday);

    [Fact]
    public void A_lunar_and_a_Gregorian_birthday_say_nothing_against_each_other() =>
        Kinds(LiMinghua with { Birthdays = [AnnualDay.Gregorian(10, 1)] }, LiMinghua with { Birthdays = [AnnualDay.Lunar(8, 15)] }).ShouldNotContain(EvidenceKind.OtherBirthday);

    [Fact]
    public void It_is_the_same_from_either_side_and_every_time() => Prop.ForAll(Facts.ToArbitrary(), Facts.ToArbitrary(), (one, other) =>
    {
        Resemblance.Compare(one, other).ShouldBe(Resemblance.Compare(other, one));
        Resemblance.Compare(one, other).ShouldBe(Resemblance.Compare(one, other));
        Score(one, other).ShouldBeInRange(0, 100);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Agreeing_on_one_thing_more_never_lowers_the_score() => Prop.ForAll(Facts.ToArbitrary(), Facts.ToArbitrary(), (one, other) =>
    {
        var before = Score(one, other);
        foreach (var agreeing in (ResemblanceFacts[])
        [
            other with { Name = one.Name, Sound = one.Sound, Named = one.Named || !other.Named },
            other with { Phones = [.. one.Phones, .. other.Phones] },
            other with { Emails = [.. one.Emails, .. other.Emails] },
            other with { Numbers = [.. one.Numbers, .. other.Numbers] },
            other with { Birthdays = [.. one.Birthdays, .. other.Birthdays] },
            other with { Streets = [.. one.Streets, .. other.Streets] },
            other with { WeComId = one.WeComId },
            other with { Gender = one.Gender },
            other with { StoreId = one.StoreId ?? other.StoreId },
        ])
            Agrees(one, agreeing, other).ShouldBeGreaterThanOrEqualTo(before);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Who_shares_a_phone_an_email_or_name_and_birthday_shares_a_key() => Prop.ForAll(Facts.ToArbitrary(), Facts.ToArbitrary(), (one, other) =>
    {
        var shared = ResemblanceKeys.Of(one).Intersect(ResemblanceKeys.Of(other)).Any();
        var kinds = Kinds(one, other);
        if (kinds.Contains(EvidenceKind.SamePhone) || kinds.Contains(EvidenceKind.SameEmail) || kinds.Contains(EvidenceKind.SameWeCom)) shared.ShouldBeTrue();
        if (kinds.Contains(EvidenceKind.SameName) && kinds.Contains(EvidenceKind.SameBirthday)) shared.ShouldBeTrue();
    }).QuickCheckThrowOnFailure();

    // Somebody whose name becomes known agrees on it only when both names are known.
    private static int Agrees(ResemblanceFacts one, ResemblanceFacts agreeing, ResemblanceFacts other) =>
        agreeing.Named != other.Named && !one.Named ? int.MaxValue : Score(one, agreeing);

    private static int Score(ResemblanceFacts one, ResemblanceFacts other) => Resemblance.Score(Resemblance.Compare(one, other));

    private static IReadOnlyList<EvidenceKind> Kinds(ResemblanceFacts one, ResemblanceFacts other) => [.. Resemblance.Compare(one, other).Select(evidence => evidence.Kind)];
}
