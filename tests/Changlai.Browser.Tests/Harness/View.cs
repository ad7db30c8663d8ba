using System.Reflection;
using Microsoft.Playwright;
using Xunit.Sdk;
using Xunit.v3;

namespace Changlai.Browser.Tests.Harness;

public enum Screen
{
    Phone,
    Tablet,
    Desktop,
}

/// <summary>How somebody looks at a page. Public because test methods take it.</summary>
/// <param name="Screen">360 × 780 with touch, 768 × 1024 with touch, or 1440 × 900 with a mouse.</param>
/// <param name="Language">What the browser asks for: <c>zh-CN</c> or <c>en</c>.</param>
/// <param name="Dark">Whether the system is set to dark.</param>
public sealed record View(Screen Screen, string Language = "zh-CN", bool Dark = false)
{
    public override string ToString() => $"{Screen} {Language} {(Dark ? "dark" : "light")}";

    internal BrowserNewContextOptions Options(Uri address) => new()
    {
        BaseURL = address.ToString(),
        ViewportSize = Screen switch
        {
            Screen.Phone => new ViewportSize { Width = 360, Height = 780 },
            Screen.Tablet => new ViewportSize { Width = 768, Height = 1024 },
            Screen.Desktop => new ViewportSize { Width = 1440, Height = 900 },
            _ => throw new InvalidOperationException($"No such screen: {Screen}"),
        },
        HasTouch = Screen != Screen.Desktop,
        IsMobile = Screen == Screen.Phone,
        DeviceScaleFactor = 1,
        Locale = Language,
        TimezoneId = "Asia/Shanghai",
        ColorScheme = Dark ? ColorScheme.Dark : ColorScheme.Light,
        ReducedMotion = ReducedMotion.Reduce,
    };
}

/// <summary>Runs a theory in every combination of screen, language and light; arguments given here follow the view.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class InEveryViewAttribute(params object?[] arguments) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        IReadOnlyCollection<ITheoryDataRow> rows =
        [
            .. from screen in Enum.GetValues<Screen>()
               from language in (string[])["zh-CN", "en"]
               from dark in (bool[])[false, true]
               select new TheoryDataRow([new View(screen, language, dark), .. arguments]),
        ];
        return ValueTask.FromResult(rows);
    }

    public override bool SupportsDiscoveryEnumeration() => false;
}
