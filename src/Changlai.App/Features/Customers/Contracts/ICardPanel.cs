using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Contracts;

/// <summary>Puts what another feature knows of a customer on the card.</summary>
internal interface ICardPanel
{
    /// <summary>Null when there is nothing to show.</summary>
    CardPanel? Load(CardRequest request);
}

/// <summary>The customer whose card is being shown; that the reader may see them is decided already.</summary>
internal sealed record CardRequest(DatabaseSession Session, CustomerHead Customer, Viewer Viewer, TimeZoneInfo Zone, DateOnly Today);

/// <param name="Rank">Lower stands further up: 10 what is planned, 20 what was bought.</param>
/// <param name="Component">The Razor component that shows it.</param>
public sealed record CardPanel(int Rank, Type Component, IDictionary<string, object?> Parameters);
