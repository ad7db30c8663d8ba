using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Contracts.Imports;

/// <summary>What can be imported: its code, what it needs to be told, and what it is called where.</summary>
/// <param name="Code">Stable; stands in addresses and in the table of imports.</param>
/// <param name="Rank">Where it stands among the others.</param>
public sealed record ImportKind(string Code, int Rank, Text Name)
{
    public ImportNeeds Needs { get; init; }

    /// <summary>The button: import orders.</summary>
    public required Text New { get; init; }

    /// <summary>Whether the file of rejects says reasons in words; else by their codes, as the command line does.</summary>
    public bool SaysReasons { get; init; } = true;

    public required Text FileLabel { get; init; }

    /// <summary>What a line of the file is.</summary>
    public required Text FileHint { get; init; }

    /// <summary>The figure of what is new.</summary>
    public required Text Changes { get; init; }

    /// <summary>When the file holds nothing new.</summary>
    public required Text NothingNew { get; init; }

    /// <summary>While the file is compared with what is stored; <c>{0}</c> lines were read.</summary>
    public required Text Comparing { get; init; }

    /// <summary>While it is stored; <c>{0}</c> lines were read.</summary>
    public required Text Writing { get; init; }

    /// <summary>Afterwards; it took <c>{0}</c> seconds.</summary>
    public required Text Done { get; init; }

    /// <summary>The field for the store, for kinds that need one.</summary>
    public Text StoreLabel { get; init; }

    /// <summary>Where to look afterwards.</summary>
    public IReadOnlyList<ImportWay> Next { get; init; } = [];
}

public sealed record ImportWay(string Href, Text Name);

/// <summary>What has to be told about a file, beside its columns.</summary>
[Flags]
public enum ImportNeeds
{
    None = 0,

    /// <summary>The store of lines that name none.</summary>
    Store = 1,

    /// <summary>Stores that are new are made, and need a time zone and a currency.</summary>
    NewStores = 2,

    /// <summary>The system that the numbers come from.</summary>
    Source = 4,

    /// <summary>The order of day and month, where the file leaves it open.</summary>
    DateOrder = 8,
}
