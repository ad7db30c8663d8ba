using Mono.Cecil;

namespace Changlai.Architecture.Tests;

/// <summary>
/// The rules can fail: Planted/ holds a small application in which each type named Wrong… breaks one rule in one way,
/// and the others break none.
/// </summary>
public sealed class PlantedViolationTests
{
    private const string Root = "Changlai.Architecture.Tests.Planted";

    private static readonly House Planted = House.Changlai with { Root = $"{Root}.App" };

    [Fact]
    public void Each_wrong_use_between_parts_is_found_and_no_right_one() =>
        Breakers(Planted.InParts(Types($"{Root}.App"))).ShouldBe(Named("WrongPart"));

    [Fact]
    public void Each_wrong_use_in_rules_is_found_and_no_right_one() =>
        Breakers(Planted.InRules(Types($"{Root}.App"))).ShouldBe(Named("WrongRule"));

    [Fact]
    public void Each_wrong_use_in_composition_is_found_and_no_right_one() =>
        Breakers(Planted.InComposition(Types($"{Root}.Web"))).ShouldBe(Named("WrongWeb"));

    [Theory]
    [InlineData("a reference by signature", "WrongPartBySignature", "Orders uses Customers only through its Contracts")]
    [InlineData("a reference to the right", "WrongPartToTheRight", "Orders is to the right of Customers; let it contribute or listen to an event")]
    public void The_reason_says_what_to_do_instead(string what, string type, string why) =>
        Planted.InParts(Types($"{Root}.App")).First(violation => violation.From.EndsWith(type, StringComparison.Ordinal)).Why.ShouldBe(why, what);

    private static string[] Breakers(IEnumerable<Violation> violations) =>
        [.. violations.Select(violation => violation.From).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string[] Named(string prefix)
    {
        string[] names = [.. Types(Root).Where(type => type.Name.StartsWith(prefix, StringComparison.Ordinal)).Select(type => type.FullName).Order(StringComparer.Ordinal)];
        names.ShouldNotBeEmpty();
        return names;
    }

    private static IEnumerable<TypeDefinition> Types(string root) =>
        ModuleDefinition.ReadModule(typeof(PlantedViolationTests).Assembly.Location).Types
            .Where(type => type.Namespace.StartsWith(root, StringComparison.Ordinal));
}
