using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Segments.Model;
using Changlai.Core.Calendars;

namespace Changlai.App.Tests.Features.Customers.Segments;

/// <summary>All that is known of one customer, held in memory, so that a rule can be answered slowly and plainly.</summary>
internal sealed record KnownCustomer
{
    public long Id { get; set; }
    public required string Name { get; init; }
    public string? Phone { get; init; }
    public string? Email { get; init; }
    public string? Gender { get; init; }
    public string? Language { get; init; }
    public string? Source { get; init; }
    public string? Tier { get; init; }
    public long? Store { get; init; }
    public long? Owner { get; init; }
    public int Weekdays { get; init; }
    public bool DoNotContact { get; init; }
    public bool PhoneWrong { get; init; }
    public bool PhoneRefused { get; init; }
    public required DateOnly CreatedOn { get; init; }
    public required string Kind { get; init; }

    /// <summary>The path that counts.</summary>
    public string? Region { get; init; }
    public string? Occupation { get; init; }
    public string? IncomeBand { get; init; }
    public bool WeCom { get; init; }
    public bool FurtherPhone { get; init; }
    public bool CardNumber { get; init; }

    /// <summary>Of each address the city it lies in; null where it says none.</summary>
    public IReadOnlyList<string?> Cities { get; init; } = [];
    public IReadOnlyList<string> Tags { get; init; } = [];
    public IReadOnlyList<string> Topics { get; init; } = [];
    public int Liked { get; init; }

    /// <summary>But for the phone, of which <see cref="PhoneRefused"/> tells.</summary>
    public int Refused { get; init; }
    public bool NotAtWork { get; init; }
    public bool Consented { get; init; }
    public IReadOnlyList<(string State, long? Product, DateOnly? MetOn)> Needs { get; init; } = [];
    public IReadOnlyList<string> Relations { get; init; } = [];
    public IReadOnlyList<(long Product, bool Retired, bool Alarm, DateOnly? Warranty, DateOnly? Life)> Assets { get; init; } = [];

    /// <summary>What the organisation's own fields hold, by the code of the segment's field.</summary>
    public IReadOnlyDictionary<string, FieldValue> Own { get; init; } = new Dictionary<string, FieldValue>();
    public IReadOnlyList<(string Kind, AnnualDay Day)> Dates { get; init; } = [];

    /// <summary>Null for one of whom no order is summed up.</summary>
    public (int Orders, long Total, string Currency, DateOnly? First, DateOnly? Last, int? Interval, DateOnly? Next, DateOnly? Silent)? Summary { get; init; }
    public IReadOnlyList<(long Product, string? Category)> Bought { get; init; } = [];
    public (int Contacts, DateOnly? Last, string? Outcome, string? Mood)? Contact { get; init; }
    public IReadOnlyList<(string Plan, string State)> FollowUps { get; init; } = [];
    public (int Open, int Total)? Complaints { get; init; }

    public bool Fits(SegmentRule rule, DateOnly today) => rule switch
    {
        SegmentGroup { Match: GroupMatch.All } group => group.Rules.All(part => Fits(part, today)),
        SegmentGroup { Match: GroupMatch.Any } group => group.Rules.Any(part => Fits(part, today)),
        SegmentGroup group => !group.Rules.Any(part => Fits(part, today)),
        SegmentCondition condition => Fits(condition, today),
        _ => throw new InvalidOperationException(),
    };

