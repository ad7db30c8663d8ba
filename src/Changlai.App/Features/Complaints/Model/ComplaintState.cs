namespace Changlai.App.Features.Complaints.Model;

/// <summary>Where a complaint stands, as stored.</summary>
internal static class ComplaintState
{
    public const string Open = "open";
}
