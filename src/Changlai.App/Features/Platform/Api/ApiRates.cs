namespace Changlai.App.Features.Platform.Api;

/// <summary>How often the API may be called: section <c>Api:Rates</c> of the configuration, such as the variable <c>Api__Rates__KeyAMinute</c>.</summary>
internal sealed class ApiRates
{
    /// <summary>Calls a minute with one key, all at once if need be.</summary>
    public int KeyAMinute { get; set; } = 600;

    /// <summary>Calls a minute from one address without a key that works: enough to find out what is wrong, few enough to try no keys.</summary>
    public int StrangerAMinute { get; set; } = 120;
}
