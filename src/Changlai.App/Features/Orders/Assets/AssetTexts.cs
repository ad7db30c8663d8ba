using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Assets;

internal static class AssetTexts
{
    public static readonly Text Assets = new("设备", "Devices");
    public static readonly Text Purpose = new("卖出或安装的设备，和它们的保修、维修。", "What was sold or installed, with its warranty and repairs.");
    public static readonly Text All = new("全部", "All");
    public static readonly Text InAlarm = new("反复维修", "Same fault again");
    public static readonly Text Show = new("显示", "Show");
    public static readonly Text FindSerial = new("完整的序列号", "Whole serial number");
    public static readonly Text FindButton = new("查找", "Find");
    public static readonly Text None = new("还没有设备", "There are no devices yet");
    public static readonly Text NoneWords = new("在客户页面里登记卖出或安装的设备。", "Enter what was sold or installed on a customer’s page.");
    public static readonly Text NoAlarm = new("没有反复维修的设备", "No device had the same fault again");
    public static readonly Text NoAlarmWords = new("同一故障又来修，就会出现在这里。", "One shows here as soon as the same fault comes again.");
    public static readonly Text FoundNone = new("没有这个序列号", "No such serial number");
    public static readonly Text FoundNoneWords = new("请核对设备上的号码，要填完整。", "Check the number on the device; give all of it.");
    public static readonly Text ShowAll = new("看全部设备", "Show all devices");

    public static readonly Text New = new("登记设备", "Add a device");
    public static readonly Text NewPurpose = new("{0} 买了或装了什么。保修期按产品自动算。", "What {0} bought or had installed. The warranty follows from the product.");
    public static readonly Text Change = new("更正", "Change");
    public static readonly Text Product = new("产品（编码或名称）", "Product (code or name)");
    public static readonly Text ProductColumn = new("产品", "Product");
    public static readonly Text Customer = new("客户", "Customer");
    public static readonly Text Serial = new("序列号", "Serial number");
    public static readonly Text Kind = new("怎样到客户手里", "How it came");
    public static readonly Text Sold = new("卖出", "Sold");
    public static readonly Text Installed = new("上门安装", "Installed");
    public static readonly Text SoldOn = new("卖出日期", "Sold on");
    public static readonly Text InstalledOn = new("安装日期", "Installed on");
    public static readonly Text StartedOn = new("卖出或安装的日期", "Sold or installed on");
    public static readonly Text Place = new("放在哪里", "Where it stands");
    public static readonly Text RetiredOn = new("停用日期", "Out of use since");
    public static readonly Text WarrantyUntil = new("保修到", "Warranty until");
    public static readonly Text NoWarrantyNote = new("没有保修", "no warranty");
    public static readonly Text UnderWarranty = new("保修期内，到 {0}", "under warranty until {0}");
    public static readonly Text WarrantyEnded = new("保修已在 {0} 结束", "warranty ended on {0}");
    public static readonly Text LifeEnds = new("建议更换", "Renew around");
    public static readonly Text LifeIsOver = new("已过建议更换的日子（{0}）", "due for renewal since {0}");
    public static readonly Text Retired = new("已停用", "Out of use");
    public static readonly Text RepairsOf = new("维修 {0} 次", "{0} repairs");
    public static readonly Text OneRepair = new("维修 1 次", "1 repair");
    public static readonly Text NoRepairs = new("没有维修过", "never repaired");
    public static readonly Text Repairs = new("维修", "Repairs");
    public static readonly Text RepairCount = new("维修次数", "Repairs");
    public static readonly Text LastRepair = new("最近维修", "Last repair");
    public static readonly Text NoRepairYet = new("还没有维修记录。", "No repair yet.");
    public static readonly Text More = new("还有 {0} 台设备。", "{0} more devices.");
    public static readonly Text NoneOfCustomer = new("还没有登记设备。", "No device yet.");

