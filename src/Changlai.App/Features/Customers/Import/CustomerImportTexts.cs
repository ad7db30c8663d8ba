using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Import;

/// <summary>The words of imports of customers and their special dates.</summary>
internal static class CustomerImportTexts
{
    private static readonly ImportWay SeeCustomers = new("/customers", new Text("看客户", "See the customers"));

    public static readonly ImportKind Customers = new("customers", 10, new Text("客户", "Customers"))
    {
        Needs = ImportNeeds.Store | ImportNeeds.Source,
        New = new Text("导入客户", "Import customers"),
        FileLabel = new Text("客户文件", "Customer file"),
        FileHint = new Text("一行一位客户，至少有客户编号或手机。", "One customer to a row, with at least a number or a phone."),
        Changes = new Text("新客户", "New customers"),
        NothingNew = new Text("这些客户都已经有了，再导入一次也不会改变什么。", "All of these customers are here already; importing them again changes nothing."),
        Comparing = new Text("读完 {0} 行，正在和已有的客户比对", "{0} lines read; comparing them with the customers stored"),
        Writing = new Text("读完 {0} 行，正在写入客户", "{0} lines read; storing the customers"),
        Done = new Text("导入完成，用了 {0} 秒。", "Imported in {0} seconds."),
        StoreLabel = new Text("没写门店的客户归哪家", "Store of customers that name none"),
        Next = [SeeCustomers],
    };

    public static readonly ImportKind Dates = new("special-dates", 30, new Text("特殊日子", "Special dates"))
    {
        Needs = ImportNeeds.Source,
        New = new Text("导入特殊日子", "Import special dates"),
        FileLabel = new Text("特殊日子文件", "File of special dates"),
        FileHint = new Text("一行一个日子：客户编号或手机、什么日子、日期（公历或农历）。", "One date to a row: the customer's number or phone, what day it is, and the date in either calendar."),
        Changes = new Text("新的日子", "New dates"),
        NothingNew = new Text("这些日子都已经有了，再导入一次也不会改变什么。", "All of these dates are here already; importing them again changes nothing."),
        Comparing = new Text("读完 {0} 行，正在和已有的客户比对", "{0} lines read; comparing them with the customers stored"),
        Writing = new Text("读完 {0} 行，正在写入特殊日子", "{0} lines read; storing the dates"),
        Done = new Text("导入完成，用了 {0} 秒。", "Imported in {0} seconds."),
        Next = [SeeCustomers],
    };

    public static readonly Text CustomersFigure = new("客户", "Customers");
    public static readonly Text InFile = new("文件中的人数", "named in the file");
    public static readonly Text NewBeside = new("新客户 {0} 位", "{0} of them new");
    public static readonly Text Repeated = new("重复的行", "Repeated lines");
    public static readonly Text RepeatedBeside = new("有 {0} 位客户写了不止一行，已合成一位", "each customer is taken once; on several lines: {0}");
    public static readonly Text DatesFigure = new("日子", "Dates");
    public static readonly Text DatesBeside = new("{0} 位客户", "of {0} customers");

    public static readonly Text Gone = new("其中 {0} 位客户已和别的客户合并，或已移走。", "Customers of this import merged with others or moved since: {0}.");
    public static readonly Text Changed = new("后来改过其中 {0} 位客户的资料。", "Customers of this import whose cards were changed since: {0}.");
}
