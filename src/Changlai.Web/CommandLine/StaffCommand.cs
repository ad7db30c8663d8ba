using System.CommandLine;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Calendars;
using Changlai.Core.Values;

namespace Changlai.Web.CommandLine;

/// <summary>Who may sign in.</summary>
internal static class StaffCommand
{
    private static readonly string[] Roles = ["staff", "manager", "head-office", "auditor", "admin"];

    /// <summary>Those who belong to no store unless one is given.</summary>
    private static readonly string[] WithoutStore = ["head-office", "auditor", "admin"];

    public static Command Create() => new("staff", Output.Words(new Text("员工与登录", "Staff and their sign-ins"))) { Add(), Invite(), List(), Password(), ResetAuthenticator() };

    private static Option<string> SignIn() => new("--sign-in") { Required = true, HelpName = "NAME", Description = Output.Words(new Text("登录名", "Sign-in name")) };

    private static Option<bool> FromInput() => new("--password-stdin")
    {
        Description = Output.Words(new Text("从标准输入读一行作密码（否则在终端上问两遍）", "Read the password as one line from standard input (else it is asked for twice)")),
    };

    private static Command Add()
    {
        var name = new Option<string>("--name") { Required = true, Description = Output.Words(new Text("姓名", "Name")) };
        var signIn = SignIn();
        var (role, store) = (Role(), StoreOption());
        var (fromInput, db, json) = (FromInput(), CommonOptions.Db(), CommonOptions.Json());
        var command = new Command("add", Output.Words(new Text("添加员工，或给订单里已有的员工开通登录", "Add somebody, or let somebody known from the orders sign in"))) { name, signIn, role, store, fromInput, db, json };
        command.SetAction(parsed =>
        {
            var terminal = Terminal.Of(parsed);
            var person = new StaffRequest(parsed.GetValue(name)!.Trim(), StaffAccounts.Fold(parsed.GetValue(signIn)!), parsed.GetValue(role)!, parsed.GetValue(store)?.Trim());
            if (!WithoutStore.Contains(person.Role, StringComparer.Ordinal) && string.IsNullOrEmpty(person.Store))
                return terminal.Fail(new Text("缺少 --store：{0} 要写明门店。", "--store is missing: a {0} belongs to a store."), person.Role);
            if (person.Name.Length == 0 || person.SignIn.Length == 0) return terminal.Fail(new Text("--name 和 --sign-in 不能是空的。", "--name and --sign-in must not be empty."));
            using var database = CommonOptions.Open(parsed.GetValue(db));
            using var session = database.OpenSession();
            session.Begin();
            if (StaffAccounts.IsTaken(session, person.SignIn))
                return terminal.Fail(new Text("--sign-in：「{0}」已经有人用了。改密码请用 changlai staff password。", "--sign-in: \"{0}\" is taken. To change a password use changlai staff password."), person.SignIn);
            var hash = StaffAccounts.Hash(PasswordPrompt.Ask(terminal, person.SignIn, parsed.GetValue(fromInput)));
            var id = Store(session, person, hash);
            session.Commit();
            if (parsed.GetValue(json)) terminal.Json(new { Id = id, person.Name, person.SignIn, person.Role, Store = person.Role == "head-office" ? null : person.Store });
            else terminal.Say(new Text("{0} 可以用 {1} 登录了。", "{0} can now sign in as {1}."), person.Name, person.SignIn);
            return 0;
        });
        return command;
    }

    private static long Store(DatabaseSession session, StaffRequest person, string hash)
    {
        long? storeId = string.IsNullOrEmpty(person.Store) || person.Role is "head-office" or "admin" ? null : StaffAccounts.StoreNamed(session, person.Store);
        if (StaffAccounts.WithoutSignIn(session, person.Name, storeId) is { } known)
        {
            StaffAccounts.GiveAccess(session, known, person.SignIn, hash, person.Role, storeId);
            return known;
        }
        return StaffAccounts.Add(session, [new NewStaff(person.Name, person.SignIn, hash, person.Role, storeId, Weekdays.All,
            StaffAccounts.NewcomerCapacity, Output.Language == Language.Chinese ? "zh" : "en")]);
    }

