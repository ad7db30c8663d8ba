using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Api.Keys;

/// <summary>What the audit log tells of keys.</summary>
internal static class KeyAudit
{
    public static readonly AuditAction Made = new("key.make", new Text("生成 API 密钥", "API key made"));
    public static readonly AuditAction Revoked = new("key.revoke", new Text("停用 API 密钥", "API key revoked"));

    public static IReadOnlyList<AuditAction> All => [Made, Revoked];
}
