using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Settings;

internal static class SettingsTexts
{
    public static readonly Text Title = new("设置", "Settings");
    public static readonly Text Purpose = new("门店、节假日和整个机构共用的设置。", "Stores, public holidays, and what the whole organisation shares.");
}
