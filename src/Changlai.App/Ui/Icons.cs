using System.Collections.Frozen;

namespace Changlai.App.Ui;

/// <summary>Line drawings on a 24 × 24 grid, by what they stand for.</summary>
internal static class Icons
{
    private static readonly Dictionary<string, string> Paths = new(StringComparer.Ordinal)
    {
        ["today"] = "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4M9 15l2 2 4-4",
        ["customers"] = "M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8M2.5 20c0-3.6 2.9-6 6.5-6s6.5 2.4 6.5 6M16 3.5a4 4 0 0 1 0 7M17.5 14.5c2.4.8 4 2.8 4 5.5",
        ["plans"] = "M5 4v16M5 6h6l2 2h6v8h-6l-2-2H5",
        ["import"] = "M12 4v11M8 11l4 4 4-4M4 17v3h16v-3",
        ["export"] = "M12 15V4M8 8l4-4 4 4M4 17v3h16v-3",
        ["orders"] = "M6 8h12l1 12H5zM9 8V7a3 3 0 0 1 6 0v1",
        ["products"] = "M4 7l8-4 8 4v10l-8 4-8-4zM4 7l8 4 8-4M12 11v10",
        ["assets"] = "M4 5h16v10H4zM9 19h6M12 15v4M8 10h2l1.5-2.5L13 12l1-2h2",
        ["repair"] = "M14.5 6.5a4 4 0 0 0-5 5L4 17v3h3l5.5-5.5a4 4 0 0 0 5-5L15 12l-3-3z",
        ["search"] = "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14M16 16l5 5",
        ["phone"] = "M5 4h4l1.5 5-2.5 1.5a11 11 0 0 0 5.5 5.5l1.5-2.5 5 1.5v4a1 1 0 0 1-1 1C11 20 4 13 4 5a1 1 0 0 1 1-1",
        ["message"] = "M4 5h16v11H10l-5 4v-4H4zM8 9h8M8 12h5",
        ["mail"] = "M3 6h18v12H3zM3 7l9 6 9-6",
        ["visit"] = "M4 11l8-7 8 7M6 10v10h12V10M10 20v-6h4v6",
        ["card"] = "M3 6h18v12H3zM3 10h18M7 15h4",
        ["complaint"] = "M12 4l9 16H3zM12 10v4M12 17v.01",
        ["promise"] = "M7 12l3 3 7-7M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18",
        ["gift"] = "M4 11h16v9H4zM3 7h18v4H3zM12 7v13M12 7c-4 0-5-4-2.5-4S12 7 12 7s0-4 2.5-4S16 7 12 7",
        ["note"] = "M5 3h10l4 4v14H5zM9 11h6M9 15h6",
        ["check"] = "M5 12l5 5L20 7",
        ["close"] = "M6 6l12 12M18 6L6 18",
        ["plus"] = "M12 5v14M5 12h14",
        ["alert"] = "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M12 8v5M12 16v.01",
        ["info"] = "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M12 11v5M12 8v.01",
        ["clock"] = "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M12 7v5l3 3",
        ["back"] = "M15 5l-7 7 7 7",
        ["next"] = "M9 5l7 7-7 7",
        ["more"] = "M5 11a1 1 0 1 0 .01 0zM12 11a1 1 0 1 0 .01 0zM19 11a1 1 0 1 0 .01 0z",
        ["filter"] = "M4 5h16l-6 8v6l-4-2v-4z",
        ["chart"] = "M4 20h16M7 20v-7M12 20V6M17 20v-10",
        ["settings"] = "M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.2 2.2M16.2 16.2l2.2 2.2M18.4 5.6l-2.2 2.2M7.8 16.2l-2.2 2.2",
        ["leave"] = "M10 4H5v16h5M14 8l4 4-4 4M18 12H9",
        ["refused"] = "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M6 6l12 12",
        ["again"] = "M4 12a8 8 0 0 1 14-5l2 2M20 4v5h-5M20 12a8 8 0 0 1-14 5l-2-2M4 20v-5h5",
        ["store"] = "M4 4h16l1 6H3zM5 10v10h14V10M10 20v-5h4v5",
        ["person"] = "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M5 20c0-3.9 3.1-6 7-6s7 2.1 7 6",
        ["file"] = "M6 3h8l4 4v14H6zM14 3v4h4",
    };

    private static readonly FrozenDictionary<string, string> Drawings = Paths.ToFrozenDictionary(
        p => p.Key,
        p => $"""<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="{p.Value}"/></svg>""",
        StringComparer.Ordinal);

    /// <summary>One drawing as markup.</summary>
    public static string Drawing(string name) =>
        Drawings.TryGetValue(name, out var drawing) ? drawing : throw new ArgumentException($"There is no icon named {name}.", nameof(name));

    internal static IEnumerable<string> All => Paths.Keys;
}
