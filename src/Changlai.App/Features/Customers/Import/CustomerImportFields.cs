using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Import;

/// <summary>The columns of a customer file, with their usual headings.</summary>
internal static class CustomerImportFields
{
    public const string Number = "number";
    public const string Name = "name";
    public const string Phone = "phone";
    public const string SecondPhone = "phone-2";
    public const string HomePhone = "phone-home";
    public const string WorkPhone = "phone-work";
    public const string Email = "email";
    public const string SecondEmail = "email-2";
    public const string Store = "store";
    public const string Owner = "owner";
    public const string DoNotContact = "do-not-contact";
    public const string DoNotContactOn = "do-not-contact-on";
    public const string Liked = "liked";
    public const string Refused = "refused";
    public const string Days = "days";
    public const string Hours = "hours";
    public const string NotAtWork = "not-at-work";
    public const string Topics = "topics";
    public const string Consent = "consent";

    public static readonly ImportField NumberField = new(Number, new("客户编号", "Customer number"),
        ["客户编号", "客户号", "客户ID", "客户代码", "会员编号", "会员号", "会员ID", "顾客编号", "编号", "customer id", "customer no", "customer number", "customer code", "member id", "member no", "member number", "client id", "number", "id"]);

    public static readonly ImportField PhoneField = new(Phone, new("手机", "Phone"),
        ["手机号", "手机号码", "手机", "客户手机", "会员手机", "联系电话", "联系方式", "电话号码", "电话", "mobile", "mobile phone", "mobile number", "phone number", "phone no", "phone", "telephone", "tel", "cell phone"]);

    /// <summary>Those of dates, by the code of the kind and the calendar when the heading says it.</summary>
    public static readonly IReadOnlyList<(ImportField Field, string Kind, bool IsLunar)> Dates =
    [
        (new("birthday", new("生日", "Birthday"), ["生日", "出生日期", "出生年月", "公历生日", "阳历生日", "birthday", "birth date", "date of birth", "dob"]), CustomerCodes.Birthday, false),
        (new("lunar-birthday", new("农历生日", "Lunar birthday"), ["农历生日", "阴历生日", "旧历生日", "lunar birthday"]), CustomerCodes.Birthday, true),
        (new("wedding", new("结婚纪念日", "Wedding day"), ["结婚纪念日", "纪念日", "结婚日期", "wedding", "wedding day", "wedding anniversary", "anniversary"]), "wedding", false),
        (new("spouse-birthday", new("配偶生日", "Spouse’s birthday"), ["配偶生日", "爱人生日", "spouse birthday", "spouses birthday"]), "spouse-birthday", false),
        (new("child-birthday", new("孩子生日", "Child’s birthday"), ["孩子生日", "子女生日", "宝宝生日", "child birthday", "childs birthday"]), CustomerCodes.ChildBirthday, false),
    ];

    /// <summary>Those that name another customer, with the kind of relation.</summary>
    public static readonly IReadOnlyList<(ImportField Field, string Kind)> Relations =
    [
        (new("introduced-by", new("介绍人（编号或电话）", "Introduced by (number or phone)"),
            ["介绍人", "介绍人编号", "介绍人电话", "推荐人", "转介绍人", "introduced by", "referred by", "referrer", "referral"]), "introduced-by"),
        (new("family", new("家人（编号或电话）", "Family (number or phone)"), ["家人", "家人编号", "家庭成员", "亲属", "配偶编号", "family", "family member", "relatives"]), "family"),
        (new("colleague", new("同事（编号或电话）", "Colleague (number or phone)"), ["同事", "同事编号", "colleague", "colleagues", "coworker"]), "colleague"),
    ];

