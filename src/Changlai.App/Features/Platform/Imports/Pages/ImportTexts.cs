using Changlai.App.Features.Platform.Imports.Runs;
using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Imports.Pages;

/// <summary>The words of the import pages.</summary>
internal static class ImportTexts
{
    public static readonly Text Title = new("导入", "Import");
    public static readonly Text Purpose = new("把订单、客户、商品、特殊日子和员工名单交给常来：先看结果，再由您确认。", "Hand over your orders, customers, products, special dates and staff. You see what would happen, then you confirm.");
    public static readonly Text Empty = new("还没有导入过", "Nothing was imported yet");
    public static readonly Text EmptyWords = new(
        "从收银系统或表格导出，上传后先看结果再确认。先导入订单，常来就能算出该联系谁。",
        "Export from your till or spreadsheet. You see what would happen before anything is stored. Begin with the orders: from them Changlai works out whom to contact.");
    public static readonly Text File = new("文件", "File");
    public static readonly Text When = new("时间", "When");
    public static readonly Text Who = new("经手人", "By");
    public static readonly Text State = new("状态", "State");
    public static readonly Text What = new("结果", "Outcome");
    public static readonly Text ListOutcome = new("新增 {0}，更正 {1}，不变 {2}；未收 {3} 行", "{0} new, {1} updated, {2} unchanged; {3} lines not taken");

    public static readonly Text NewPurpose = new("先检查，不写入；看过结果，由您确认。", "The file is checked first and nothing is stored; you confirm once you have seen the result.");
    public static readonly Text Begin = new("导入", "Import");
    public static readonly Text Kinds = new("导入什么", "What to import");
    public static readonly Text FileShape = new("可以是 .csv、.csv.gz、.tsv 或 .xlsx，最大 256 MB；第一行是列名。", ".csv, .csv.gz, .tsv or .xlsx, up to 256 MB; headings first.");
    public static readonly Text OwnStoreHint = new("您为自己的门店导入；别家的请总部导入。", "You import for your own store; others are imported by the head office.");
    public static readonly Text FileMissing = new("还没有选文件。", "No file was chosen.");
    public static readonly Text FileEmpty = new("文件是空的。第一行应是列名，之后每行一条数据。", "The file is empty. The first line should hold the headings, each further line one row.");
    public static readonly Text TooLarge = new("文件超过 256 MB。请压缩成 .csv.gz，或按年份拆开，再上传。", "The file is larger than 256 MB. Compress it to .csv.gz or split it by year, then upload it.");
    public static readonly Text UploadBroken = new("文件没有传完。什么也没有保存，请再传一次。", "The file did not arrive whole. Nothing was kept; please upload it again.");
    public static readonly Text StoreNew = new("新门店……", "A new store …");
    public static readonly Text StoreNotYours = new("请选您自己的门店。", "Choose your own store.");
    public static readonly Text NewStoreLabel = new("新门店的名称", "Name of the new store");
    public static readonly Text NewStoreMissing = new("请写新门店的名称（不超过 100 个字），或在上面选一家已有的。", "Name the new store (up to 100 characters), or choose one above.");
    public static readonly Text FirstStore = new("总店", "Main store");
    public static readonly Text TimeZoneLabel = new("时区", "Time zone");
    public static readonly Text TimeZoneUnknown = new("不认识这个时区，请写成 Asia/Shanghai 这样。", "This time zone is not known; write it like Asia/Shanghai.");
    public static readonly Text CurrencyLabel = new("币种", "Currency");
    public static readonly Text CurrencyUnknown = new("请写三个字母，例如 CNY。", "Write three letters, such as CNY.");
    public static readonly Text NewStoreHint = new("只用于新门店；已有的门店用自己的时区和币种。", "For new stores only; a store there is keeps its own time zone and currency.");
    public static readonly Text NewStoreSection = new("新门店", "New stores");
    public static readonly Text SourceLabel = new("编号来自哪个系统", "System that the numbers come from");
    public static readonly Text SourceHint = new("同一系统导出的文件请写一样的名字，再次导入才认得出同一张订单。", "Give files of the same system the same name, so that an order is recognised when it comes again.");
    public static readonly Text SourceTooLong = new("请不要超过 100 个字。", "Keep it to 100 characters.");
    public static readonly Text MoreSettings = new("更多设置", "More settings");
    public static readonly Text Check = new("上传并检查", "Upload and check");
    public static readonly Text Privacy = new("上传的文件只用于导入，导入后立即删除；没有确认的，一天后删除。", "The file is used for this import only. It is deleted once imported, or after a day if nobody confirms.");
    public static readonly Text AlreadyUploaded = new("这个文件刚才已经上传，就在下面。", "This file was uploaded a moment ago; it is in the list below.");
    public static readonly Text WithdrawnNotice = new("已放弃导入，文件已删除，什么也没有写入。", "The import was given up and the file deleted; nothing was stored.");