    private bool Fits(SegmentCondition condition, DateOnly today) => condition.Operator switch
    {
        SegmentOperator.NoneOf => !Fits(condition with { Operator = SegmentOperator.AnyOf }, today),
        SegmentOperator.Unknown => !Fits(condition with { Operator = SegmentOperator.Known }, today),
        SegmentOperator.No => !Fits(condition with { Operator = SegmentOperator.Yes }, today),
        _ => condition.Field switch
        {
            "customer.name" => Text(Name, condition),
            "customer.store" => Choice([Store?.ToString()], condition),
            "customer.owner" => Choice([Owner?.ToString()], condition),
            "customer.tier" => Choice([Tier], condition),
            "customer.source" => Choice([Source], condition),
            "customer.gender" => Choice([Gender], condition),
            "customer.language" => Choice([Language], condition),
            "customer.created" => Day(CreatedOn, condition, today),
            "customer.name-known" => Name != Phone && !Name.StartsWith("NR", StringComparison.Ordinal),
            "customer.phone-known" => Phone is not null,
            "customer.email-known" => Email is not null,
            "customer.do-not-contact" => DoNotContact,
            "customer.phone-wrong" => PhoneWrong,
            "customer.phone-refused" => PhoneRefused,
            "customer.kind" => Choice([Kind], condition),
            "customer.region" => Region is { } region && (condition.Operator == SegmentOperator.Known || condition.Values.Any(path => $"{region}/".StartsWith($"{path}/", StringComparison.Ordinal))),
            "customer.city" => Cities.Any(city => city is not null && (condition.Operator == SegmentOperator.Known || Text(city, condition))),
            "customer.occupation" => Occupation is not null && (condition.Operator == SegmentOperator.Known || Text(Occupation, condition)),
            "customer.income" => Choice([IncomeBand], condition),
            "customer.tags" => Tags.Any(condition.Values.Contains),
            "customer.topics" => Topics.Any(condition.Values.Contains),
            // A further one needs a first.
            "customer.further-phone" => FurtherPhone && Phone is not null,
            "customer.wecom-known" => WeCom,
            "customer.address-known" => Cities.Count > 0,
            "customer.card-known" => CardNumber,
            "customer.liked-channels" => condition.Values.Any(bit => (Liked & int.Parse(bit)) != 0),
            "customer.refused-channels" => condition.Values.Any(bit => (Refused & int.Parse(bit)) != 0 || bit == "1" && PhoneRefused),
            "customer.not-at-work" => NotAtWork,
            "customer.consented" => Consented,
            "needs.open" => Needs.Any(need => need.State != "met"),
            "needs.state" => Needs.Any(need => condition.Values.Contains(need.State)),
            "needs.product" => Needs.Any(need => condition.Values.Contains($"{need.Product}")),
            "needs.open-product" => Needs.Any(need => need.State != "met" && condition.Values.Contains($"{need.Product}")),
            "needs.met" => Needs.Any(need => Day(need.MetOn, condition, today)),
            "relations.introduced-by" => Relations.Contains("introduced-by"),
            "relations.introduced" => Relations.Contains("introduced"),
            "relations.family" => Relations.Contains("family"),
            "assets.product" => Assets.Any(asset => !asset.Retired && condition.Values.Contains($"{asset.Product}")),
            "assets.alarm" => Assets.Any(asset => asset.Alarm),
            "assets.warranty" => Assets.Any(asset => !asset.Retired && Day(asset.Warranty, condition, today)),
            "assets.life" => Assets.Any(asset => !asset.Retired && Day(asset.Life, condition, today)),
            "customer.weekdays" => condition.Values.Any(bit => (Weekdays & int.Parse(bit)) != 0),
            "customer.dates" => Dates.Any(date => condition.Values.Contains(date.Kind)),
            "orders.last" => Day(Summary?.Last, condition, today),
            "orders.first" => Day(Summary?.First, condition, today),
            "orders.next" => Day(Summary?.Next, condition, today),
            "orders.count" => Number(Summary?.Orders ?? 0, condition, condition.Values),
            "orders.total" => Summary is { } money && money.Currency == condition.Values[0] && Number(money.Total, condition, [.. condition.Values.Skip(1)]),
            "orders.product" => Bought.Any(line => condition.Values.Contains(line.Product.ToString())),
            "orders.category" => Bought.Any(line => line.Category is not null && condition.Values.Contains(line.Category)),
            "orders.interval" => Number(Summary?.Interval, condition, condition.Values),
            "orders.silent" => Summary?.Silent <= today,
            "contacts.last" => Day(Contact?.Last, condition, today),
            "contacts.count" => Number(Contact?.Contacts ?? 0, condition, condition.Values),
            "contacts.outcome" => Choice([Contact?.Outcome], condition),
            "contacts.mood" => Choice([Contact?.Mood], condition),
            "follow-ups.open" => FollowUps.Any(one => one.State == "planned" && condition.Values.Contains(one.Plan)),
            "follow-ups.held-out" => FollowUps.Any(one => one.State == "held-out" && condition.Values.Contains(one.Plan)),
            "follow-ups.any" => FollowUps.Any(one => one.State == "planned"),
            "complaints.open" => Complaints?.Open > 0,
            "complaints.count" => Number(Complaints?.Total ?? 0, condition, condition.Values),
            var code when code.StartsWith("own.", StringComparison.Ordinal) => Own.TryGetValue(code, out var value) && OfOwn(value, condition, today),
            var code when code.StartsWith("date.", StringComparison.Ordinal) => Dates.Any(date => "date." + date.Kind == code && date.Day.NextOnOrAfter(today) <= today.AddDays(int.Parse(condition.Values[0]))),
            var code => throw new InvalidOperationException($"Nobody has said what {code} means."),
        },
    };