    private static readonly IReadOnlyList<ImportField> Fixed =
    [
        NumberField,
        new(Name, new("姓名", "Name"), ["姓名", "客户姓名", "客户名称", "会员姓名", "会员名称", "顾客姓名", "名称", "name", "customer name", "member name", "client name", "full name", "customer", "客户", "会员"]),
        PhoneField,
        new(SecondPhone, new("另一个手机", "Second phone"), ["备用手机", "备用电话", "其他电话", "手机2", "电话2", "第二电话", "phone 2", "second phone", "other phone", "mobile 2"]),
        new(HomePhone, new("家里电话", "Home phone"), ["家庭电话", "家里电话", "住宅电话", "宅电", "home phone"]),
        new(WorkPhone, new("单位电话", "Work phone"), ["单位电话", "办公电话", "公司电话", "工作电话", "work phone", "office phone", "business phone"]),
        new(Email, new("邮箱", "E-mail"), ["邮箱", "电子邮箱", "电子邮件", "邮件", "email", "e-mail", "email address", "mail"]),
        new(SecondEmail, new("另一个邮箱", "Second e-mail"), ["备用邮箱", "邮箱2", "email 2", "second email", "other email"]),
        new("card", new("会员卡号", "Member card"), ["会员卡号", "卡号", "card no", "card number", "member card", "loyalty card"]),
        new("salutation", new("称呼", "Salutation"), ["称呼", "尊称", "salutation", "title"]),
        new("gender", new("性别", "Gender"), ["性别", "gender", "sex"]),
        new("kind", new("客户类型", "Kind of customer"), ["客户类型", "客户类别", "类型", "customer type", "customer kind", "kind", "type"]),
        new("source", new("来源", "Source"), ["来源", "客户来源", "获客渠道", "来源渠道", "source", "lead source", "customer source"]),
        new("tier", new("会员等级", "Tier"), ["会员等级", "客户等级", "等级", "级别", "tier", "level", "member level"]),
        new(Store, new("门店", "Store"), ["门店", "门店名称", "所属门店", "店铺", "分店", "网点", "store", "store name", "shop", "branch", "outlet"]),
        new(Owner, new("负责人", "Owner"), ["负责人", "归属人", "跟进人", "导购", "顾问", "客户经理", "业务员", "owner", "account manager", "consultant", "sales person", "staff"]),
        new("language", new("语言", "Language"), ["语言", "language"]),
        new("wecom", new("微信号", "WeCom or WeChat"), ["微信号", "微信", "企业微信", "wechat", "wechat id", "wecom", "wecom id"]),
        new("occupation", new("职业", "Occupation"), ["职业", "职务", "occupation", "job", "profession"]),
        new("income", new("收入", "Income"), ["收入", "月收入", "收入水平", "income", "income band"]),
        new("country", new("国家", "Country"), ["国家", "国家地区", "country"]),
        new("province", new("省份", "Province"), ["省", "省份", "省市", "province", "state"]),
        new("city", new("城市", "City"), ["市", "城市", "地市", "city", "town"]),
        new("district", new("区县", "District"), ["区", "区县", "县", "县区", "district", "county"]),
        new("street", new("地址", "Street"), ["地址", "详细地址", "街道", "通讯地址", "联系地址", "家庭住址", "住址", "address", "street", "street address"]),
        new("region", new("区域", "Region"), ["区域", "所属区域", "客户区域", "地区", "region", "area"]),
        new("tags", new("标签", "Tags"), ["标签", "客户标签", "tags", "labels"]),
        new(DoNotContact, new("勿扰", "Do not contact"), ["勿扰", "免打扰", "请勿联系", "不要联系", "do not contact", "dnc", "do not call"]),
        new(DoNotContactOn, new("勿扰日期", "Do not contact since"), ["勿扰日期", "免打扰日期", "拒绝联系日期", "do not contact since", "dnc since", "dnc date"]),
        new(Liked, new("喜欢的联系方式", "Ways they like"),
            ["喜欢的联系方式", "喜欢的方式", "偏好的联系方式", "首选联系方式", "联系偏好", "偏好渠道", "liked channels", "ways they like", "preferred channel", "preferred channels", "preferred contact method"]),
        new(Refused, new("拒绝的联系方式", "Ways they refuse"),
            ["拒绝的联系方式", "拒绝的方式", "拒绝联系方式", "拒绝渠道", "退订渠道", "退订", "refused channels", "ways they refuse", "opted out", "opt out", "unsubscribed"]),
        new(Days, new("方便的日子", "Good days"), ["方便的日子", "方便联系的日子", "联系日", "good days", "preferred days", "best days"]),
        new(Hours, new("方便的时间", "Good hours"), ["方便的时间", "方便时间", "方便时段", "联系时段", "最佳联系时间", "good hours", "preferred hours", "preferred time", "best time to call", "best time"]),
        new(NotAtWork, new("不要打到单位", "Never call at work"), ["不要打到单位", "不打单位", "勿打单位电话", "not at work", "never call at work"]),
        new(Topics, new("感兴趣的话题", "Topics they like"), ["感兴趣的话题", "话题", "兴趣", "兴趣爱好", "爱好", "topics", "interests", "topics they like", "topics of interest"]),
        new(Consent, new("隐私同意", "Privacy consent"), ["隐私同意", "隐私同意日期", "同意日期", "隐私授权", "privacy consent", "consent", "consent date", "consented on"]),
        .. Relations.Select(relation => relation.Field),
        .. Dates.Select(date => date.Field),
    ];

    /// <summary>The card's own fields and those that the organisation defined.</summary>
    public static IReadOnlyList<ImportField> Of(IReadOnlyList<CustomerField> own) =>
        [.. Fixed, .. own.Where(field => !field.IsRetired).Select(field => new ImportField(OfOwn(field), field.Name, [field.Name.Chinese, field.Name.English]))];

    public static string OfOwn(CustomerField field) => $"field-{field.Id}";
}
