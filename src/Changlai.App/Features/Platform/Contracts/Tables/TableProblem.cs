using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Contracts.Tables;

/// <summary>Why a table cannot be read: what was wrong, where, and what would be right.</summary>
/// <param name="Code">Stable code of the kind of problem, kebab-case.</param>
/// <param name="What">What was wrong.</param>
/// <param name="Right">What would be right.</param>
/// <param name="Line">The line of the file, counted from 1, where the problem is tied to one.</param>
/// <param name="Heading">The heading of the column, where the problem is tied to one.</param>
public sealed record TableProblem(string Code, Text What, Text Right, long? Line = null, string? Heading = null)
{
    private static readonly Text AtLine = new("第 {0} 行：", "Line {0}: ");
    private static readonly Text AtLineAndColumn = new("第 {0} 行“{1}”列：", "Line {0}, column “{1}”: ");

    /// <summary>Place, problem and remedy in one reader's language.</summary>
    public string Say(Language language)
    {
        var place = (Line, Heading) switch
        {
            (null, _) => "",
            (_, null) => AtLine.In(language, Line),
            (_, _) => AtLineAndColumn.In(language, Line, Heading),
        };
        var gap = language == Language.Chinese ? "" : " ";
        return place + What.In(language) + gap + Right.In(language);
    }
}
