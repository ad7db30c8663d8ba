using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Editing;

internal static class EditTexts
{
    public static readonly Text New = new("新客户", "New customer");
    public static readonly Text NewPurpose = new("没有标“必填”的，都可以等客户愿意说时再补。", "What is not marked as needed can wait until the customer cares to tell.");
    public static readonly Text Edit = new("修改资料", "Edit");
    public static readonly Text EditPurpose = new("改完保存；别人同时改了会先给您看。", "Change and save; if somebody else has changed it meanwhile, you see that first.");
    public static readonly Text Save = new("保存", "Save");
    public static readonly Text Cancel = new("取消", "Cancel");
    public static readonly Text Created = new("已登记{0}。", "{0} is registered.");
    public static readonly Text Saved = new("已保存。", "Saved.");
    public static readonly Text AlreadySaved = new("这张表单已经提交过，没有重复保存。", "This form had been sent already; nothing was saved twice.");
    public static readonly Text Wrong = new("有 {0} 处需要改正，已填的都还在。", "{0} to put right; everything typed is still here.");

    public static readonly Text Who = new("是谁", "Who");
    public static readonly Text Name = new("姓名", "Name");
    public static readonly Text Salutation = new("称呼", "Called");
    public static readonly Text SalutationHint = new("例如：王老师、李总、女士。", "For instance Dr Wang, or Ms.");
    public static readonly Text Gender = new("性别", "Gender");
    public static readonly Text Language = new("语言", "Language");

    public static readonly Text Reach = new("怎么联系", "How to reach them");
    public static readonly Text Phone = new("电话", "Phone");
    public static readonly Text PhoneNth = new("电话 {0}", "Phone {0}");
    public static readonly Text PhoneKind = new("哪里的电话", "Where the phone is");
    public static readonly Text PhoneKindNth = new("电话 {0} 在哪里", "Where phone {0} is");
    public static readonly Text PhoneHint = new("手机直接写；座机请带区号，例如 0571-8888 1234。", "Landlines with their area code, such as 0571-8888 1234.");
    public static readonly Text First = new("首选", "First");
    public static readonly Text FirstNth = new("首选电话 {0}", "Dial phone {0} first");
    public static readonly Text Email = new("邮箱", "E-mail");
    public static readonly Text EmailNth = new("邮箱 {0}", "E-mail {0}");
    public static readonly Text WeCom = new("微信或企业微信号", "WeCom or WeChat id");
    public static readonly Text Another = new("再加一个", "Another");
    public static readonly Text AnotherEmail = new("再加一个邮箱", "Another e-mail");
    public static readonly Text AnotherNumber = new("再加一个号码", "Another number");
    public static readonly Text AnotherAddress = new("再加一个地址", "Another address");
    public static readonly Text Numbers = new("卡号与编号", "Cards and numbers");
    public static readonly Text SystemNumber = new("来自系统的客户编号：{0}", "Customer number from the system: {0}");
    public static readonly Text Number = new("号码", "Number");
    public static readonly Text NumberNth = new("号码 {0}", "Number {0}");
    public static readonly Text NumberLabel = new("是什么号", "What number it is");
    public static readonly Text NumberLabelNth = new("号码 {0} 是什么", "What number {0} is");
    public static readonly Text MemberCard = new("会员卡", "Member card");

    public static readonly Text Where = new("住在哪里", "Where they live");
    public static readonly Text AddressNth = new("地址 {0}", "Address {0}");
    public static readonly Text Country = new("国家（在国内不用填）", "Country (leave empty at home)");
    public static readonly Text Province = new("省", "Province");
    public static readonly Text City = new("市", "City");
    public static readonly Text District = new("区县", "District");
    public static readonly Text Street = new("街道门牌", "Street and number");
    public static readonly Text Region = new("区域", "Region");
    public static readonly Text RegionHint = new("不选就跟着第一个地址走。", "Follows the first address unless one is chosen.");
    public static readonly Text FromAddress = new("跟着地址", "From the address");
    public static readonly Text Home = new("国内", "Home");
    public static readonly Text Abroad = new("国外", "Abroad");

    public static readonly Text Ours = new("在我们这里", "With us");
    public static readonly Text Kind = new("类别", "Kind");
    public static readonly Text Source = new("来源", "Came by");
    public static readonly Text Tier = new("等级", "Tier");
    public static readonly Text Store = new("门店", "Store");
    public static readonly Text NoneYet = new("未定", "None yet");
    public static readonly Text Owner = new("负责人", "Owner");
    public static readonly Text Company = new("公司", "The company");
    public static readonly Text Tags = new("标签", "Tags");
    public static readonly Text TagsHint = new("用顿号或逗号分开，例如：爱绿茶、老街坊。", "Apart by commas, such as: green tea, neighbour.");
    public static readonly Text Life = new("生活", "Life");
    public static readonly Text Occupation = new("职业", "Occupation");
    public static readonly Text Income = new("家庭月收入", "Household income a month");
    public static readonly Text IncomeHint = new("客户自己说起才记，不要主动问。", "Only when they mention it; nobody is asked.");
    public static readonly Text OwnFields = new("自定义", "Our own fields");
    public static readonly Text NotKnown = new("未登记", "Not known");
    public static readonly Text AtMost = new("最大 {0}", "at most {0}");
    public static readonly Text AtLeast = new("最小 {0}", "at least {0}");
    public static readonly Text Between = new("{0} 到 {1}", "{0} to {1}");
    public static readonly Text CharactersAtMost = new("最多 {0} 个字", "at most {0} characters");
    public static readonly Text CharactersAtLeast = new("至少 {0} 个字", "at least {0} characters");
    public static readonly Text CharactersBetween = new("{0} 到 {1} 个字", "{0} to {1} characters");
    public static readonly Text Yes = new("是", "Yes");
    public static readonly Text No = new("否", "No");

    public static readonly Text NoName = new("请填写姓名；不知道全名时写称呼也行。", "Please fill in a name; what they are called will do.");
    public static readonly Text Long = new("最多 {0} 个字，现在是 {1} 个。", "At most {0} characters; these are {1}.");
    public static readonly Text Control = new("请去掉看不见的控制字符。", "Take out the control characters that cannot be seen.");
    public static readonly Text NotOffered = new("请从列表里选一个。", "Please choose one of the list.");
    public static readonly Text NoStore = new("请从您能管理的门店里选一家。", "Please choose one of the stores you work for.");
    public static readonly Text NoOwner = new("请选一位在职的员工，或者公司。", "Please choose somebody who works here, or the company.");
    public static readonly Text NoRegion = new("请从列表里选一个区域。", "Please choose a region of the list.");
    public static readonly Text NoPhone = new("电话号码不完整：手机 11 位，座机带区号，国外的以 + 和国家代码开头。", "Not a whole number: a mobile has 11 digits, a landline its area code, a foreign one begins with + and its country.");
    public static readonly Text NoEmail = new("邮箱应像 name@example.com。", "An e-mail looks like name@example.com.");
    public static readonly Text NoNumber = new("请填写号码，或把名称也清空。", "Please fill in the number, or clear what it is called.");
    public static readonly Text ManyTags = new("最多 {0} 个标签，现在是 {1} 个。", "At most {0} tags; these are {1}.");
    public static readonly Text LongTag = new("标签“{0}”太长，最多 {1} 个字。", "The tag “{0}” is too long; {1} characters at most.");

}
