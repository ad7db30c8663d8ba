using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.People.Pages;

/// <summary>Tells the versions of a person apart: another one after each change.</summary>
internal static class StaffVersions
{
    /// <summary>Of all that is told of them.</summary>
    public static string Of(StaffPerson person) => ETags.Fingerprint(
        person.Name, person.SignIn, person.Role.Code(), person.StoreId, person.Scope, person.DailyCapacity, person.Active, person.HasPassword, person.HasAuthenticator, string.Join(' ', person.FurtherStores));

    /// <summary>Of what their form holds: a new password does not disturb who moves them to another store.</summary>
    public static string OfForm(StaffPerson person) =>
        ETags.Fingerprint(person.Name, person.Role.Code(), person.StoreId, person.Scope, person.Language, string.Join(' ', person.FurtherStores));

    public static IReadOnlyList<Difference> Differences(StaffForm yours, StaffForm theirs, StoreDirectory stores, Language language) =>
        Difference.Between(Lines(yours, stores, language), Lines(theirs, stores, language));

    private static IEnumerable<(Text What, string Words)> Lines(StaffForm form, StoreDirectory stores, Language language) =>
    [
        (StaffTexts.Name, form.Name), (StaffTexts.Role, StaffRoles.Parse(form.Role).Name().In(language)), (StaffTexts.Store, NameOf(form.Store, stores)),
        (StaffTexts.FurtherStores, string.Join(UiTexts.ListComma.In(language), form.Further.Order(StringComparer.Ordinal).Select(store => NameOf(store, stores)))),
        (StaffTexts.Reach, Reach(form.Reach).In(language)), (StaffTexts.Language, (form.Language == "en" ? StaffTexts.English : StaffTexts.Chinese).In(language)),
    ];

    private static string NameOf(string store, StoreDirectory stores) => long.TryParse(store, out var id) ? stores.NameOf(id) ?? store : store;

    private static Text Reach(string code) => code switch
    {
        "own" => StaffTexts.ReachOwn,
        "stores" => StaffTexts.ReachStores,
        "all" => StaffTexts.ReachAll,
        _ => StaffTexts.ReachUsual,
    };
}
