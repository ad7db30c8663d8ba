using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Editing;
using Changlai.App.Features.Customers.Rules;
using Changlai.Core.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Changlai.App.Tests.Features.Customers.Rules;

public sealed class CustomerFormCheckTests
{
    private static readonly IReadOnlyList<CustomerField> Fields =
    [
        new(1, FieldType.Text, new Text("口味", "Taste"), false, true, null, null, null, 1, false, 1),
        new(2, FieldType.Number, new Text("杯", "Cups"), false, false, "-5", "99", null, 2, false, 1),
        new(3, FieldType.Date, new Text("从", "Since"), false, false, null, null, null, 3, false, 1),
        new(4, FieldType.Choices, new Text("爱喝", "Likes"), false, false, null, null, null, 4, false, 1) { Choices = [new(1, new("绿", "Green"), false), new(2, new("红", "Black"), true)] },
        new(5, FieldType.YesNo, new Text("烟", "Smokes"), false, false, null, null, null, 5, false, 1),
    ];

    private static readonly FormBounds Bounds = new([1, 2], [7], Fields);

    private static readonly Gen<string> Words = Gen.Elements("李明华", "王", "O’Neil & <b>", "茶 40%", "😀", "' OR 1=1", "a");

    private static Gen<string?> Maybe(Gen<string> words) => Gen.OneOf(words.Select(word => (string?)word), Gen.Constant((string?)null));

    private static Gen<string?> Code(IReadOnlyList<Coded> codes) => Maybe(Gen.Elements(codes.Select(code => code.Code).ToArray()));

    private static readonly Gen<CustomerDetails> Details =
        from name in Words
        from words in Maybe(Words).ListOf(4)
        from gender in Code(CustomerCodes.Genders)
        from tier in Code(CustomerCodes.Tiers)
        from kind in Gen.Elements(CustomerCodes.Kinds.Select(code => code.Code).ToArray())
        from phones in Gen.SubListOf("+8613800138000", "+8657188881234", "+14155550100", "+864008001234")
        from phoneKind in Gen.Elements(CustomerCodes.PhoneKinds.Select(code => code.Code).ToArray())
        from emails in Gen.SubListOf("a@example.org", "b.c@example.com")
        from street in Maybe(Words)
        from tags in Gen.SubListOf("爱绿茶", "老街坊", "vip")
        from milli in Gen.Choose(-5000, 99000)
        from yes in Gen.Elements(true, false)
        from filled in Gen.Elements(true, false)
        select new CustomerDetails
        {
            Name = name,
            Salutation = words[0],
            Occupation = words[1],
            WeComId = words[2],
            Gender = gender,
            Tier = tier,
            Kind = kind,
            StoreId = filled ? 2 : null,
            OwnerId = filled ? 7 : null,
            Phones = [.. phones.Select(phone => new CustomerPhone(phoneKind, phone))],
            Emails = [.. emails],
            Numbers = words[3] is { } number ? [new ExternalNumber("会员卡", number)] : [],
            Addresses = street is null ? [] : [new CustomerAddress(null, "浙江省", "杭州市", null, street)],
            Tags = [.. tags],
            Values = filled
                ? new Dictionary<long, FieldValue> { [1] = new(Text: name), [2] = new(Milli: milli), [3] = new(Day: new DateOnly(2026, 2, 28)), [4] = new() { Choices = [1, 2] }, [5] = new(Yes: yes) }
                : new Dictionary<long, FieldValue>(),
        };

    [Fact]
    public void What_is_stored_passes_through_its_form_unchanged() => Prop.ForAll(Details.ToArbitrary(), details =>
    {
        var (read, form) = CustomerFormCheck.Read(CustomerForm.Of(details, 3), Bounds, details);
        form.Errors.ShouldBeEmpty();
        var lines = new DetailLines(Language.English, id => id.ToString(), id => id.ToString(), Fields);
        lines.Differences(details, read!).ShouldBeEmpty();
        read!.Phones.ShouldBe(details.Phones);
        read.Addresses.ShouldBe(details.Addresses);
        read.Values.ShouldBe(details.Values, ignoreOrder: true);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("138 0013 800")]
    [InlineData("8888 1234")]
    [InlineData("call me")]
    [InlineData("+1")]
    public void A_phone_that_is_no_whole_number_is_refused(string typed) => Errors(("phone-0", typed)).ShouldBe(["phone-0"]);

    [Theory]
    [InlineData("nobody")]
    [InlineData("a@b")]
    [InlineData("a@@example.org")]
    [InlineData("a b@example.org")]
    [InlineData("@example.org")]
    public void What_is_no_email_is_refused(string typed) => Errors(("email-0", typed)).ShouldBe(["email-0"]);

    [Fact]
    public void The_same_phone_twice_is_one_and_the_chosen_one_comes_first()
    {
        var (details, _) = CustomerFormCheck.Read(Form(("phone-0", "138 0013 8000"), ("phone-1", "+86 13800138000"), ("phone-3", "139 1111 2222"), ("firstPhone", "3")), Bounds);
        details!.Phones.Select(phone => phone.E164).ShouldBe(["+8613911112222", "+8613800138000"]);
    }

    [Fact]
    public void An_owner_or_store_that_is_not_offered_is_refused_unless_it_stands_there_already()
    {
        Errors(("owner", "8"), ("store", "3")).ShouldBe(["store", "owner"]);
        var before = new CustomerDetails { Name = "李", OwnerId = 8, StoreId = 3 };
        CustomerFormCheck.Read(Form(("owner", "8"), ("store", "3")), Bounds, before).Form.Errors.ShouldBeEmpty();
    }

    [Fact]
    public void A_retired_field_keeps_what_was_told()
    {
        var bounds = Bounds with { Fields = [Fields[0] with { IsRetired = true }] };
        var before = new CustomerDetails { Name = "李", Values = new Dictionary<long, FieldValue> { [1] = new(Text: "清淡") } };
        CustomerFormCheck.Read(Form(("field-1", "")), bounds, before).Details!.Values[1].Text.ShouldBe("清淡");
    }

    private static IEnumerable<string> Errors(params (string Name, string Value)[] typed) => CustomerFormCheck.Read(Form(typed), Bounds).Form.Errors.Keys;

    private static CustomerForm Form(params (string Name, string Value)[] typed) =>
        new(typed.Prepend(("name", "李明华")).ToDictionary(field => field.Item1, field => (IReadOnlyList<string>)[field.Item2], StringComparer.Ordinal));
}
