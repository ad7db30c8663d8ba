using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;

namespace Changlai.App.Features.Platform.Contracts.Api;

/// <summary>What the document of the API tells of an operation.</summary>
/// <param name="Summary">What it does, in a few words.</param>
/// <param name="Answer">What it answers when all is well; <c>void</c> for nothing.</param>
/// <param name="Body">What it takes; null for nothing.</param>
internal sealed record ApiWords(Text Summary, Type Answer, Type? Body, int Status, bool HasVersion)
{
    /// <summary>What kind of file it answers; null for JSON.</summary>
    public string? Media { get; init; }
}

/// <summary>An operation that takes a file as it is, in place of JSON.</summary>
internal sealed record ApiFile(IReadOnlyList<string> Media);

internal static class ApiWordsOfRoutes
{
    /// <param name="hasVersion">The answer carries an ETag, and a change needs it in If-Match.</param>
    public static TBuilder Says<TBuilder>(this TBuilder route, string chinese, string english, Type answer, Type? body = null, int status = 200, bool hasVersion = false)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new ApiWords(new Text(chinese, english), answer, body, status, hasVersion));

    /// <summary>Of an operation that takes nothing but its address.</summary>
    public static TBuilder SaysAct<TBuilder>(this TBuilder route, string chinese, string english, Type answer)
        where TBuilder : IEndpointConventionBuilder => route.Says(chinese, english, answer);

    /// <summary>Of an operation that answers a file.</summary>
    public static TBuilder SaysFile<TBuilder>(this TBuilder route, string chinese, string english, string media, bool hasVersion = false)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new ApiWords(new Text(chinese, english), typeof(byte[]), null, 200, hasVersion) { Media = media });

    /// <summary>Of an operation whose body is a file.</summary>
    public static TBuilder TakesFile<TBuilder>(this TBuilder route, params string[] media)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new ApiFile(media));

    /// <summary>Of an operation that takes something away, and answers nothing.</summary>
    public static TBuilder SaysRemoval<TBuilder>(this TBuilder route, string chinese, string english, bool hasVersion = false)
        where TBuilder : IEndpointConventionBuilder => route.Says(chinese, english, typeof(void), null, 204, hasVersion);
}
