using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Changlai.Browser.Tests.Harness;

/// <summary>What axe-core finds wrong with the accessibility of a page.</summary>
internal static class Axe
{
    /// <summary>All rules run; of what they let pass nothing is reported, which on a page of many rows is most of the work.</summary>
    private const string Look = """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
            .flatMap(found => found.nodes.map(node => `${found.id} (${found.impact}): ${found.help}: ${node.html}`))
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>One line per finding: the rule, what it asks for, and where it is broken. Empty when all is well.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(Look);
    }
}
