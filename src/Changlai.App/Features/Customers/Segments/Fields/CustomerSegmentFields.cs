using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Customers.Editing;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Segments.Fields;

/// <summary>What the card says of a customer, and what it does not say yet.</summary>
internal sealed class CustomerSegmentFields : ISegmentField
{
    private static readonly Text Card = new("客户资料", "The customer");
    private static readonly Text Reach = new("联系方式", "Ways to reach them");
    private static readonly string City = $"""
        CASE WHEN customer_address.city IS NULL AND customer_address.province IN ({string.Join(", ", Regions.MunicipalityNames.Select(name => $"'{name}'"))})
            THEN customer_address.province ELSE customer_address.city END
        """;

    public IEnumerable<SegmentField> Read(DatabaseSession session) => [.. OfCard(session), .. OfReach()];

    private static IEnumerable<SegmentField> OfCard(DatabaseSession session) =>
    [
        new("customer.store", Card, new("门店", "store"), SegmentFieldKind.Choice, "customer.store_id")
        {
            Values = SegmentValues.Id, MayBeUnknown = true, IsUsual = true, Options = Listed(session, "SELECT id, name FROM store ORDER BY id"),
        },
        new("customer.owner", Card, new("负责人", "owner"), SegmentFieldKind.Choice, "customer.owner_id")
        {
            Values = SegmentValues.Id, MayBeUnknown = true, Options = Listed(session, "SELECT id, name FROM staff WHERE active ORDER BY store_id, name, id"),
        },
        OfCodes("customer.tier", new("等级", "tier"), "customer.tier", CustomerCodes.Tiers) with { IsUsual = true },
        new("customer.tags", Card, new("标签", "tag"), SegmentFieldKind.Choice, "customer_tag.tag_id")
        {
            History = OfTags, Values = SegmentValues.Id, IsIndexed = true, IsUsual = true, Choices = new TagChoices(Tags.Tag),
            Phrases = new(new("有标签“{0}”", "tag “{0}”"), new("没有标签“{0}”", "no tag “{0}”")),
        },
        new("customer.region", Card, new("区域", "region"), SegmentFieldKind.Choice, "customer.region")
        {
            Values = SegmentValues.Path, MayBeUnknown = true, IsUsual = true, Choices = new RegionChoices(),
        },
        new("customer.city", Card, new("地址所在城市", "city of an address"), SegmentFieldKind.Text, City) { History = OfAddresses, MayBeUnknown = true },
        new("customer.kind", Card, new("客户类型", "kind"), SegmentFieldKind.Choice, "customer.kind") { Options = SegmentOption.Words(CustomerCodes.Kinds) },
        OfCodes("customer.source", new("来源", "source"), "customer.source", CustomerCodes.Sources),
        OfCodes("customer.gender", new("性别", "gender"), "customer.gender", CustomerCodes.Genders),
        new("customer.occupation", Card, new("职业", "occupation"), SegmentFieldKind.Text, "customer.occupation") { MayBeUnknown = true },
        OfCodes("customer.income", new("家庭月收入", "household income a month"), "customer.income_band", CustomerCodes.IncomeBands),
        new("customer.language", Card, new("语言", "language"), SegmentFieldKind.Choice, "customer.language")
        {
            MayBeUnknown = true, Options = [.. CustomerCodes.Languages.Select(one => new SegmentOption(one.Code, one.Name))],
        },
        new("customer.created", Card, new("登记日", "registered"), SegmentFieldKind.Day, "customer.created_at") { IsInstant = true },
        new("customer.name", Card, new("姓名", "name"), SegmentFieldKind.Text, "customer.name"),
        // Of whom only a number is known is called by it.
        YesNo("customer.name-known", Card, new("知道姓名", "name known"), "customer.name <> coalesce(customer.external_number, '') AND customer.name <> coalesce(customer.phone, '')",
            new("知道姓名", "name known"), new("不知道姓名", "name not known")),
    ];

    private static IEnumerable<SegmentField> OfReach() =>
    [
        YesNo("customer.phone-known", Reach, new("知道电话", "phone known"), "customer.phone IS NOT NULL", new("有电话", "a phone number"), new("没有电话", "no phone number")),
        Has("customer.further-phone", Reach, new("知道别的电话", "further phone known"), "customer_phone", new("有别的电话", "a further phone number"), new("没有别的电话", "no further phone number")),
        YesNo("customer.email-known", Reach, new("知道邮箱", "e-mail known"), "customer.email IS NOT NULL", new("有邮箱", "an e-mail address"), new("没有邮箱", "no e-mail address")),
        YesNo("customer.wecom-known", Reach, new("知道企业微信", "WeCom known"), "customer.wecom_id IS NOT NULL", new("有企业微信", "a WeCom contact"), new("没有企业微信", "no WeCom contact")),
        Has("customer.address-known", Reach, new("知道地址", "address known"), "customer_address", new("有地址", "an address"), new("没有地址", "no address")),
        Has("customer.card-known", Reach, new("知道卡号", "card number known"), "customer_number", new("有卡号", "a card number"), new("没有卡号", "no card number")),
    ];

    private static readonly SegmentHistory OfTags = new("customer_tag", "customer_tag.customer_id") { IsOneRowForEachValue = true };
    private static readonly SegmentHistory OfAddresses = new("customer_address", "customer_address.customer_id");

    private static SegmentField YesNo(string code, Text topic, Text name, string expression, Text holds, Text holdsNot) =>
        new(code, topic, name, SegmentFieldKind.YesNo, expression) { Phrases = new(holds, holdsNot) };

    /// <summary>Whether a table holds anything of the customer.</summary>
    private static SegmentField Has(string code, Text topic, Text name, string table, Text holds, Text holdsNot) =>
        YesNo(code, topic, name, "true", holds, holdsNot) with { History = new(table, $"{table}.customer_id") };

    private static SegmentField OfCodes(string code, Text name, string expression, IReadOnlyList<Coded> codes) =>
        new(code, Card, name, SegmentFieldKind.Choice, expression) { MayBeUnknown = true, Options = SegmentOption.Words(codes) };

    private static List<SegmentOption> Listed(DatabaseSession session, string sql)
    {
        var options = new List<SegmentOption>();
        using var rows = session.Read(sql);
        while (rows.Next()) options.Add(new SegmentOption(rows.Long(0).ToString(), new Text(rows.Text(1), rows.Text(1))));
        return options;
    }
}