    private static bool OfOwn(FieldValue value, SegmentCondition condition, DateOnly today) => condition.Operator == SegmentOperator.Known || value switch
    {
        { Text: { } text } => Text(text, condition),
        { Milli: { } milli } => Decimal(milli / 1000m, condition),
        { Day: { } day } => Day(day, condition, today),
        { Yes: { } yes } => condition.Values.Contains(yes ? "yes" : "no"),
        _ => value.Choices.Any(choice => condition.Values.Contains(choice.ToString())),
    };

    private static bool Decimal(decimal value, SegmentCondition condition)
    {
        var asked = condition.Values.Select(number => decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        return condition.Operator switch
        {
            SegmentOperator.AtLeast => value >= asked[0],
            SegmentOperator.AtMost => value <= asked[0],
            SegmentOperator.Between => value >= asked[0] && value <= asked[1],
            _ => value == asked[0],
        };
    }

    private static bool Choice(string?[] values, SegmentCondition condition) =>
        condition.Operator == SegmentOperator.Known ? values[0] is not null : values.Any(value => value is not null && condition.Values.Contains(value));

    private static bool Text(string value, SegmentCondition condition)
    {
        static string Small(string text) => string.Concat(text.Select(letter => letter is >= 'A' and <= 'Z' ? (char)(letter + 32) : letter));
        var (have, wanted) = (Small(value), Small(condition.Values[0]));
        return condition.Operator switch
        {
            SegmentOperator.Contains => have.Contains(wanted, StringComparison.Ordinal),
            SegmentOperator.Starts => have.StartsWith(wanted, StringComparison.Ordinal),
            _ => have == wanted,
        };
    }

    private static bool Number(long? value, SegmentCondition condition, IReadOnlyList<string> numbers) => condition.Operator switch
    {
        SegmentOperator.Known => value is not null,
        SegmentOperator.AtLeast => value >= long.Parse(numbers[0]),
        SegmentOperator.AtMost => value <= long.Parse(numbers[0]),
        SegmentOperator.Between => value >= long.Parse(numbers[0]) && value <= long.Parse(numbers[1]),
        _ => value == long.Parse(numbers[0]),
    };

    private static bool Day(DateOnly? day, SegmentCondition condition, DateOnly today)
    {
        if (condition.Operator == SegmentOperator.Known) return day is not null;
        if (day is not { } on) return false;
        var ago = today.DayNumber - on.DayNumber;
        return condition.Operator switch
        {
            SegmentOperator.WithinPast => ago >= 0 && ago <= int.Parse(condition.Values[0]),
            SegmentOperator.DaysAgo => ago >= int.Parse(condition.Values[0]) && ago <= int.Parse(condition.Values[1]),
            SegmentOperator.LongerAgo => ago > int.Parse(condition.Values[0]),
            SegmentOperator.WithinNext => -ago >= 0 && -ago <= int.Parse(condition.Values[0]),
            SegmentOperator.Between => string.CompareOrdinal(on.ToString("yyyy-MM-dd"), condition.Values[0]) >= 0 && string.CompareOrdinal(on.ToString("yyyy-MM-dd"), condition.Values[1]) <= 0,
            SegmentOperator.Before => string.CompareOrdinal(on.ToString("yyyy-MM-dd"), condition.Values[0]) < 0,
            _ => string.CompareOrdinal(on.ToString("yyyy-MM-dd"), condition.Values[0]) >= 0,
        };
    }
}
