using Changlai.Core.Values;

namespace Changlai.App.Features.FollowUps.Today;

internal static class TeamTexts
{
    public static readonly Text Title = new("团队今日", "The team today");
    public static readonly Text Purpose = new("谁忙不过来，谁迟了，联系上多少；还有排不下的客户。", "Who is overloaded, who is late, how many are reached; and the customers nobody has time for.");
    public static readonly Text Person = new("员工", "Person");
    public static readonly Text Days = new("工作日", "Working days");
    public static readonly Text DaysOf = new("{0} 的工作日", "Working days of {0}");
    public static readonly Text Store = new("门店", "Store");
    public static readonly Text Left = new("今天还剩", "Left today");
    public static readonly Text OfCapacity = new("{0} / 每天 {1}", "{0} / {1} a day");
    public static readonly Text Late = new("已迟", "Late");
    public static readonly Text Done = new("今天已记", "Recorded today");
    public static readonly Text Reach = new("近 7 天联系上", "Reached, 7 days");
    public static readonly Text ReachOf = new("{0}（{1} 次）", "{0} of {1}");
    public static readonly Text NobodyYet = new("还没有员工", "There is nobody yet");
    public static readonly Text NobodyYetWords = new("在服务器上用 changlai staff add 添加员工，常来才知道每天能联系多少位。", "Add people with changlai staff add on the server, so that Changlai knows how many contacts a day are possible.");
    public static readonly Text Waiting = new("人手不够，没排上的", "No time left for these");
    public static readonly Text WaitingPurpose = new("最要紧的在前，还没过期；空出人手时最先补上。", "What matters most comes first; still in time, and taken up as soon as somebody has room.");
    public static readonly Text NoneWaiting = new("都排上了。", "Everything has found its day.");
    public static readonly Text Customer = new("客户", "Customer");
    public static readonly Text Plan = new("计划", "Plan");
    public static readonly Text Latest = new("最晚", "At the latest");
    public static readonly Text Value = new("关系到", "At stake");
}
