using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Editing;
using Changlai.App.Tests.Harness;
using Changlai.Core.Calendars;

namespace Changlai.App.Tests.Features.Customers;

/// <summary>Registering whole customers in bulk.</summary>
public sealed class NewCustomersTests
{
    [Theory, OnBothDatabases]
    public async Task Everything_given_is_stored_and_reads_back_the_same(DatabaseKind kind)
    {
        await using var shop = await TestCustomers.OpenAsync(kind);
        var at = FakeTime.On(TestCustomers.Today).GetUtcNow();
        shop.Session.Execute("INSERT INTO customer_field (id, kind, name_zh, name_en, required, searchable, position) VALUES (1, 'choices', '爱喝', 'Likes', @no, @no, 1)", ("no", false));
        NewCustomer Customer(int number) => new($"N{number}", $"客户{number}", "女士", "female", "+8613800138000", "a@example.org", "zh", "web", "gold", 1, 2, Weekdays.Parse("1-5"), null, null, at,
            [new NewSpecialDate("birthday", AnnualDay.Lunar(8, 15)), new NewSpecialDate("other", AnnualDay.Gregorian(5, 1), "开业")])
        {
            Kind = "lead",
            PhoneKind = "work",
            WeComId = "w",
            Occupation = "教师",
            IncomeBand = "under-5000",
            FurtherPhones = [new("home", "+8613911112222")],
            FurtherEmails = ["b@example.org"],
            Numbers = [new("会员卡", "1"), new("旧卡", "2")],
            Addresses = [new(null, "浙江省", "杭州市", "西湖区", "文一路"), new("日本", null, "东京", null, null)],
            Tags = ["老街坊", "爱绿茶"],
            Topics = ["新茶"],
            Values = new Dictionary<long, FieldValue> { [1] = new() { Choices = [2, 3] } },
            PreferredFrom = new TimeOnly(18, 0),
            PreferredUntil = new TimeOnly(20, 0),
            NotAtWork = true,
            LikedChannels = ChannelSet.Of(ContactChannel.WeCom),
            RefusedChannels = ChannelSet.Of(ContactChannel.Phone, ContactChannel.Letter),
            PrivacyConsentAt = at,
        };
        var first = NewCustomers.Write(shop.Session, "test", [Customer(1), Customer(2)]);

        foreach (var id in (long[])[first, first + 1])
        {
            var details = StoredCustomer.Read(shop.Session, id)!.Details;
            details.Kind.ShouldBe("lead");
            details.Phones.ShouldBe([new("work", "+8613800138000"), new("home", "+8613911112222")]);
            details.Emails.ShouldBe(["a@example.org", "b@example.org"]);
            details.Numbers.ShouldBe([new("会员卡", "1"), new("旧卡", "2")]);
            details.Addresses.Count.ShouldBe(2);
            details.Region.ShouldBe("home/浙江省/杭州市/西湖区");
            details.Tags.ShouldBe(["爱绿茶", "老街坊"], ignoreOrder: true);
            details.Values[1].Choices.ShouldBe([2L, 3L]);
            var wishes = ContactWishes.Read(shop.Session, id)!;
            wishes.Refused.ShouldBe(ChannelSet.Of(ContactChannel.Phone, ContactChannel.Letter));
            (wishes.PreferredFrom, wishes.PreferredUntil, wishes.NotAtWork, wishes.PrivacyConsentAt).ShouldBe((new TimeOnly(18, 0), new TimeOnly(20, 0), true, at));
        }
        shop.Session.Scalar<long>("SELECT count(*) FROM special_date WHERE name = '开业'").ShouldBe(2);
        shop.Session.Scalar<long>("SELECT count(*) FROM tag").ShouldBe(3);
    }
}