    public static readonly Text AddRepair = new("记一次维修", "Record a repair");
    public static readonly Text DoneOn = new("维修日期", "Date");
    public static readonly Text Fault = new("故障", "Fault");
    public static readonly Text ChooseFault = new("请选择", "Choose");
    public static readonly Text FaultWords = new("故障说明", "The fault in words");
    public static readonly Text Work = new("做了什么", "What was done");
    public static readonly Text By = new("维修人", "By");
    public static readonly Text Cost = new("费用（{0}）", "Cost ({0})");
    public static readonly Text WarrantyCase = new("保修维修，客户不付钱", "A warranty case: the customer pays nothing");
    public static readonly Text Warranty = new("保修", "Warranty");
    public static readonly Text SaveRepair = new("保存维修", "Save the repair");

    public static readonly Text Alarm = new("{0}：{1}，从 {3} 起已修 {2} 次。", "{0}: {1}, repaired {2} times since {3}.");
    public static readonly Text AlarmNote = new("设备反复维修：{0}，{1}，已修 {2} 次。先道歉，再谈别的。", "Repaired again: {0}, {1}, {2} times. Apologise before anything else.");
    public static readonly Text AlarmBadge = new("同一故障 {0} 次", "same fault {0} times");
    public static readonly Text SettleTitle = new("这次怎么解决", "How it is settled");
    public static readonly Text SettleWords = new("给客户的答复或办法，例如换新、退款", "What was agreed, such as a new one or the money back");
    public static readonly Text Settle = new("已经解决", "Settled");
    public static readonly Text Settled = new("上次警报的处理：{0}", "How the last alarm was settled: {0}");
    public static readonly Text WhyAlarm = new("同一故障在 {0} 天内修了 {1} 次以上就会警报。", "The same fault {1} times within {0} days raises the alarm.");

    public static readonly Text Threshold = new("什么时候警报", "When to raise the alarm");
    public static readonly Text ThresholdWords = new("同一台设备、同一故障，在这么多天里修了这么多次。", "The same fault of the same device, so many times within so many days.");
    public static readonly Text Times = new("次数", "Times");
    public static readonly Text Within = new("天数", "Days");
    public static readonly Text ForStore = new("适用门店", "For");
    public static readonly Text AllStores = new("所有没有单独设定的门店", "All stores without one of their own");
    public static readonly Text SaveThreshold = new("保存警报条件", "Save");
    public static readonly Text ThresholdSaved = new("警报条件已保存，所有设备已重新检查。", "Saved; every device was looked at again.");

    public static readonly Text Entered = new("{0} 已登记。", "{0} is added.");
    public static readonly Text Changed = new("{0} 已更新。", "{0} is changed.");
    public static readonly Text RepairSaved = new("维修已保存。", "The repair is saved.");
    public static readonly Text RepairAlarm = new("维修已保存。同一故障又来了：请店长处理。", "The repair is saved. The same fault came again: this is one for the manager.");
    public static readonly Text AlarmSettled = new("已记下怎么解决的。", "How it was settled is recorded.");

    public static readonly Text SoldEntry = new("卖出 {0}", "Sold: {0}");
    public static readonly Text InstalledEntry = new("安装 {0}", "Installed: {0}");
    public static readonly Text RepairEntry = new("维修 {0}：{1}", "Repair of {0}: {1}");
    public static readonly Text SerialOf = new("序列号 {0}", "serial number {0}");

    public static readonly Text KindUnknown = new("请选“卖出”或“上门安装”。", "Choose sold or installed.");
    public static readonly Text SerialTaken = new("这个产品的序列号 {0} 已经登记过了，请核对。", "Serial number {0} of this product is entered already; please check it.");
    public static readonly Text FaultUnknown = new("请从名单里选故障。", "Choose the fault from the list.");
    public static readonly Text FaultWordsMissing = new("请写是什么故障。", "Say what the fault is.");
    public static readonly Text WorkMissing = new("请写做了什么。", "Say what was done.");
    public static readonly Text WarrantyOver = new("保修已在 {0} 结束，请取消勾选。", "The warranty ended on {0}; take the tick away.");
    public static readonly Text NoWarranty = new("这台设备没有保修，请取消勾选。", "This device has no warranty; take the tick away.");
    public static readonly Text SettleMissing = new("请写怎么解决的。", "Say how it was settled.");
    public static readonly Text StartAfterRepair = new("{0} 已经有维修了，请填那天或更早。", "It was repaired on {0}; give that day or an earlier one.");
}