    private static Command Invite()
    {
        var name = new Argument<string>("NAME") { Description = Output.Words(new Text("姓名", "Name")) };
        var signIn = new Option<string?>("--sign-in") { HelpName = "NAME", Description = Output.Words(new Text("登录名（姓名本身就是小写字母时可不写）", "Sign-in name (not needed where the name itself is small letters)")) };
        var (role, store, publicUrl, db, json) = (Role(), StoreOption(), CommonOptions.PublicUrl(), CommonOptions.Db(), CommonOptions.Json());
        var command = new Command("invite", Output.Words(new Text("邀请一位员工：打印一个链接，由本人自己设密码", "Invite somebody: prints a link with which they choose their own password"))) { name, signIn, role, store, publicUrl, db, json };
        command.SetAction(parsed =>
        {
            var terminal = Terminal.Of(parsed);
            var address = CommonOptions.PublicUrl(parsed.GetValue(publicUrl)) ?? ServeCommand.DefaultUrls;
            var called = parsed.GetValue(name)!.Trim();
            var person = new StaffRequest(called, StaffAccounts.Fold(parsed.GetValue(signIn) ?? called), parsed.GetValue(role)!, parsed.GetValue(store)?.Trim());
            if (!WithoutStore.Contains(person.Role, StringComparer.Ordinal) && string.IsNullOrEmpty(person.Store))
                return terminal.Fail(new Text("缺少 --store：{0} 要写明门店。", "--store is missing: a {0} belongs to a store."), person.Role);
            if (person.Name.Length is 0 or > 60) return terminal.Fail(new Text("NAME：姓名要 1 到 60 个字符。", "NAME: a name has 1 to 60 characters."));
            using var database = CommonOptions.Open(parsed.GetValue(db));
            using var session = database.OpenSession();
            session.Begin();
            if (StaffAccounts.SignInProblem(session, person.SignIn) is { } problem) return terminal.Fail(new Text($"--sign-in：{problem.Chinese}", $"--sign-in: {problem.English}"));
            long? storeId = string.IsNullOrEmpty(person.Store) || person.Role is "head-office" or "admin" ? null : StaffAccounts.StoreNamed(session, person.Store);
            var (id, path) = StaffAccounts.Invite(session, new NewStaff(person.Name, person.SignIn, null, person.Role, storeId, Weekdays.All, StaffAccounts.NewcomerCapacity, Output.Language == Language.Chinese ? "zh" : "en"),
                Environment.UserName, TimeProvider.System);
            session.Commit();
            if (parsed.GetValue(json)) terminal.Json(new { Id = id, person.Name, person.SignIn, person.Role, Link = address + path });
            else terminal.Say(new Text("把这个链接交给 {0}（72 小时内有效，只能用一次，登录名 {1}）：\n  {2}", "Hand this link to {0} (good for 72 hours, once; they sign in as {1}):\n  {2}"), person.Name, person.SignIn, address + path);
            return 0;
        });
        return command;
    }

    private static Option<string> Role()
    {
        var role = new Option<string>("--role")
        {
            HelpName = string.Join('|', Roles),
            DefaultValueFactory = _ => Roles[0],
            Description = Output.Words(new Text("职责（默认 staff）", "Role (default staff)")),
        };
        role.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !Roles.Contains(token.Value, StringComparer.Ordinal))
                result.AddError(Output.Words(new Text("--role：「{0}」不行，请写 {1} 之一。", "--role: \"{0}\" will not do; write one of {1}."), token.Value, string.Join(", ", Roles)));
        });
        return role;
    }

    private static Option<string?> StoreOption() =>
        new("--store") { Description = Output.Words(new Text("门店（总部可不写；没有这家门店就新建）", "Store (not needed for the head office; made when it is new)")) };

    private static Command List()
    {
        var (db, json) = (CommonOptions.Db(), CommonOptions.Json());
        var command = new Command("list", Output.Words(new Text("列出员工", "List the staff"))) { db, json };
        command.SetAction(parsed =>
        {
            var terminal = Terminal.Of(parsed);
            using var database = CommonOptions.OpenExisting(parsed.GetValue(db));
            using var session = database.OpenSession();
            var people = StaffAccounts.List(session);
            if (parsed.GetValue(json)) terminal.Json(people);
            else
                foreach (var person in people)
                    terminal.Line($"{person.Id,5}  {person.SignIn ?? "-",-16}  {person.Role,-11}  {person.Name}  {person.Store}{(person.Active ? "" : Output.Words(new Text("（已离职）", " (left)")))}");
            return 0;
        });
        return command;
    }

    private static Command Password()
    {
        var (signIn, fromInput, db) = (SignIn(), FromInput(), CommonOptions.Db());
        var command = new Command("password", Output.Words(new Text("改密码，并让这个人在各处重新登录", "Change a password; the person has to sign in anew everywhere"))) { signIn, fromInput, db };
        command.SetAction(parsed =>
        {
            var terminal = Terminal.Of(parsed);
            var name = StaffAccounts.Fold(parsed.GetValue(signIn)!);
            using var database = CommonOptions.OpenExisting(parsed.GetValue(db));
            using var session = database.OpenSession();
            if (!StaffAccounts.IsTaken(session, name))
                return terminal.Fail(new Text("--sign-in：没有人用「{0}」登录。changlai staff list 列出现有的。", "--sign-in: nobody signs in as \"{0}\". See changlai staff list."), name);
            StaffAccounts.ChangePassword(session, name, StaffAccounts.Hash(PasswordPrompt.Ask(terminal, name, parsed.GetValue(fromInput))));
            terminal.Say(new Text("{0} 的密码改好了。", "The password of {0} is changed."), name);
            return 0;
        });
        return command;
    }

    private static Command ResetAuthenticator()
    {
        var (signIn, db) = (SignIn(), CommonOptions.Db());
        var command = new Command("reset-authenticator", Output.Words(new Text("手机和备用码都丢了：停用动态验证码，并在各处退出", "The phone and the recovery codes are lost: turn the authenticator off and sign the person out everywhere"))) { signIn, db };
        command.SetAction(parsed =>
        {
            var terminal = Terminal.Of(parsed);
            var name = StaffAccounts.Fold(parsed.GetValue(signIn)!);
            using var database = CommonOptions.OpenExisting(parsed.GetValue(db));
            using var session = database.OpenSession();
            if (!StaffAccounts.ResetAuthenticator(session, name, Environment.UserName, TimeProvider.System))
                return terminal.Fail(new Text("--sign-in：没有人用「{0}」登录。changlai staff list 列出现有的。", "--sign-in: nobody signs in as \"{0}\". See changlai staff list."), name);
            terminal.Say(new Text("{0} 的动态验证码停用了，可以只用密码登录。", "The authenticator of {0} is off; the password alone signs in."), name);
            return 0;
        });
        return command;
    }

    private sealed record StaffRequest(string Name, string SignIn, string Role, string? Store);
}
