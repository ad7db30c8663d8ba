using Changlai.App.Features.Platform.Contracts.Tables;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Import;

/// <summary>What an order file as a whole can have wrong, and how its dates were read, in words.</summary>
internal static class OrderFileWords
{
    public static readonly Text DatesClear = new(
        "日期的写法没有歧义。", "The dates are written unambiguously.");

    public static TableProblem MissingColumns(IReadOnlyList<OrderField> missing, IReadOnlyList<string> headings) => new("columns-missing",
        new Text(
            "文件里没有找到" + string.Join("、", missing.Select(field => "“" + NameOf(field).Chinese + "”")) + "列。文件里的列有：" + Listed(headings) + "。",
            "The file has no column for " + string.Join(", ", missing.Select(field => NameOf(field).English)) + ". Its columns are: " + Listed(headings) + "."),
        new Text("请加上列名，例如 {0}；或指明哪一列是它（{1}）。", "Add a heading such as {0}, or say which column it is ({1}).").With(
            string.Join("; ", missing.Select(OrderHeadings.Examples)),
            string.Join(" ", missing.Select(field => $"--map {field.Code()}=…"))));

    public static TableProblem DatesContradict((int Line, string Value) one, (int Line, string Value) other) => new("dates-contradict",
        new Text("日期列有两种写法：第 {0} 行“{1}”和第 {2} 行“{3}”不能按同一种日、月顺序读。",
            "The date column is written in two ways: line {0} “{1}” and line {2} “{3}” cannot have day and month in the same order.")
            .With(one.Line, one.Value, other.Line, other.Value),
        new Text("请把整列改成同一种写法，最好是 2026-11-22。", "Write the whole column in one way, best as 2026-11-22."), other.Line);

    public static Text DatesStated(DateOrder order) => Say(order, new Text("按指定的读法，日期是{0}。", "As stated, dates are {0}."));

    public static Text DatesDecided(DateOrder order, DateEvidence evidence, (int Line, string Value) example) => evidence switch
    {
        DateEvidence.NotNeeded => DatesClear,
        DateEvidence.Stated => DatesStated(order),
        DateEvidence.Decisive => example.Value is null
            ? Say(order, new Text("日期是{0}。", "Dates are {0}."))
            : Say(order, new Text("日期是{0}：例如第 {1} 行的“{2}”只能这样读。", "Dates are {0}: “{2}” on line {1}, for one, can only be read so."),
                example.Line, example.Value),
        DateEvidence.FileOrder => Say(order, new Text(
            "日期读作{0}：每个日期两种读法都通，但这样读，各行的时间前后最连贯。",
            "Dates were read as {0}: each could be read either way, but read so the lines follow one another in time best.")),
        DateEvidence.Assumed => Say(order, new Text(
            "日期读作{0}：文件里看不出日和月的先后，请核对。",
            "Dates were read as {0}: nothing in the file tells day from month, so please check.")),
    };

    /// <summary>A field's name as people call it.</summary>
    public static Text NameOf(OrderField field) => field switch
    {
        OrderField.OrderNumber => new Text("订单号", "order number"),
        OrderField.CustomerNumber => new Text("客户", "customer"),
        OrderField.CustomerName => new Text("客户姓名", "customer name"),
        OrderField.Phone => new Text("手机号", "phone"),
        OrderField.ProductCode => new Text("商品", "product"),
        OrderField.ProductName => new Text("商品名称", "product name"),
        OrderField.Quantity => new Text("数量", "quantity"),
        OrderField.UnitPrice => new Text("单价", "unit price"),
        OrderField.Amount => new Text("金额", "amount"),
        OrderField.OrderedAt => new Text("下单时间", "order date"),
        OrderField.Store => new Text("门店", "store"),
        OrderField.Staff => new Text("导购", "staff"),
        OrderField.Status => new Text("状态", "status"),
        OrderField.Category => new Text("分类", "category"),
        OrderField.Currency => new Text("币种", "currency"),
    };

    private static Text Say(DateOrder order, Text sentence, params object[] values)
    {
        var name = order switch
        {
            DateOrder.YearMonthDay => new Text("“年-月-日”", "year-month-day"),
            DateOrder.DayMonthYear => new Text("“日/月/年”", "day/month/year"),
            DateOrder.MonthDayYear => new Text("“月/日/年”", "month/day/year"),
        };
        return new Text(
            sentence.In(Language.Chinese, [name.Chinese, .. values]), sentence.In(Language.English, [name.English, .. values]));
    }

    private static string Listed(IReadOnlyList<string> headings) =>
        string.Join(", ", headings.Where(heading => heading.Length > 0).Take(40).Select(CellText.Shorten));
}
