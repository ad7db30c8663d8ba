using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Contracts.Imports;

/// <summary>What any table can have wrong with a line.</summary>
internal static class RowReasons
{
    public const int LongestCell = 500;

    public static readonly RejectReason TooFewCells = new("too-few-cells",
        new Text("这一行的格子比列名少。", "The line has fewer cells than there are headings."),
        new Text("请补全这一行；空着的格子也要有分隔符。", "Complete the line; an empty cell needs its delimiter too."));

    public static readonly RejectReason TooManyCells = new("too-many-cells",
        new Text("这一行的格子比列名多，多出“{0}”。", "The line has more cells than there are headings: “{0}” is too much."),
        new Text("内容里含分隔符时，请给这个格子加上引号。", "Put quotes around a cell that contains the delimiter."));

    public static readonly RejectReason CellTooLong = new("cell-too-long",
        new Text("“{0}”太长了。", "“{0}” is too long."),
        new Text("编号和名称请不要超过 500 个字符。", "Keep numbers and names to 500 characters."));

    public static readonly RejectReason StoreUnknown = new("store-unknown",
        new Text("没有叫“{0}”的门店。", "There is no store called “{0}”."),
        new Text("请写门店的全名；新门店请先在系统里建好。", "Write the store's full name; a new store must be made first."));

    public static readonly RejectReason StoreNotYours = new("store-not-yours",
        new Text("“{0}”不是您的门店。", "“{0}” is not your store."),
        new Text("请只保留本店的行，或请总部导入。", "Keep only your own store's lines, or ask the head office to import them."));

    /// <summary>The reasons above in two or three words.</summary>
    public static Text NameOf(string code) => code switch
    {
        "too-few-cells" => new Text("格子太少", "Too few cells"),
        "too-many-cells" => new Text("格子太多", "Too many cells"),
        "cell-too-long" => new Text("格子太长", "A cell is too long"),
        "store-unknown" => new Text("没有这家门店", "Unknown store"),
        "store-not-yours" => new Text("别家门店的行", "Another store's line"),
        _ => new Text(code, code),
    };
}
