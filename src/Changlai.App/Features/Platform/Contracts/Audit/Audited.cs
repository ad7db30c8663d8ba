using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Changlai.App.Features.Platform.Contracts.Audit;

/// <summary>Says of a route that what it changes, or takes out, is written into the audit log.</summary>
/// <param name="Action">What is done there; null where nothing that lasts is changed.</param>
/// <param name="Subject">A kind of thing, such as <c>segment</c>.</param>
/// <param name="Parameter">The part of the address that holds its id; null where the handler names the subject.</param>
internal sealed record Audited(AuditAction? Action, string? Subject = null, string? Parameter = null);

/// <param name="Kept">As the entry has it.</param>
internal sealed record AuditWord(string Kept, Text Said);

internal static class AuditedRoutes
{
    /// <summary>Lets the log's page name what a feature writes.</summary>
    public static IServiceCollection AddAuditActions(this IServiceCollection services, IEnumerable<AuditAction> actions)
    {
        foreach (var action in actions) services.AddSingleton(action);
        return services;
    }

    /// <summary>Lets the log's page say in the reader's language what entries keep in English or as a code: names of fields, reasons, states.</summary>
    public static IServiceCollection AddAuditWords(this IServiceCollection services, IEnumerable<(string Kept, Text Said)> words)
    {
        foreach (var (kept, said) in words) services.AddSingleton(new AuditWord(kept, said));
        return services;
    }

    /// <summary>Whatever a request to this route commits is told in the log, in the same transaction.</summary>
    public static TBuilder Audits<TBuilder>(this TBuilder route, AuditAction action, string? subject = null, string? parameter = null)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new Audited(action, subject, parameter));

    /// <summary>A route that takes a form and changes nothing that lasts: a preview, a draft.</summary>
    public static TBuilder AuditsNothing<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new Audited(null));
}
