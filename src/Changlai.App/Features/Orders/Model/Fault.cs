using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Model;

/// <summary>What a repair was about, in few enough kinds that the same one is recognised when it comes again.</summary>
public sealed record Fault(string Code, Text Name)
{
    /// <summary>Told apart by its words alone.</summary>
    public const string Other = "other";

    public static readonly IReadOnlyList<Fault> All =
    [
        new("power", new Text("不通电、断电", "Power")),
        new("leak", new Text("漏水、漏气", "Leak")),
        new("noise", new Text("异响、震动", "Noise or vibration")),
        new("heating", new Text("不加热、不制冷", "Heating or cooling")),
        new("display", new Text("屏幕、按键", "Screen or keys")),
        new("mechanical", new Text("部件松动、卡住", "Loose or stuck part")),
        new("software", new Text("程序、联网", "Software or network")),
        new("damage", new Text("破损、裂纹", "Broken or cracked")),
        new("wear", new Text("老化、磨损", "Worn out")),
        new(Other, new Text("其他", "Something else")),
    ];

    public static Fault? Find(string? code) => All.FirstOrDefault(fault => fault.Code == code);

    /// <summary>Two repairs with the same key were about the same fault.</summary>
    public static string KeyOf(string code, string? words) => code == Other ? $"{Other}:{ExternalId.Normalize(words ?? "")}" : code;
}
