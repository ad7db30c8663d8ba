using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Http;

namespace Changlai.App.Features.Platform.People.Links;

/// <summary>The first administrator and the first store, as typed.</summary>
public sealed record SetUpForm
{
    private const int LongestName = 60;

    public string Name { get; init; } = "";
    public string SignIn { get; init; } = "";
    public string Store { get; init; } = "";
    public IReadOnlyDictionary<string, Text> Errors { get; init; } = new Dictionary<string, Text>(StringComparer.Ordinal);

    internal static SetUpForm Read(IFormCollection typed, bool hasStore, Func<string, bool> isTaken)
    {
        var form = new SetUpForm
        {
            Name = typed["name"].ToString().Trim(),
            SignIn = StaffAccounts.Fold(typed["signIn"].ToString()),
            Store = hasStore ? "" : typed["store"].ToString().Trim(),
        };
        var errors = new Dictionary<string, Text>(StringComparer.Ordinal);
        if (NameProblem(form.Name) is { } name) errors["name"] = name;
        if (SignInProblem(form.SignIn, isTaken) is { } signIn) errors["signIn"] = signIn;
        if (!hasStore && NameProblem(form.Store) is { } store) errors["store"] = store;
        if (NewPassword.Problem(typed["password"], typed["again"], form.SignIn, form.Name, form.Store) is { } password) errors["password"] = password;
        return form with { Errors = errors };
    }

    internal static Text? NameProblem(string name) => name.Length == 0 ? LinkTexts.Needed : name.Length > LongestName ? LinkTexts.TooLong : null;

    internal static Text? SignInProblem(string signIn, Func<string, bool> isTaken) =>
        signIn.Length is < 2 or > 40 || !signIn.All(letter => letter is >= 'a' and <= 'z' or >= '0' and <= '9' or '.' or '-' or '_') ? LinkTexts.BadSignIn
        : isTaken(signIn) ? LinkTexts.Taken
        : null;
}
