using Changlai.Core.Values;

namespace Changlai.Web.CommandLine;

/// <summary>Ends a command with one line that says what is wrong and what would be right.</summary>
internal sealed class CommandProblem(Text words) : Exception(words.English)
{
    public Text Words { get; } = words;
}
