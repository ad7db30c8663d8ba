using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Changlai.Core.Values;

namespace Changlai.Web.CommandLine;

/// <summary>What the commands print: one JSON object on standard output when asked, words otherwise.</summary>
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

    public static void WriteJson(object value) => Console.Out.WriteLine(JsonSerializer.Serialize(value, Json));

    public static int Fail(Text problem, int code = 2)
    {
        Console.Error.WriteLine(Words(problem));
        return code;
    }

    public static decimal Major(long minor) => minor / 100m;

    private static bool? IsChinese(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } locale
        ? locale.StartsWith("zh", StringComparison.OrdinalIgnoreCase)
        : null;
}
