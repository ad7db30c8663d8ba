using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.Web.CommandLine;

/// <summary>Finds what a command names; says which names there are when it finds nothing.</summary>
internal static class Lookup
{
    public static bool Staff(DatabaseSession session, string? name, out long? id) =>
        Find(session, name, "SELECT id, name FROM staff WHERE name = @name OR sign_in_name = @name ORDER BY id", "SELECT name FROM staff ORDER BY id LIMIT 30",
            new Text("--staff：没有「{0}」这位员工。现有：{1}", "--staff: there is nobody called \"{0}\". There are: {1}"), out id);

    public static bool Store(DatabaseSession session, string? name, out long? id) =>
        Find(session, name, "SELECT id, name FROM store WHERE name = @name ORDER BY id", "SELECT name FROM store ORDER BY id LIMIT 30",
            new Text("--store：没有「{0}」这家门店。现有：{1}", "--store: there is no store called \"{0}\". There are: {1}"), out id);

    private static bool Find(DatabaseSession session, string? name, string find, string list, Text missing, out long? id)
    {
        id = null;
        if (name is null) return true;
        using (var rows = session.Read(find, ("name", name)))
            if (rows.Next()) id = rows.Long(0);
        if (id is not null) return true;
        var known = new List<string>();
        using (var rows = session.Read(list))
            while (rows.Next()) known.Add(rows.Text(0));
        Console.Error.WriteLine(Output.Words(missing, name, string.Join(", ", known)));
        return false;
    }
}
