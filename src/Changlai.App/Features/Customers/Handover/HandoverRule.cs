using Changlai.App.Features.Customers.Contracts;
using Changlai.Core.Values;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Changlai.App.Features.Customers.Handover;

/// <summary>Whose customers go to whom.</summary>
/// <param name="From">The person whose customers they are; null for those of the company when <paramref name="OfCompany"/>, else for anybody's.</param>
/// <param name="Region">Path of a region; all that lies in it.</param>
/// <param name="To">Who takes them; several share evenly by load.</param>
public sealed record HandoverRule(long? From, bool OfCompany, long? Store, string? Tier, string? Region, IReadOnlyList<long> To)
{
    public const string Company = "company";

    /// <summary>By field; empty when all is well.</summary>
    public IReadOnlyDictionary<string, Text> Errors { get; init; } = new Dictionary<string, Text>(StringComparer.Ordinal);

    /// <param name="staff">Those who may give: by id, whether they still work here.</param>
    /// <param name="stores">Those the reader may choose.</param>
    internal static HandoverRule Read(Func<string, StringValues> field, IReadOnlyDictionary<long, bool> staff, IReadOnlyCollection<long> stores)
    {
        var errors = new Dictionary<string, Text>(StringComparer.Ordinal);
        var (from, store, tier, region) = (field("from").ToString(), field("store").ToString(), field("tier").ToString(), field("region").ToString());
        var rule = new HandoverRule(
            long.TryParse(from, out var person) ? person : null, from == Company, long.TryParse(store, out var place) ? place : null,
            tier.Length == 0 ? null : tier, region.Length == 0 ? null : region, [.. field("to").Select(one => long.TryParse(one, out var id) ? id : 0).Distinct()]);
        if (from.Length + store.Length + tier.Length + region.Length == 0) errors["from"] = HandoverTexts.NoFrom;
        else if (from.Length > 0 && !rule.OfCompany && (rule.From is not { } giver || !staff.ContainsKey(giver))) errors["from"] = HandoverTexts.NotOffered;
        if (store.Length > 0 && (rule.Store is not { } chosen || !stores.Contains(chosen))) errors["store"] = HandoverTexts.NotOffered;
        if (rule.Tier is { } code && !CustomerCodes.Tiers.Knows(code)) errors["tier"] = HandoverTexts.NotOffered;
        if (rule.Region is { } path && !Regions.IsPath(path)) errors["region"] = HandoverTexts.NotOffered;
        if (rule.To.Count == 0) errors["to"] = HandoverTexts.NoTo;
        else if (rule.To.Any(id => !staff.TryGetValue(id, out var works) || !works)) errors["to"] = HandoverTexts.NotOffered;
        else if (rule.From is { } same && rule.To.Contains(same)) errors["to"] = HandoverTexts.ToThemselves;
        return rule with { Errors = errors };
    }

    /// <summary>Where the rule is changed.</summary>
    public string Address => QueryHelpers.AddQueryString("/handover", Fields.Select(one => KeyValuePair.Create(one.Name, (string?)one.Value)));

    /// <summary>The rule as a form's hidden fields.</summary>
    public IEnumerable<(string Name, string Value)> Fields
    {
        get
        {
            if (From is { } person) yield return ("from", person.ToString());
            if (OfCompany) yield return ("from", Company);
            if (Store is { } store) yield return ("store", store.ToString());
            if (Tier is { } tier) yield return ("tier", tier);
            if (Region is { } region) yield return ("region", region);
            foreach (var receiver in To) yield return ("to", receiver.ToString());
        }
    }
}
