using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Import;

/// <summary>Why a line about a customer cannot be taken.</summary>
internal static class CustomerReasons
{
    public static readonly RejectReason Unidentified = new("customer-missing",
        new Text("这一行既没有客户编号，也没有电话。", "The line has neither a customer number nor a phone."),
        new Text("请填编号或手机号，再次导入时才认得出是同一位客户。", "Give a number or a phone, so that the customer is recognised when they come again."));

    public static readonly RejectReason PhoneInvalid = new("phone-invalid",
        new Text("“{0}”不是电话号码。", "“{0}” is no phone number."),
        new Text("请写 11 位手机号，座机带区号，国外的以 + 和国家代码开头。", "Write a mobile number, a landline with its area code, or + and the country code."));

    public static readonly RejectReason EmailInvalid = new("email-invalid",
        new Text("“{0}”不是邮箱地址。", "“{0}” is no e-mail address."),
        new Text("请写成 name@example.com 这样，或留空。", "Write it like name@example.com, or leave it out."));

    public static readonly RejectReason NameTooLong = new("name-too-long",
        new Text("“{0}”太长了。", "“{0}” is too long."),
        new Text("姓名和名称请不要超过 100 个字。", "Keep names to 100 characters."));

    public static readonly RejectReason NotOffered = new("word-unknown",
        new Text("不认识“{0}”。", "“{0}” is not known here."),
        new Text("请用系统里有的说法，或留空。", "Use one of the words that this field offers, or leave it out."));

    public static readonly RejectReason RegionInvalid = new("region-invalid",
        new Text("“{0}”不像一个区域。", "“{0}” does not read as a region."),
        new Text("请写成 浙江/杭州，国外的写成 国外/法国。", "Write it like 浙江/杭州, or abroad/France."));

    public static readonly RejectReason ChannelUnknown = new("channel-unknown",
        new Text("“{0}”不是一种联系方式。", "“{0}” is no way to reach anybody."),
        new Text("请写 电话、短信、企业微信、邮件、信件 或 上门，几种用顿号隔开。", "Write phone, sms, wecom, email, letter or visit, several apart by commas."));

    public static readonly RejectReason LikedAndRefused = new("liked-and-refused",
        new Text("“{0}”既喜欢又拒绝。", "“{0}” is liked and refused at once."),
        new Text("同一种方式请只写在一列里。", "Name a way in one of the two columns only."));

    public static readonly RejectReason DaysInvalid = new("days-invalid",
        new Text("“{0}”不是星期几。", "“{0}” are no days of the week."),
        new Text("请写成 周一至周五、周末 或 一三五。", "Write it like Mon-Fri, weekends or 1,3,5."));

    public static readonly RejectReason HoursInvalid = new("hours-invalid",
        new Text("“{0}”不是时间段，或者结束早于开始。", "“{0}” are no hours, or they end before they begin."),
        new Text("请写成 18:00-20:30、18:00以后 或 9点到12点。", "Write it like 18:00-20:30, after 18:00 or before 12:00."));

    public static readonly RejectReason YesOrNo = new("yes-or-no",
        new Text("“{0}”看不出是不是。", "“{0}” is neither yes nor no."),
        new Text("请写 是 或 否，或留空。", "Write yes or no, or leave it out."));

    public static readonly RejectReason ConsentInvalid = new("consent-invalid",
        new Text("“{0}”不是日期，也不是“是”。", "“{0}” is neither a date nor a yes."),
        new Text("请写同意的日期，例如 2026-03-01；只写 是 就按导入当天算。", "Write the day they agreed, such as 2026-03-01; yes counts from the day of the import."));

    public static readonly RejectReason RelationUnknown = new("relation-unknown",
        new Text("文件里和系统里都没有编号或电话是“{0}”的客户。", "Neither the file nor the system has a customer with the number or phone “{0}”."),
        new Text("请写另一位客户的编号或电话，或先导入那位客户。", "Give the other customer’s number or phone, or import them first."));

    public static readonly RejectReason RelationSelf = new("relation-self",
        new Text("“{0}”就是这位客户自己。", "“{0}” is this customer themselves."),
        new Text("请写另一位客户的编号或电话，或留空。", "Give another customer’s number or phone, or leave it out."));

    public static readonly RejectReason OwnerUnknown = new("owner-unknown",
        new Text("没有叫“{0}”的员工，或者有好几位。", "Nobody here is called “{0}”, or several are."),
        new Text("请写在职员工的姓名；同名的请先在系统里区分。", "Give the name of somebody who works here; tell people of one name apart first."));

