namespace Changlai.App.Features.Customers.Contracts;

/// <param name="Kind">Code of a kind: mobile, home, work.</param>
public sealed record CustomerPhone(string Kind, string E164)
{
    /// <summary>What a number most likely is when nobody said: a Chinese landline is a home's.</summary>
    public static string KindOf(string e164) => e164.StartsWith("+86", StringComparison.Ordinal) && !e164.StartsWith("+861", StringComparison.Ordinal) ? "home" : CustomerCodes.Mobile;
}

/// <summary>A number by which something outside knows the customer, such as a member card.</summary>
/// <param name="Label">What the number is, in the shop's own words.</param>
public sealed record ExternalNumber(string Label, string Number);

/// <summary>Where a customer lives or works, from the large to the small.</summary>
/// <param name="Country">Null at home.</param>
public sealed record CustomerAddress(string? Country, string? Province, string? City, string? District, string? Street)
{
    /// <summary>On one line, in the order of the country: from the large to the small at home.</summary>
    public string Line => Country is null
        ? string.Concat(new[] { Province, City == Province ? null : City, District, Street })
        : string.Join(", ", new[] { Street, District, City, Province, Country }.Where(part => !string.IsNullOrEmpty(part)));
}

/// <summary>What a card holds that people enter and change. Wishes, special dates and history are kept apart.</summary>
public sealed record CustomerDetails
{
    public required string Name { get; init; }
    public string? Salutation { get; init; }
    public string? Gender { get; init; }
    public string Kind { get; init; } = CustomerCodes.Direct;
    public string? Source { get; init; }
    public string? Tier { get; init; }
    public long? StoreId { get; init; }
    public long? OwnerId { get; init; }
    public string? Occupation { get; init; }
    public string? IncomeBand { get; init; }
    public string? Language { get; init; }
    public string? WeComId { get; init; }

    /// <summary>The path that somebody chose; null to follow the first address.</summary>
    public string? ChosenRegion { get; init; }

    /// <summary>The first is the one that is dialled.</summary>
    public IReadOnlyList<CustomerPhone> Phones { get; init; } = [];

    public IReadOnlyList<string> Emails { get; init; } = [];
    public IReadOnlyList<ExternalNumber> Numbers { get; init; } = [];
    public IReadOnlyList<CustomerAddress> Addresses { get; init; } = [];
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>By the field's id; what is not known is not there.</summary>
    public IReadOnlyDictionary<long, FieldValue> Values { get; init; } = new Dictionary<long, FieldValue>();

    /// <summary>The region that counts.</summary>
    public string? Region => ChosenRegion ?? (Addresses.Count > 0 ? Regions.Of(Addresses[0]) : null);
}
