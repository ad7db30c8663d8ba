using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Settings;

internal static class SettingsTexts
{
    public static readonly Text Title = new("设置", "Settings");
    public static readonly Text Purpose = new("整个机构共用的设置，改了对所有门店都生效。", "What the whole organisation shares; a change counts in every store.");
}
