using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Changlai.Browser.Tests.Harness;

/// <summary>What axe-core finds wrong with the accessibility of a page.</summary>
internal static class Axe
{
    /// <summary>One line per finding: the rule, what it asks for, and where it is broken. Empty when all is well.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        var result = await page.RunAxe();
        return
        [
            .. from violation in result.Violations
               from node in violation.Nodes
               select $"{violation.Id} ({violation.Impact}): {violation.Help}: {node.Html}",
        ];
    }
}
