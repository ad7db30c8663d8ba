using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Contracts.Audit;

/// <summary>A kind of thing that is written into the audit log. A feature names its own and adds each to the services, so that the log's page can say it.</summary>
/// <param name="Code">Stable and stored: a noun, a dot, a verb, such as <c>customer.change</c>.</param>
/// <param name="Name">For readers.</param>
internal sealed record AuditAction(string Code, Text Name);
