using Mono.Cecil;

namespace Changlai.Architecture.Tests;

/// <summary>A type that uses what it may not, and why it may not.</summary>
internal sealed record Violation(string From, string To, string Why)
{
    public override string ToString() => $"{From} → {To}: {Why}";
}

/// <summary>
/// The rules between the parts of the application, read off the namespaces: ROOT.Ui, ROOT.Features.NAME and ROOT.Shell.
/// A part uses only parts to its left, and of those only the Contracts; everybody uses Ui.
/// </summary>
/// <param name="Root">The namespace of the application.</param>
/// <param name="Order">The parts from left to right.</param>
internal sealed record House(string Root, IReadOnlyList<string> Order)
{
    private const string Ui = "Ui";
    private const string Shell = "Shell";
    private const string CommandLine = "Changlai.Web.CommandLine.Import";

    /// <summary>What decides must not know how it is stored, shown or logged.</summary>
    private static readonly string[] ForbiddenInRules =
        ["Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "Microsoft.Extensions.Logging", "Microsoft.Data.Sqlite", "Npgsql", "System.Data"];

    public static House Changlai { get; } = new("Changlai.App",
    [
        Ui, "Platform", "Customers", "Orders", "Messaging", "Complaints", "Surveys", "Visits", "Loyalty", "FollowUps", "Quality", "Insights", Shell,
    ]);

    /// <summary>Violations of the order of parts, by types of the application.</summary>
    public IEnumerable<Violation> InParts(IEnumerable<TypeDefinition> types) =>
        from type in types
        from violation in PartOf(type) switch
        {
            { } part => References.Of(type).Select(used => InPart(part, type, used)).OfType<Violation>(),
            null when IsGenerated(type) => [],
            null => [new Violation(type.FullName, Root, "belongs to no part of the house: Ui, Shell, or a feature in the order list")],
        }
        select violation;

    /// <summary>Violations by the program that composes the application: it uses doors, contracts, Shell and Ui.</summary>
    /// <remarks>The import from the command line is the counterpart of the pages' and may use how order files are read and recorded (decision 13).</remarks>
    public IEnumerable<Violation> InComposition(IEnumerable<TypeDefinition> types) =>
        from type in types
        from used in References.Of(type)
        let part = PartOf(used)
        where !(OutermostName(type).StartsWith(CommandLine, StringComparison.Ordinal) && InOrderFiles(used))
        where part is not null and not Ui and not Shell && !IsContract(part, used) && !IsDoor(part, used)
        select new Violation(type.FullName, used.FullName, $"composition uses {part} only through its door and its Contracts");

    private static string OutermostName(TypeDefinition type) => type.DeclaringType is { } outer ? OutermostName(outer) : type.FullName;

    private bool InOrderFiles(TypeReference used) =>
        IsUnder(used.Namespace, $"{Root}.Features.Orders.Import") || IsUnder(used.Namespace, $"{Root}.Features.Orders.Recording");

    /// <summary>Violations of the purity of Model and Rules.</summary>
    public IEnumerable<Violation> InRules(IEnumerable<TypeDefinition> types) =>
        from type in types
        where PartOf(type) is not null && type.Namespace[Root.Length..].Split('.').Any(segment => segment is "Model" or "Rules")
        from used in References.Of(type)
        where ForbiddenInRules.Any(forbidden => IsUnder(used.Namespace, forbidden))
        select new Violation(type.FullName, used.FullName, "Model and Rules touch no database, web or logging");

    private Violation? InPart(string part, TypeDefinition from, TypeReference used)
    {
        if (PartOf(used) is not { } other || other == part || other == Ui)
            return null;
        if (Position(other) > Position(part))
            return new Violation(from.FullName, used.FullName, $"{other} is to the right of {part}; let it contribute or listen to an event");
        if (IsContract(other, used) || (part == Shell && IsDoor(other, used)))
            return null;
        return new Violation(from.FullName, used.FullName, $"{part} uses {other} only through its Contracts");
    }

    private int Position(string part) => Order.Index().First(entry => entry.Item == part).Index;

    /// <summary>The part a type is in; null outside the application, and in a part that is not in the list.</summary>
    private string? PartOf(TypeReference type)
    {
        if (!IsUnder(type.Namespace, Root))
            return null;
        var path = type.Namespace[Root.Length..].Split('.', StringSplitOptions.RemoveEmptyEntries);
        var part = path switch
        {
            [Ui or Shell, ..] => path[0],
            ["Features", not (Ui or Shell), ..] => path[1],
            _ => null,
        };
        return part is not null && Order.Contains(part, StringComparer.Ordinal) ? part : null;
    }

    private bool IsContract(string part, TypeReference type) => IsUnder(type.Namespace, $"{Root}.Features.{part}.Contracts");

    private bool IsDoor(string part, TypeReference type) => type.FullName == $"{Root}.Features.{part}.{part}Feature";

    private static bool IsUnder(string name, string root) =>
        name.StartsWith(root, StringComparison.Ordinal) && (name.Length == root.Length || name[root.Length] == '.');

    /// <summary>What compilers and source generators add outside the namespaces of the house; Razor adds _Imports.</summary>
    private static bool IsGenerated(TypeDefinition type) =>
        type.Name is "<Module>" or "_Imports"
        || IsUnder(type.Namespace, "__Blazor")
        || IsUnder(type.Namespace, "System")
        || IsUnder(type.Namespace, "Microsoft")
        || type.CustomAttributes.Any(attribute => attribute.AttributeType.Name is "CompilerGeneratedAttribute" or "GeneratedCodeAttribute");
}
