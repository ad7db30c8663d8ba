namespace Changlai.App.Features.Platform.Contracts;

/// <summary>Told, in the transaction of the change, that stores open or close on other days, or that people work on others.</summary>
internal interface IStoreDaysChanged
{
    /// <param name="session">The transaction of the change.</param>
    /// <param name="change">What may have changed.</param>
    void StoreDaysChanged(DatabaseSession session, StoreDaysChange change);
}

/// <summary>Where and when days have changed.</summary>
/// <param name="StoreId">The store; null for all of them.</param>
/// <param name="StaffId">The person, where it is only theirs.</param>
/// <param name="From">The first day concerned; null for all days to come.</param>
/// <param name="To">The last day concerned.</param>
internal sealed record StoreDaysChange(long? StoreId, long? StaffId = null, DateOnly? From = null, DateOnly? To = null);
