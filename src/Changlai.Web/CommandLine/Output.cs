using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Changlai.Core.Values;

namespace Changlai.Web.CommandLine;

/// <summary>How the commands print: the language of the words, the form of the JSON.</summary>
internal static class Output
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    /// <summary>Chinese where the terminal's locale is Chinese, English elsewhere.</summary>
    public static Language Language { get; } = IsChinese("LC_ALL") ?? IsChinese("LC_MESSAGES") ?? IsChinese("LANG") ?? false ? Language.Chinese : Language.English;

    public static string Words(Text text) => text.In(Language);

    public static string Words(Text text, params object?[] values) => text.In(Language, values);

    /// <summary>An amount for the eye: as many decimals as its currency has.</summary>
    public static string Money(long minor, string currency) => $"{currency} {Currencies.ToMajor(minor, currency).ToString($"F{Currencies.Digits(currency)}")}";

    private static bool? IsChinese(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } locale
        ? locale.StartsWith("zh", StringComparison.OrdinalIgnoreCase)
        : null;
}
