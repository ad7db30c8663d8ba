namespace Changlai.App.Features.Orders.Contracts;

/// <summary>The lock that whoever records orders holds until the end of the transaction.</summary>
internal static class OrderLock
{
    public const string Name = "recording";
}
