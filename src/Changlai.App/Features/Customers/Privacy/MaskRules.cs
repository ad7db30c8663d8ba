using System.Text.Json;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Privacy;

/// <summary>What each role does not see. Until somebody decides, auditors see no way to reach a customer: they look at the work, not at the people.</summary>
internal sealed record MaskRules(IReadOnlyDictionary<string, IReadOnlyList<string>> Hidden)
{
    private const string Setting = "masking";

    public static readonly MaskRules Usual = new(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        [StaffRole.Auditor.Code()] = [.. MaskedPart.Fixed.Select(part => part.Code)],
    });

    public IReadOnlyList<string> Of(StaffRole role) => Hidden.GetValueOrDefault(role.Code()) ?? [];

    public static MaskRules Read(DatabaseSession session) => session.Scalar<string>("SELECT value FROM setting WHERE key = @key", ("key", Setting)) is { } stored
        ? new MaskRules(JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<string>>>(stored) ?? [])
        : Usual;

    public void Write(DatabaseSession session) => session.Execute(
        "INSERT INTO setting (key, value) VALUES (@key, @value) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        ("key", Setting), ("value", JsonSerializer.Serialize(Hidden)));
}