    public static readonly Text Back = new("全部导入", "All imports");
    public static readonly Text Uploaded = new("{1} 于 {0} 上传，{2}", "Uploaded by {1} on {0}, {2}");
    public static readonly Text Waiting = new("排队等候中，前面的文件完成就轮到它。", "Waiting for the file before it to finish.");
    public static readonly Text Reading = new("正在读文件：{0} 行", "Reading the file: {0} lines");
    public static readonly Text ReadingOf = new("正在读文件：{0} / {1} 行", "Reading the file: {0} of {1} lines");
    public static readonly Text Leave = new("可以离开这一页，工作不会停，回来就能看到结果。", "You may leave this page; the work goes on, and the result will be here.");
    public static readonly Text Refresh = new("看看进展", "See how far it is");
    public static readonly Text AtWork = new("进行中", "At work");

    public static readonly Text NothingStored = new("数据库没有任何改动。", "Nothing in the database was changed.");
    public static readonly Text NothingToTake = new("{0} 行里没有一行可以收下，数据库没有改动。原因见下面。", "None of the {0} lines can be taken, and nothing was stored. The reasons are below.");
    public static readonly Text Interrupted = new("导入中途停了，数据库和导入前一样，没有写进一半。可以再运行一次。", "The import was interrupted. The database is as it was before, never half. You can run it again.");
    public static readonly Text FailedWords = new("导入时出了问题，数据库和导入前一样。可以再运行一次；还不行就告诉管理员。", "Something broke during the import, and the database is as it was before. Run it again; if it fails again, tell your administrator.");
    public static readonly Text WithdrawnWords = new("这次导入已放弃，文件已删除，什么也没有写入。", "This import was given up. The file was deleted and nothing was stored.");
    public static readonly Text ExpiredWords = new("一天内没有确认，文件已删除，什么也没有写入。请重新上传。", "Nobody confirmed within a day; the file was deleted and nothing was stored. Please upload it again.");
    public static readonly Text Confirm = new("确认导入", "Import");
    public static readonly Text RunAgain = new("再运行一次", "Run it again");
    public static readonly Text GiveUp = new("放弃", "Give up");
    public static readonly Text Undo = new("撤销这次导入", "Undo this import");
    public static readonly Text UndoTitle = new("导错了？", "Imported the wrong thing?");
    public static readonly Text UndoWords = new(
        "撤销会拿走这次新增的一切，改过的也恢复原样。只要还没有别的记录用到它们，{0} 前都可以撤销。",
        "An undo takes away all that this import added and puts back what it changed. It works until {0}, as long as nothing else uses the records.");
    public static readonly Text UndoSure = new("确认撤销", "Undo it");
    public static readonly Text Undoing = new("正在撤销：拿走新增的，恢复改过的", "Undoing: taking away what was added, putting back what was changed");
    public static readonly Text UndoneWords = new("已撤销，数据库和导入前一样。", "Undone. The database is as it was before the import.");
    public static readonly Text NotUndone = new("没有撤销，数据库没有任何改动：", "Not undone, and nothing was changed:");
    public static readonly Text Remembered = new("列的对应", "Columns");
    public static readonly Text RememberedWords = new("同样列名的文件上次选过列，这次照用；可以在下面改。", "Chosen as last time for a file with the same headings; you can change them below.");
    public static readonly Text Problems = new("有问题的格子已标出", "The cells at fault are marked");
    public static readonly Text Another = new("再导入一个", "Import another");

