using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Platform.Settings;

/// <summary>The page that leads to every feature's settings.</summary>
internal static class SettingsEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/settings", Show).For(Access.ManageStore);

    private static IResult Show(HttpContext http, IEnumerable<SettingsEntry> entries) =>
        UiSetup.Page<SettingsPage>(new { Entries = (IReadOnlyList<SettingsEntry>)[.. entries.Where(entry => Viewer.Of(http.User).May(entry.Access)).OrderBy(entry => entry.Rank)] });
}
