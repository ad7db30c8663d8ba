namespace Changlai.App.Features.Platform.People.Rules;

/// <summary>
/// How long a name waits after wrong passwords: longer each time, never for good, so that a guesser gets nowhere and nobody can lock out somebody else for
/// longer than a tea break.
/// </summary>
internal static class Lockout
{
    /// <summary>So many may be wrong one after the other before anything happens.</summary>
    public const int Free = 5;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <param name="failures">Wrong ones in a row, this one included.</param>
    /// <returns>Until when no attempt counts; null for no wait.</returns>
    public static DateTimeOffset? Until(int failures, DateTimeOffset now)
    {
        if (failures < Free) return null;
        var wait = TimeSpan.FromMinutes(Math.Pow(2, Math.Min(failures - Free, 10)));
        return now + (wait < Longest ? wait : Longest);
    }
}