    public static readonly Text Rows = new("文件行数", "Lines of the file");
    public static readonly Text RowsBeside = new("收下 {0}，未收 {1}", "{0} taken, {1} not taken");
    public static readonly Text ChangesBeside = new("更正 {0}，不变 {1}", "{0} changed, {1} unchanged");
    public static readonly Text NotCompared = new("未比对", "Not compared");
    public static readonly Text NotComparedBeside = new("文件很长，导入时才比对", "so long a file is compared while it is imported");

    public static readonly Text Recognised = new("认出的内容", "What was recognised");
    public static readonly Text Encoding = new("编码", "Encoding");
    public static readonly Text Workbook = new("Excel 工作簿", "Excel workbook");
    public static readonly Text Delimiter = new("分隔符", "Delimiter");
    public static readonly Text Columns = new("列的对应", "Columns");
    public static readonly Text ColumnsHint = new("不对的，换一列后再检查。", "Where one is wrong, choose another and check again.");
    public static readonly Text NoColumn = new("文件里没有", "Not in the file");
    public static readonly Text DateOrderLabel = new("日期的读法", "How dates are read");
    public static readonly Text DateOrderDecided = new("由文件判断", "As the file tells");
    public static readonly Text YearMonthDay = new("年-月-日", "year-month-day");
    public static readonly Text DayMonthYear = new("日/月/年", "day/month/year");
    public static readonly Text MonthDayYear = new("月/日/年", "month/day/year");
    public static readonly Text CheckAgain = new("按这样再检查", "Check again");
    public static readonly Text FirstRows = new("最前面的几行", "The first lines");
    public static readonly Text RejectedTitle = new("没收下的行", "Lines not taken");
    public static readonly Text Reason = new("原因", "Reason");
    public static readonly Text LineCount = new("{0} 行", "{0} lines");
    public static readonly Text OneLine = new("1 行", "1 line");
    public static readonly Text ChangeReading = new("改变读法", "Read it another way");
    public static readonly Text FirstRejected = new("最前面的 {0} 行", "The first {0}");
    public static readonly Text Line = new("行号", "Line");
    public static readonly Text Column = new("列", "Column");
    public static readonly Text Right = new("怎样才对", "What would be right");
    public static readonly Text WholeLine = new("整行", "Whole line");
    public static readonly Text Download = new("下载全部（CSV）", "Download all (CSV)");
    public static readonly Text DownloadHint = new("在这个文件里改好，可以直接再导入。", "Correct the lines in that file and import it as it is.");

    public static Text DelimiterName(char delimiter) => delimiter switch
    {
        ',' => new Text("逗号", "comma"),
        ';' => new Text("分号", "semicolon"),
        '\t' => new Text("制表符", "tab"),
        '|' => new Text("竖线", "bar"),
        _ => new Text(delimiter.ToString(), delimiter.ToString()),
    };

    public static (Text Name, Tone Tone) StateName(ImportState state) => state switch
    {
        ImportState.Checking => (new Text("检查中", "Being checked"), Tone.Info),
        ImportState.Ready => (new Text("等您确认", "Waits for you"), Tone.Risk),
        ImportState.Unusable => (new Text("不能导入", "Cannot be imported"), Tone.Late),
        ImportState.Queued => (new Text("排队中", "Queued"), Tone.Info),
        ImportState.Running => (new Text("导入中", "Importing"), Tone.Info),
        ImportState.Done => (new Text("已完成", "Done"), Tone.Good),
        ImportState.Failed => (new Text("没做成", "Failed"), Tone.Late),
        ImportState.Interrupted => (new Text("中途停了", "Interrupted"), Tone.Late),
        ImportState.Withdrawn => (new Text("已放弃", "Given up"), Tone.Plain),
        ImportState.Expired => (new Text("已过期", "Expired"), Tone.Plain),
        ImportState.Undoing => (new Text("撤销中", "Being undone"), Tone.Info),
        ImportState.Undone => (new Text("已撤销", "Undone"), Tone.Plain),
    };
}
