using Changlai.App.Features.Customers.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Fields;

internal static class FieldSettingTexts
{
    public static readonly Text Title = new("自定义资料", "Own fields");
    public static readonly Text What = new("客户卡上本行业特有的项目，例如肤质、常喝的茶。", "What your trade wants to know of a customer, such as a skin type or a favourite tea.");
    public static readonly Text Purpose = new("在这里添加本行业特有的项目，客户卡上就会出现。", "Fields added here appear on every customer’s card.");
    public static readonly Text New = new("新增项目", "New field");
    public static readonly Text Edit = new("修改项目", "Edit a field");
    public static readonly Text Settings = new("设置", "Settings");
    public static readonly Text None = new("还没有自定义项目", "No fields of your own yet");
    public static readonly Text NoneWords = new("想想您会问老客户什么：喝浓还是喝淡，皮肤偏干还是偏油。", "Think of what you would ask a regular: strong tea or light, dry skin or oily.");
    public static readonly Text Name = new("名称", "Name");
    public static readonly Text NameChinese = new("中文名称", "Name in Chinese");
    public static readonly Text NameEnglish = new("英文名称", "Name in English");
    public static readonly Text Type = new("类型", "Type");
    public static readonly Text Required = new("必填", "Required");
    public static readonly Text Searchable = new("查找时能找到", "Found by the find box");
    public static readonly Text SearchableHint = new("只对文字和数字有用；已有客户填了以后就不能再改。", "For text and numbers; it stays as it is once customers have values.");
    public static readonly Text Least = new("最小（文字：最少字数；日期：最早）", "Least (text: fewest characters; date: earliest)");
    public static readonly Text Most = new("最大（文字：最多字数；日期：最晚）", "Most (text: most characters; date: latest)");
    public static readonly Text Initial = new("新客户默认填", "New customers begin with");
    public static readonly Text Position = new("排在第几", "Place in the list");
    public static readonly Text Choices = new("选项", "Choices");
    public static readonly Text Choice = new("选项 {0}", "Choice {0}");
    public static readonly Text ChoicesHint = new("只有单选和多选需要。保存后可以再添更多。", "Needed for choices only; more can be added after saving.");
    public static readonly Text ChoiceChinese = new("选项 {0} 中文", "Choice {0} in Chinese");
    public static readonly Text ChoiceEnglish = new("选项 {0} 英文", "Choice {0} in English");
    public static readonly Text ChoiceRetired = new("选项 {0} 停用", "Choice {0} is retired");
    public static readonly Text Retired = new("已停用", "Retired");
    public static readonly Text InUse = new("{0} 位客户填过", "{0} customers have it");
    public static readonly Text InUseMany = new("{0} 位以上的客户填过", "{0} customers and more have it");
    public static readonly Text Save = new("保存", "Save");
    public static readonly Text Retire = new("停用这一项", "Retire this field");
    public static readonly Text Remove = new("删除这一项", "Delete this field");
    public static readonly Text Restore = new("重新启用", "Bring it back");
    public static readonly Text RetireHint = new("停用后不再询问，客户已填的内容仍保留。", "A retired field is no longer asked for; what customers have told stays on their cards.");
    public static readonly Text RemoveHint = new("还没有客户填过，删除不会丢失任何内容。", "No customer has a value, so nothing is lost.");
    public static readonly Text Saved = new("已保存“{0}”。", "“{0}” is saved.");
    public static readonly Text RetiredNotice = new("已停用“{0}”。", "“{0}” is retired.");
    public static readonly Text RemovedNotice = new("已删除“{0}”。", "“{0}” is deleted.");
    public static readonly Text RestoredNotice = new("已重新启用“{0}”。", "“{0}” is back.");

    public static readonly Text TypeStays = new("请选一种类型；已有客户填过的项目不能换类型。", "Please choose a type; a field that customers have values of keeps its own.");
    public static readonly Text NameNeeded = new("两种语言都要有名称，最多 {0} 个字。", "Both languages need a name of at most {0} characters.");
    public static readonly Text PositionNeeded = new("请填 0 到 9999 的整数。", "A whole number from 0 to 9999.");
    public static readonly Text LengthBound = new("请填 1 到 {0} 的字数。", "A count of characters from 1 to {0}.");
    public static readonly Text NumberBound = new("请填数字，最多三位小数。", "A number with at most three decimals.");
    public static readonly Text DateBound = new("请填日期，例如 2026-11-22。", "A date such as 2026-11-22.");
    public static readonly Text EmptyRange = new("最大不能小于最小。", "The most cannot be less than the least.");
    public static readonly Text InitialChoice = new("请填已保存的选项之一。", "One of the choices that are saved already.");
    public static readonly Text ChoiceNeeded = new("至少要有一个可选的选项。", "There must be at least one choice to make.");
    public static readonly Text ChoiceNames = new("每个选项两种语言都要有名称，最多 {0} 个字。", "Each choice needs a name of at most {0} characters in both languages.");
    public static readonly Text ManyChoices = new("最多 {0} 个选项。", "At most {0} choices.");
    public static readonly Text SameChoice = new("有两个选项名称相同。", "Two choices have the same name.");

    public static Text TypeName(FieldType type) => type switch
    {
        FieldType.Text => new("文字", "Text"),
        FieldType.Number => new("数字", "Number"),
        FieldType.Date => new("日期", "Date"),
        FieldType.Choice => new("单选", "One choice"),
        FieldType.Choices => new("多选", "Several choices"),
        FieldType.YesNo => new("是或否", "Yes or no"),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
