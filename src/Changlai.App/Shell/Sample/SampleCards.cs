using Changlai.App.Features.Customers.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Shell.Sample;

/// <summary>
/// What else the sample's customers have told: where they live, what they drink, what they do. Each draws from a stream of
/// their own, so that this changes nothing else about them.
/// </summary>
internal sealed class SampleCards
{
    private const ulong Stream = 2_000_000;
    private const string PrivacyWording = "同意常青茶业保存本人资料并用于售后与会员服务（2024 年版）";

    private static readonly string[] Occupations = ["教师", "退休", "医生", "公务员", "个体经营", "会计", "工程师", "家庭主妇", "司机", "设计师", "律师", "护士"];
    private static readonly string[] TeaTags = ["爱绿茶", "爱红茶", "爱老白茶", "送礼多", "老街坊", "自己来取", "嘴巧会品"];
    private static readonly string[] SalonTags = ["敏感肌", "爱安静", "周末来", "带朋友来", "办了套餐"];
    private static readonly string[] Topics = ["新茶上市", "养生", "茶具", "节气饮食", "护肤", "讲座活动"];
    private static readonly string[] Incomes = ["5000-10000", "10000-20000", "20000-50000"];

    private static readonly (string Chinese, string English)[] Teas = [("绿茶", "Green"), ("红茶", "Black"), ("乌龙", "Oolong"), ("普洱", "Pu’er"), ("花茶", "Flower"), ("养生茶", "Herbal")];
    private static readonly (string Chinese, string English)[] Strengths = [("淡", "Light"), ("中", "Medium"), ("浓", "Strong")];
    private static readonly (string Chinese, string English)[] Skins = [("干性", "Dry"), ("油性", "Oily"), ("混合", "Mixed"), ("敏感", "Sensitive")];

    private readonly ulong seed;
    private readonly long teas;
    private readonly long strength;
    private readonly long cups;
    private readonly long skin;
    private readonly long gift;

    /// <summary>Defines the shop's own fields.</summary>
    public SampleCards(ulong seed, Features.Platform.Contracts.DatabaseSession session)
    {
        this.seed = seed;
        teas = Define(FieldType.Choices, new("爱喝的茶", "Favourite teas"), 10, Teas);
        strength = Define(FieldType.Choice, new("浓淡", "Strength"), 20, Strengths);
        cups = CustomerFields.Define(session, new CustomerField(0, FieldType.Number, new("每天几杯", "Cups a day"), false, false, "0", "30", null, 30, false, 1));
        skin = Define(FieldType.Choice, new("肤质", "Skin type"), 40, Skins);
        gift = CustomerFields.Define(session, new CustomerField(0, FieldType.Text, new("送礼送给谁", "Gives tea to"), false, true, null, "60", null, 50, false, 1));

        long Define(FieldType type, Text name, int position, (string Chinese, string English)[] choices) => CustomerFields.Define(session,
            new CustomerField(0, type, name, false, false, null, null, null, position, false, 1) { Choices = [.. choices.Select(one => new FieldChoice(0, new Text(one.Chinese, one.English), false))] });
    }

    public NewCustomer Fill(SampleCustomer customer, NewCustomer card)
    {
        var draw = new SampleRandom(seed, Stream + (ulong)customer.Id);
        var isSalon = customer.StoreId == 3;
        var further = draw.Chance(0.12) ? [new CustomerPhone(draw.Chance(0.6) ? "home" : CustomerCodes.Work, SamplePhones.SecondOfCustomer(customer.Id))] : (IReadOnlyList<CustomerPhone>)[];
        var consented = draw.Chance(0.55);
        return card with
        {
            Kind = customer.IsLead ? CustomerCodes.Lead : CustomerCodes.Direct,
            FurtherPhones = further,
            WeComId = draw.Chance(0.3) ? $"wx_{customer.Number.ToLowerInvariant()}" : null,
            Numbers = draw.Chance(0.25) ? [new ExternalNumber("储值卡", $"{(isSalon ? "MY" : "CZ")}{880000 + (customer.Id * 7 % 10000):000000}")] : [],
            Addresses = [new CustomerAddress(null, customer.Province, customer.City, customer.District, customer.Street)],
            Occupation = draw.Chance(0.35) ? draw.Pick(Occupations) : null,
            IncomeBand = draw.Chance(0.04) ? draw.Pick(Incomes) : null,
            Tags = Some(draw, isSalon ? SalonTags : TeaTags, 0.4),
            Topics = Some(draw, Topics, 0.3),
            Values = Values(draw, isSalon),
            PreferredFrom = customer.PreferredFrom,
            PreferredUntil = customer.PreferredTo,
            NotAtWork = further.Count > 0 && further[0].Kind == CustomerCodes.Work && draw.Chance(0.5),
            LikedChannels = draw.Chance(0.2) ? ChannelSet.Of(draw.Chance(0.5) ? ContactChannel.WeCom : ContactChannel.Phone) : ChannelSet.None,
            RefusedChannels = customer.Id % 90 == 17 ? ChannelSet.Of(ContactChannel.Letter) : ChannelSet.None,
            PrivacyConsentAt = consented ? card.CreatedAt : null,
            ConsentSource = "form",
            ConsentWording = consented ? PrivacyWording : "",
            RefusalWording = "不用寄贺卡",
        };
    }

    private Dictionary<long, FieldValue> Values(SampleRandom draw, bool isSalon)
    {
        var values = new Dictionary<long, FieldValue>();
        if (isSalon)
        {
            if (draw.Chance(0.7)) values[skin] = new FieldValue { Choices = [draw.Between(1, Skins.Length)] };
            return values;
        }
        if (draw.Chance(0.5)) values[teas] = new FieldValue { Choices = [.. new[] { (long)draw.Between(1, Teas.Length), draw.Between(1, Teas.Length) }.Distinct().Order()] };
        if (draw.Chance(0.4)) values[strength] = new FieldValue { Choices = [draw.Between(1, Strengths.Length)] };
        if (draw.Chance(0.25)) values[cups] = new FieldValue(Milli: draw.Between(1, 12) * 1000L);
        if (draw.Chance(0.08)) values[gift] = new FieldValue(Text: draw.Pick((string[])["岳父", "公司客户", "老师", "老战友", "亲家"]));
        return values;
    }

    private static List<string> Some(SampleRandom draw, string[] words, double chance) =>
        draw.Chance(chance) ? [.. Enumerable.Range(0, draw.Between(1, 2)).Select(_ => draw.Pick(words)).Distinct()] : [];
}
