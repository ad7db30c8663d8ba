using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Editing;

/// <summary>What the page of a card's form shows.</summary>
/// <param name="Id">Null for a new customer.</param>
/// <param name="Name">What they are called as it is stored; null for a new customer.</param>
/// <param name="Number">Their number in the system they came from.</param>
public sealed record CustomerEdit(long? Id, string? Name, string? Number, CustomerForm Form, EditChoices Choices)
{
    /// <summary>The photo there is; null for none.</summary>
    public CustomerPhoto? Photo { get; init; }

    /// <summary>Where the form and what somebody else has stored differ; null when nobody has.</summary>
    public Conflict? Conflict { get; init; }
}

/// <summary>What a card's form offers.</summary>
/// <param name="Stores">None when the reader has one store only.</param>
/// <param name="Fields">The organisation's own, without retired ones.</param>
public sealed record EditChoices(
    IReadOnlyList<Option> Stores, IReadOnlyList<Option> Owners, IReadOnlyList<Option> Regions, IReadOnlyList<string> Cities, IReadOnlyList<string> Tags, IReadOnlyList<CustomerField> Fields);
