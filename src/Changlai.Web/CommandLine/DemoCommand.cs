using System.CommandLine;
using Changlai.App.Features.FollowUps.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Shell;
using Changlai.App.Shell.Sample;
using Changlai.Core.Calendars;
using Changlai.Core.Values;

namespace Changlai.Web.CommandLine;

/// <summary>The sample business, made when it is not there yet, and served.</summary>
internal static class DemoCommand
{
    private const ulong DefaultSeed = 1;
    private static readonly string[] ShownSignIns = ["guwenying", "shenlijuan", "chenxiaoyan", "linsiqi"];

    public static Command Create()
    {
        var db = new Option<string>("--db")
        {
            DefaultValueFactory = _ => Path.Combine(CommonOptions.DefaultFolder, "demo.db"),
            Description = Output.Words(new Text("示例的数据库（默认 ./data/demo.db；从不碰你自己的数据）", "The sample's database (default ./data/demo.db; never your own data)")),
        };
        var seed = new Option<ulong>("--seed")
        {
            DefaultValueFactory = _ => DefaultSeed,
            Description = Output.Words(new Text("同一个数生成同一家店（默认 1）", "The same number makes the same business (default 1)")),
        };
        var urls = ServeCommand.Urls();
        var command = new Command("demo", Output.Words(new Text("用一家示例店试用：3,000 位客户，两年订单", "Try it on a sample business: 3,000 customers, two years of orders"))) { db, urls, seed };
        command.SetAction((parsed, cancellation) =>
        {
            var terminal = Terminal.Of(parsed);
            // Everybody knows the sample's passwords.
            if (!ServeCommand.StaysAtHome(parsed.GetValue(urls)!))
                throw new CommandProblem(new Text("--urls：示例店的密码人人知道，只能在本机打开，如 http://localhost:5080。", "--urls: everybody knows the sample's passwords; it opens on this machine only, such as http://localhost:5080."));
            var database = CommonOptions.OpenAt(parsed.GetValue(db)!);
            try
            {
                using var session = database.OpenBulkSession();
                Prepare(terminal, session, parsed.GetValue(seed), TimeProvider.System);
            }
            catch
            {
                database.Dispose();
                throw;
            }
            return ServeCommand.Serve(database, parsed.GetValue(urls)!, address => Welcome(terminal, address), cancellation);
        });
        return command;
    }

    /// <summary>Makes the sample, or brings the plan of one made on an earlier day up to today.</summary>
    internal static void Prepare(Terminal terminal, DatabaseSession session, ulong seed, TimeProvider time)
    {
        session.Begin();
        if (SampleWriter.HasSample(session))
        {
            HorizonPlanning.Run(session, BusinessDay.Today(session, time), time, ShellSetup.Segments());
        }
        else
        {
            if (SampleWriter.HasBusiness(session))
                throw new CommandProblem(new Text("--db：这个数据库里已有自己的数据，示例不会写进去。请换一个路径，或用 changlai serve 打开它。",
                    "--db: this database holds data of its own, and the sample will not mix with it. Give another path, or open it with changlai serve."));
            terminal.Note(Output.Words(new Text("正在准备示例店 ……", "Making the sample business …")));
            var today = StoreDay.On(time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(SampleBusiness.TimeZone));
            new SampleWriter(session, SampleBusiness.Create(seed, today), time).Write();
        }
        session.Commit();
    }

    private static void Welcome(Terminal terminal, string address)
    {
        terminal.Say(new Text("示例店「{0}」已经打开：{1}", "The sample business “{0}” is open at {1}"), Output.Words(SampleShops.Name), address);
        terminal.Say(new Text("登录名（密码都是 {0}）：", "Sign-ins (the password of all is {0}):"), SampleWriter.Password);
        foreach (var person in SampleShops.Staff.Where(person => ShownSignIns.Contains(person.SignIn)))
        {
            var store = person.StoreId is { } id ? Output.Words(SampleShops.Stores([])[id].Name) : "";
            terminal.Line($"  {person.SignIn,-12}  {person.Name}  {Output.Words(Role(person.Role))}  {store}".TrimEnd());
        }
        terminal.Say(new Text("按 Ctrl+C 结束。", "Press Ctrl+C to stop."));
    }

    private static Text Role(SampleRole role) => role switch
    {
        SampleRole.HeadOffice => new Text("总部", "head office"),
        SampleRole.Manager => new Text("店长", "store manager"),
        SampleRole.Staff => new Text("员工", "staff"),
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
