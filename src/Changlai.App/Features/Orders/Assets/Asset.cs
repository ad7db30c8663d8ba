using Changlai.App.Features.Orders.Model;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Assets;

/// <summary>A sold or installed thing with a service history.</summary>
/// <param name="IsInstalled">Installed by us, not only sold.</param>
/// <param name="StartedOn">Installed or sold on.</param>
/// <param name="WarrantyUntil">The last day that is covered; null without a warranty.</param>
/// <param name="LifeEndsOn">When a new one should be talked about.</param>
/// <param name="RetiredOn">No longer in use since.</param>
/// <param name="Alarm">Null when no fault came again too often.</param>
public sealed record Asset(
    long CustomerId, long Id, long ProductId, string Product, string? SerialNumber, bool IsInstalled, DateOnly StartedOn, string? Place, DateOnly? WarrantyUntil, DateOnly? LifeEndsOn,
    DateOnly? RetiredOn, int Repairs, DateOnly? LastRepairOn, AssetAlarm? Alarm, string? SettledWords)
{
    /// <summary>The columns that <see cref="From"/> reads: asset <c>a</c>, product <c>p</c>.</summary>
    internal const string Columns = """
        a.customer_id, a.id, a.product_id, p.name, a.serial_number, a.kind, a.started_on, a.place, a.warranty_until, a.life_ends_on, a.retired_on, a.repairs, a.last_repair_on,
        a.alarm_on, a.alarm_since, a.alarm_fault, a.alarm_repairs, a.settled_words
        """;

    public const string Installed = "installed";
    public const string Sold = "sold";

    public string Href => $"/customers/{CustomerId}/assets/{Id}";

    public bool IsUnderWarranty(DateOnly on) => WarrantyUntil >= on;

    internal static Asset From(Rows rows) => new(
        rows.Long(0), rows.Long(1), rows.Long(2), rows.Text(3), rows.TextOrNull(4), rows.Text(5) == Installed, rows.Day(6), rows.TextOrNull(7), rows.DayOrNull(8), rows.DayOrNull(9),
        rows.DayOrNull(10), rows.Int(11), rows.DayOrNull(12),
        rows.DayOrNull(13) is { } on ? new AssetAlarm(rows.Text(15), rows.Int(16), rows.Day(14), on) : null, rows.TextOrNull(17));
}

/// <param name="Fault">As <see cref="Model.Fault.KeyOf"/> writes it.</param>
public sealed record AssetAlarm(string Fault, int Times, DateOnly Since, DateOnly On)
{
    /// <summary>The fault in words; another than the known ones by what was written of it.</summary>
    public Text Name => Model.Fault.Find(Fault) is { } known ? known.Name : Fault.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && colon + 1 < Fault.Length
        ? new Text(Fault[(colon + 1)..], Fault[(colon + 1)..]) : Model.Fault.Find(Model.Fault.Other)!.Name;
}

/// <summary>One repair of an asset.</summary>
public sealed record Repair(long Id, DateOnly On, string Fault, string? FaultWords, string Work, string? Staff, long? CostMinor, string Currency, bool UnderWarranty)
{
    public Text FaultName => Model.Fault.Find(Fault)?.Name ?? new Text(Fault, Fault);
}