    public static readonly RejectReason DateInvalid = new("date-invalid",
        new Text("“{0}”不是日历上有的日期，或者分不清月和日。", "“{0}” is no date that a calendar has, or month and day cannot be told apart."),
        new Text("请写成 1990-02-03、9月25日 或 农历八月十五。", "Write it like 1990-02-03, 25 Sep, or 8-15 lunar."));

    public static readonly RejectReason DateFuture = new("date-future",
        new Text("“{0}”还没有到。", "“{0}” has not come yet."),
        new Text("请写第一次的年份，或不写年份。", "Give the year of the first time, or leave the year out."));

    public static readonly RejectReason TagTooLong = new("tag-too-long",
        new Text("标签“{0}”太长了，或者标签太多。", "The tag “{0}” is too long, or there are too many."),
        new Text("每个标签不超过 30 个字，最多 20 个，用逗号隔开。", "Keep tags to 30 characters and 20 of them, separated by commas."));

    public static readonly RejectReason OtherStore = new("customer-of-another-store",
        new Text("“{0}”已是别家门店的客户。", "“{0}” is a customer of another store."),
        new Text("请只导入本店的客户；确要更改，请总部导入。", "Import your own store's customers only; to change another's, ask the head office."));

    public static readonly RejectReason Erased = new("customer-erased",
        new Text("“{0}”已应本人要求删除。", "“{0}” was erased at their own request."),
        new Text("请从文件里去掉；若本人又来登记，请在客户页新增。", "Take the line out; if they come again of their own accord, enter them on the customers' page."));

    public static readonly RejectReason CustomerUnknown = new("customer-unknown",
        new Text("没有编号或电话是“{0}”的客户。", "No customer has the number or phone “{0}”."),
        new Text("请先导入这位客户，或核对编号和电话。", "Import the customer first, or check the number and the phone."));

    public static readonly RejectReason KindMissing = new("kind-missing",
        new Text("没有说这是什么日子。", "The line does not say what day this is."),
        new Text("请写“生日”“结婚纪念日”，或自己的名称（不超过 40 个字）。", "Write birthday, wedding, or a name of its own of up to 40 characters."));

    public static readonly RejectReason DateMissing = new("date-missing",
        new Text("这一行没有日期。", "The line has no date."),
        new Text("请写成 1990-02-03、9月25日 或 农历八月十五。", "Write it like 1990-02-03, 25 Sep, or 8-15 lunar."));

    /// <summary>What a field of the organisation's own says about a value, in its words.</summary>
    public static RejectReason OfOwnField(Text problem) => new("field-invalid", new Text(Braced(problem.Chinese), Braced(problem.English)), new Text("请改正或留空。", "Correct it or leave it out."));

    public static Text NameOf(string code) => code switch
    {
        "customer-missing" => new Text("认不出客户", "No way to know the customer"),
        "phone-invalid" => new Text("电话不对", "No phone number"),
        "email-invalid" => new Text("邮箱不对", "No e-mail address"),
        "name-too-long" => new Text("名称太长", "A name is too long"),
        "word-unknown" => new Text("不认识的说法", "An unknown word"),
        "owner-unknown" => new Text("没有这位员工", "Nobody of this name"),
        "date-invalid" => new Text("日期不对", "Impossible date"),
        "date-future" => new Text("日期还没到", "A date in the future"),
        "date-missing" => new Text("没有日期", "No date"),
        "kind-missing" => new Text("没说是什么日子", "No kind of day"),
        "tag-too-long" => new Text("标签太长或太多", "Tags too long or too many"),
        "customer-erased" => new Text("已应要求删除的客户", "Erased at their request"),
        "customer-of-another-store" => new Text("别家门店的客户", "Another store’s customer"),
        "customer-unknown" => new Text("没有这位客户", "Unknown customer"),
        "region-invalid" => new Text("区域不对", "No region"),
        "channel-unknown" => new Text("不认识的联系方式", "An unknown way"),
        "liked-and-refused" => new Text("既喜欢又拒绝", "Liked and refused"),
        "days-invalid" => new Text("不是星期几", "No days of the week"),
        "hours-invalid" => new Text("时间段不对", "No hours"),
        "yes-or-no" => new Text("看不出是不是", "Neither yes nor no"),
        "consent-invalid" => new Text("同意日期不对", "No day of consent"),
        "relation-unknown" => new Text("没有提到的那位客户", "The other customer is unknown"),
        "relation-self" => new Text("提到的是自己", "Related to themselves"),
        "field-invalid" => new Text("自定义字段不对", "A field of yours is wrong"),
        _ => RowReasons.NameOf(code),
    };

    /// <summary>A finished sentence has no places to fill.</summary>
    private static string Braced(string sentence) => sentence.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
}
