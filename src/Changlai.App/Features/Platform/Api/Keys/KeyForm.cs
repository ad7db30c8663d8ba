using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Http;

namespace Changlai.App.Features.Platform.Api.Keys;

/// <summary>A new key as it was typed.</summary>
public sealed record KeyForm
{
    public const int LongestName = 60;
    public static readonly IReadOnlyList<int> Lives = [30, 90, 180, 365];
    private const int UsualLife = 90;

    public string Name { get; init; } = "";
    public string Days { get; init; } = UsualLife.ToString();
    public IReadOnlyList<string> Scopes { get; init; } = [];
    public IReadOnlyDictionary<string, Text> Errors { get; init; } = new Dictionary<string, Text>(StringComparer.Ordinal);

    public static KeyForm Of(IFormCollection typed) => new()
    {
        Name = typed["name"].ToString().Trim(),
        Days = typed["days"].ToString(),
        Scopes = [.. typed["scope"].OfType<string>().Where(code => code.Length > 0).Distinct(StringComparer.Ordinal)],
    };

    internal (NewKey? Key, KeyForm Form) Check()
    {
        var errors = new Dictionary<string, Text>(StringComparer.Ordinal);
        if (Name.Length == 0) errors["name"] = KeyTexts.NameMissing;
        else if (Name.Length > LongestName) errors["name"] = KeyTexts.NameLong.With(LongestName, Name.Length);
        else if (Name.Any(char.IsControl)) errors["name"] = KeyTexts.NameControl;
        var days = Lives.FirstOrDefault(life => life.ToString() == Days);
        if (days == 0) errors["days"] = KeyTexts.DaysWrong;
        if (Scopes.Count == 0) errors["scope"] = KeyTexts.ScopeMissing;
        else if (Scopes.Any(code => ApiScope.Find(code) is null)) errors["scope"] = KeyTexts.ScopeUnknown;
        return errors.Count > 0 ? (null, this with { Errors = errors }) : (new NewKey(Name, Scopes, days), this);
    }
}
