namespace Changlai.App.Features.Platform.People.Rules;

/// <summary>What people call the program that sends such a header: enough to know one's phone from a stranger's.</summary>
public static class BrowserName
{
    // The first that stands in it: Edge and WeChat also call themselves Chrome, Chrome also Safari.
    private static readonly (string Mark, string Name)[] Browsers =
        [("MicroMessenger", "WeChat"), ("Edg", "Edge"), ("Firefox", "Firefox"), ("OPR", "Opera"), ("HuaweiBrowser", "Huawei Browser"), ("MiuiBrowser", "Mi Browser"), ("Chrome", "Chrome"), ("Safari", "Safari"), ("curl", "curl")];

    private static readonly (string Mark, string Name)[] Systems =
        [("HarmonyOS", "HarmonyOS"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux")];

    /// <returns>Null when it is none that is known.</returns>
    public static string? Of(string? header)
    {
        if (header is null) return null;
        var names = new[] { Find(Browsers, header), Find(Systems, header) }.OfType<string>().ToList();
        return names.Count == 0 ? null : string.Join(" · ", names);
    }

    private static string? Find((string Mark, string Name)[] known, string header)
    {
        foreach (var (mark, name) in known)
            if (header.Contains(mark, StringComparison.Ordinal)) return name;
        return null;
    }
}
