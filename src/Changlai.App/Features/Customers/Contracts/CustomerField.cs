using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Contracts;

public enum FieldType
{
    Text,
    Number,
    Date,

    /// <summary>One of a list.</summary>
    Choice,

    /// <summary>Any of a list.</summary>
    Choices,
    YesNo,
}

/// <summary>A field that the organisation defined for its customers.</summary>
/// <param name="Least">Number: the smallest; date: the earliest; text: the fewest characters. As <see cref="FieldValue.Written"/> writes it.</param>
/// <param name="Initial">What a new customer's form holds already.</param>
/// <param name="IsRetired">No longer asked; what is known stays on the card.</param>
public sealed record CustomerField(
    long Id, FieldType Type, Text Name, bool Required, bool Searchable, string? Least, string? Most, string? Initial, int Position, bool IsRetired, int Version)
{
    public IReadOnlyList<FieldChoice> Choices { get; init; } = [];
}

/// <param name="IsRetired">No longer offered; customers who have it keep it.</param>
public sealed record FieldChoice(long Id, Text Name, bool IsRetired);

/// <summary>What one customer's field holds; which part is set follows from the field's type.</summary>
/// <param name="Milli">Thousandths.</param>
public sealed record FieldValue(string? Text = null, long? Milli = null, DateOnly? Day = null, bool? Yes = null)
{
    public IReadOnlyList<long> Choices { get; init; } = [];

    public bool Equals(FieldValue? other) => other is not null && (Text, Milli, Day, Yes) == (other.Text, other.Milli, other.Day, other.Yes) && Choices.SequenceEqual(other.Choices);

    public override int GetHashCode() => HashCode.Combine(Text, Milli, Day, Yes, Choices.Count);

    /// <summary>As a form's field holds it: numbers plain, days 2026-11-22, true or false; choices by their ids.</summary>
    public IReadOnlyList<string> Written =>
        Text is not null ? [Text]
        : Milli is { } milli ? [WriteNumber(milli)]
        : Day is { } day ? [day.ToString("yyyy-MM-dd")]
        : Yes is { } yes ? [yes ? "true" : "false"]
        : [.. Choices.Select(choice => choice.ToString())];

    public static string WriteNumber(long milli) => (milli / 1000m).ToString("0.###", System.Globalization.CultureInfo.InvariantCulture);
}

internal static class FieldTypes
{
    public static readonly IReadOnlyList<FieldType> All = Enum.GetValues<FieldType>();

    public static string Code(this FieldType type) => type switch
    {
        FieldType.Text => "text",
        FieldType.Number => "number",
        FieldType.Date => "date",
        FieldType.Choice => "choice",
        FieldType.Choices => "choices",
        FieldType.YesNo => "yes-no",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    public static FieldType? Find(string? code) => All.Where(type => type.Code() == code).Select(type => (FieldType?)type).FirstOrDefault();

    public static bool HasChoices(this FieldType type) => type is FieldType.Choice or FieldType.Choices;

    public static bool HasRange(this FieldType type) => type is FieldType.Text or FieldType.Number or FieldType.Date;
}
