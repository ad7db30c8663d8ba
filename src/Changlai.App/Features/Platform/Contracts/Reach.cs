namespace Changlai.App.Features.Platform.Contracts;

/// <summary>How far somebody sees.</summary>
internal enum Reach
{
    /// <summary>The customers they answer for.</summary>
    Own,

    /// <summary>Those of their stores.</summary>
    Stores,

    /// <summary>Everybody's.</summary>
    All,
}

internal static class Reaches
{
    public static string Code(this Reach reach) => reach switch
    {
        Reach.Own => "own",
        Reach.Stores => "stores",
        Reach.All => "all",
        _ => throw new ArgumentOutOfRangeException(nameof(reach)),
    };

    /// <summary>An unknown code is the reach that shows least.</summary>
    public static Reach Parse(string code) => code switch
    {
        "all" => Reach.All,
        "stores" => Reach.Stores,
        _ => Reach.Own,
    };

    /// <summary>Where nothing else was said.</summary>
    public static Reach Usual(StaffRole role, long? storeId) => role switch
    {
        StaffRole.HeadOffice or StaffRole.Admin => Reach.All,
        StaffRole.Auditor when storeId is null => Reach.All,
        StaffRole.Staff or StaffRole.Manager or StaffRole.Auditor => Reach.Stores,
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
