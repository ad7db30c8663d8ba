using Mono.Cecil;

namespace Changlai.Architecture.Tests;

public sealed class HouseTests
{
    [Fact]
    public void Every_feature_folder_has_a_place_in_the_order() =>
        Repository.FeatureFolders().Except(House.Changlai.Order, StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public void A_part_uses_only_the_contracts_of_parts_to_its_left() =>
        House.Changlai.InParts(Types("Changlai.App.dll")).ShouldBeEmpty();

    [Fact]
    public void Model_and_rules_touch_no_database_web_or_logging() =>
        House.Changlai.InRules(Types("Changlai.App.dll")).ShouldBeEmpty();

    [Fact]
    public void The_program_composes_through_doors_and_contracts() =>
        House.Changlai.InComposition(Types("changlai.dll")).ShouldBeEmpty();

    [Fact]
    public void Core_references_nothing_but_the_base_class_library() =>
        OutsideTheBaseClassLibrary("Changlai.Core.dll").ShouldBeEmpty();

    [Fact]
    public void A_reference_beyond_the_base_class_library_is_found() =>
        OutsideTheBaseClassLibrary("Changlai.Architecture.Tests.dll").ShouldContain("Mono.Cecil");

    private static IEnumerable<TypeDefinition> Types(string file) => Read(file).Types;

    private static string[] OutsideTheBaseClassLibrary(string file)
    {
        var library = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return [.. Read(file).AssemblyReferences.Select(reference => reference.Name).Where(name => !File.Exists(Path.Combine(library, $"{name}.dll")))];
    }

    private static ModuleDefinition Read(string file) => ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, file));
}
