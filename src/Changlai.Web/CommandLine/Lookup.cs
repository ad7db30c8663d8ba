using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.Web.CommandLine;

/// <summary>Finds what a command names; says which names there are when it finds nothing.</summary>
internal static class Lookup
{
    public static long? Staff(DatabaseSession session, string? name) =>
        Find(session, name, "SELECT id, name FROM staff WHERE name = @name OR sign_in_name = @name ORDER BY id", "SELECT name FROM staff ORDER BY id LIMIT 30",
            new Text("--staff：没有「{0}」这位员工。现有：{1}", "--staff: there is nobody called \"{0}\". There are: {1}"));

    public static long? Store(DatabaseSession session, string? name) =>
        Find(session, name, "SELECT id, name FROM store WHERE name = @name ORDER BY id", "SELECT name FROM store ORDER BY id LIMIT 30",
            new Text("--store：没有「{0}」这家门店。现有：{1}", "--store: there is no store called \"{0}\". There are: {1}"));

    /// <summary>The person of a sign-in name, with all that they may see.</summary>
    public static Viewer? Viewer(DatabaseSession session, string? signIn) => signIn is null ? null : Viewers.Named(session, signIn)
        ?? throw new CommandProblem(new Text($"--as：没有人用「{signIn}」登录，或者已经离职。changlai staff list 列出现有的。", $"--as: nobody signs in as \"{signIn}\", or they work here no more. See changlai staff list."));

    private static long? Find(DatabaseSession session, string? name, string find, string list, Text missing)
    {
        if (name is null) return null;
        using (var rows = session.Read(find, ("name", name)))
            if (rows.Next()) return rows.Long(0);
        var known = new List<string>();
        using (var rows = session.Read(list))
            while (rows.Next()) known.Add(rows.Text(0));
        throw new CommandProblem(new Text(missing.In(Language.Chinese, name, string.Join("、", known)), missing.In(Language.English, name, string.Join(", ", known))));
    }
}
