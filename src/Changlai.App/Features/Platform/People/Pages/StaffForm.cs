using System.Globalization;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.People.Links;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Http;

namespace Changlai.App.Features.Platform.People.Pages;

/// <summary>A person as typed, and what is wrong with it.</summary>
public sealed record StaffForm
{
    private const int MostCapacity = 500;

    public string Name { get; init; } = "";
    public string SignIn { get; init; } = "";
    public string Role { get; init; } = "staff";
    public string Store { get; init; } = "";
    public string Reach { get; init; } = "";
    public string Capacity { get; init; } = "30";
    public string Language { get; init; } = "zh";
    public IReadOnlyList<string> Further { get; init; } = [];

    /// <summary>Of what the form holds, when it was opened.</summary>
    public string Version { get; init; } = "";
    public IReadOnlyDictionary<string, Text> Errors { get; init; } = new Dictionary<string, Text>(StringComparer.Ordinal);

    public long? StoreId => long.TryParse(Store, out var id) ? id : null;

    internal static StaffForm Of(StaffPerson person) => new()
    {
        Name = person.Name,
        SignIn = person.SignIn ?? "",
        Role = person.Role.Code(),
        Store = person.StoreId?.ToString(CultureInfo.InvariantCulture) ?? "",
        Reach = person.Scope ?? "",
        Language = person.Language,
        Capacity = person.DailyCapacity.ToString(CultureInfo.InvariantCulture),
        Further = [.. person.FurtherStores.Select(store => store.ToString(CultureInfo.InvariantCulture))],
        Version = StaffVersions.OfForm(person),
    };

    /// <param name="before">The person as stored; null for somebody new.</param>
    internal static StaffForm Read(IFormCollection typed, Viewer viewer, IReadOnlyCollection<long> stores, StaffPerson? before, Func<string, bool> isTaken)
    {
        var form = new StaffForm
        {
            Name = typed["name"].ToString().Trim(),
            SignIn = before?.SignIn ?? StaffAccounts.Fold(typed["signIn"].ToString()),
            Role = typed["role"].ToString(),
            Store = typed["store"].ToString(),
            Reach = typed["reach"].ToString(),
            Language = typed.ContainsKey("language") ? typed["language"].ToString() : before?.Language ?? "zh",
            // Of somebody who is there already it stands beside their working days.
            Capacity = before?.DailyCapacity.ToString(CultureInfo.InvariantCulture) ?? typed["capacity"].ToString().Trim(),
            Further = [.. typed["further"].OfType<string>().Where(one => one.Length > 0).Distinct(StringComparer.Ordinal)],
            Version = typed["version"].ToString(),
        };
        var errors = new Dictionary<string, Text>(StringComparer.Ordinal);
        if (SetUpForm.NameProblem(form.Name) is { } name) errors["name"] = name;
        if (before is null && SetUpForm.SignInProblem(form.SignIn, isTaken) is { } signIn) errors["signIn"] = signIn;
        if (StaffRoles.Parse(form.Role).Code() != form.Role) errors["role"] = StaffTexts.BadRole;
        else if (!MayGive(viewer, StaffRoles.Parse(form.Role)) && before?.Role.Code() != form.Role) errors["role"] = StaffTexts.MayNotGive;
        else if (form.Role is "staff" or "manager" && form.StoreId is null) errors["store"] = StaffTexts.NeedsStore;
        if (form.Store.Length > 0 && !(form.StoreId is { } store && stores.Contains(store))) errors["store"] = StaffTexts.UnknownStore;
        if (form.Further.Any(one => !long.TryParse(one, out var further) || !stores.Contains(further))) errors["further"] = StaffTexts.UnknownStore;
        if (form.Language is not ("zh" or "en")) errors["language"] = StaffTexts.BadLanguage;
        if (form.Reach is not ("" or "own" or "stores" or "all")) errors["reach"] = StaffTexts.BadReach;
        else if (form.Reach == "all" && viewer.Role == StaffRole.Manager && before?.Scope != "all") errors["reach"] = StaffTexts.MayNotGive;
        if (!int.TryParse(form.Capacity, NumberStyles.None, CultureInfo.InvariantCulture, out var capacity) || capacity > MostCapacity) errors["capacity"] = StaffTexts.BadCapacity;
        var changesPower = before is not null && (form.Role != before.Role.Code() || form.Reach != (before.Scope ?? "") || form.StoreId != before.StoreId
            || !form.Further.Order(StringComparer.Ordinal).SequenceEqual(Of(before).Further.Order(StringComparer.Ordinal), StringComparer.Ordinal));
        if (changesPower && before!.Id == viewer.StaffId && viewer.Role != StaffRole.Staff) errors["role"] = StaffTexts.NotYourself;
        return form with { Errors = errors };
    }

    /// <summary>Nobody gives more than is theirs to give: managers staff and managers, administrators all.</summary>
    internal static bool MayGive(Viewer viewer, StaffRole role) => viewer.Role switch
    {
        StaffRole.Admin => true,
        StaffRole.HeadOffice or StaffRole.Manager => role is StaffRole.Staff or StaffRole.Manager,
        _ => false,
    };
}
