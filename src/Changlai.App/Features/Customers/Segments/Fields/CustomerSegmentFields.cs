using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Customers.Segments.Model;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Segments.Fields;

/// <summary>What the card says of a customer.</summary>
internal sealed class CustomerSegmentFields : ISegmentField
{
    private static readonly Text Card = new("客户资料", "The customer");
    private static readonly Text Contact = new("联系意愿", "Wishes");
    private static readonly Text Dates = new("特殊日子", "Special dates");
    private static readonly IReadOnlyList<Coded> DateKinds = [.. CustomerCodes.DateKinds.Where(kind => kind.Code != CustomerCodes.NamedDate)];

    public IEnumerable<SegmentField> Read(DatabaseSession session) =>
    [
        new("customer.store", Card, new("门店", "store"), SegmentFieldKind.Choice, "customer.store_id")
        {
            Values = SegmentValues.Id, MayBeUnknown = true, Options = Listed(session, "SELECT id, name FROM store ORDER BY id"),
        },
        new("customer.owner", Card, new("负责人", "owner"), SegmentFieldKind.Choice, "customer.owner_id")
        {
            Values = SegmentValues.Id, MayBeUnknown = true, Options = Listed(session, "SELECT id, name FROM staff WHERE active ORDER BY store_id, name, id"),
        },
        OfCodes("customer.tier", Card, new("等级", "tier"), "customer.tier", CustomerCodes.Tiers),
        OfCodes("customer.source", Card, new("来源", "source"), "customer.source", CustomerCodes.Sources),
        OfCodes("customer.gender", Card, new("性别", "gender"), "customer.gender", CustomerCodes.Genders),
        OfCodes("customer.language", Card, new("语言", "language"), "customer.language", CustomerCodes.Languages),
        new("customer.created", Card, new("登记日", "registered"), SegmentFieldKind.Day, "customer.created_at") { IsInstant = true },
        new("customer.name", Card, new("姓名", "name"), SegmentFieldKind.Text, "customer.name"),
        // Of whom only a number is known is called by it.
        YesNo("customer.name-known", Card, new("知道姓名", "name known"), "customer.name <> coalesce(customer.external_number, '') AND customer.name <> coalesce(customer.phone, '')",
            new("知道姓名", "name known"), new("不知道姓名", "name not known")),
        YesNo("customer.phone-known", Card, new("知道电话", "phone known"), "customer.phone IS NOT NULL", new("有电话", "a phone number"), new("没有电话", "no phone number")),
        YesNo("customer.email-known", Card, new("知道邮箱", "e-mail known"), "customer.email IS NOT NULL", new("有邮箱", "an e-mail address"), new("没有邮箱", "no e-mail address")),
        YesNo("customer.do-not-contact", Contact, new("要求不再联系", "asked not to be contacted"), "customer.do_not_contact",
            new("要求不再联系", "a wish not to be contacted"), new("可以联系", "no objection to being contacted")),
        YesNo("customer.phone-wrong", Contact, new("号码打不通", "phone does not reach them"), "customer.phone_wrong",
            new("号码打不通", "a phone that does not reach them"), new("号码没有错", "no wrong phone number")),
        YesNo("customer.phone-refused", Contact, new("不愿接电话", "does not want calls"), "customer.phone_refused",
            new("不愿接电话", "a refusal of calls"), new("愿意接电话", "no refusal of calls")),
        new("customer.weekdays", Contact, new("方便的日子", "good days"), SegmentFieldKind.Choice, "customer.preferred_weekdays") { Values = SegmentValues.Bits, Options = Weekdays },
        new("customer.dates", Dates, new("登记过的日子", "dates known"), SegmentFieldKind.Choice, "special_date.kind")
        {
            History = OfDates(null), Options = [.. CustomerCodes.DateKinds.Select(kind => new SegmentOption(kind.Code, kind.Name))],
            Phrases = new(new("登记了{0}", "{0} on record"), new("没有登记{0}", "no {0} on record")),
        },
        .. DateKinds.Select(kind => new SegmentField($"date.{kind.Code}", Dates, kind.Name, SegmentFieldKind.AnnualDay, AnnualDays.Code) { History = OfDates(kind.Code) }),
    ];

    private static readonly IReadOnlyList<SegmentOption> Weekdays = [.. Enumerable.Range(0, 7).Select(day =>
        new SegmentOption((1 << day).ToString(), Core.Calendars.Weekdays.FromBits(1 << day).Words))];

    private static SegmentHistory OfDates(string? kind) => new("special_date", "special_date.customer_id", kind is null ? null : $"special_date.kind = '{kind}'");

    private static SegmentField YesNo(string code, Text topic, Text name, string expression, Text holds, Text holdsNot) =>
        new(code, topic, name, SegmentFieldKind.YesNo, expression) { Phrases = new(holds, holdsNot) };

    private static SegmentField OfCodes(string code, Text topic, Text name, string expression, IReadOnlyList<Coded> codes) =>
        new(code, topic, name, SegmentFieldKind.Choice, expression) { MayBeUnknown = true, Options = [.. codes.Select(one => new SegmentOption(one.Code, one.Name))] };

    private static List<SegmentOption> Listed(DatabaseSession session, string sql)
    {
        var options = new List<SegmentOption>();
        using var rows = session.Read(sql);
        while (rows.Next()) options.Add(new SegmentOption(rows.Long(0).ToString(), new Text(rows.Text(1), rows.Text(1))));
        return options;
    }
}
