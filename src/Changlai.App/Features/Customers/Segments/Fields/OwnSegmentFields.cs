using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Segments.Fields;

/// <summary>The fields that the organisation defined itself. One that is retired is asked on by the segments that have it.</summary>
internal sealed class OwnSegmentFields : ISegmentField
{
    private const string Table = "customer_field_value";
    private static readonly Text Own = new("自定义栏目", "Your own fields");
    private static readonly SegmentPhrases Answered = new(new("“{1}”为“{0}”", "“{1}” answered {0}"), new("“{1}”不为“{0}”", "“{1}” not answered {0}"));

    public static string CodeOf(long fieldId) => $"own.{fieldId}";

    public IEnumerable<SegmentField> Read(DatabaseSession session) => CustomerFields.Read(session).Select(field => Of(field) with
    {
        History = new(Table, $"{Table}.customer_id", $"{Table}.field_id = {field.Id}") { IsOneRow = field.Type != FieldType.Choices, IsOneRowForEachValue = true },
        IsIndexed = field.Type != FieldType.Text,
        MayBeUnknown = true,
        IsRetired = field.IsRetired,
    });

    private static SegmentField Of(CustomerField field) => field.Type switch
    {
        FieldType.Text => New(field, SegmentFieldKind.Text, "text_value"),
        FieldType.Number => New(field, SegmentFieldKind.Decimal, "number_milli"),
        FieldType.Date => New(field, SegmentFieldKind.Day, "day_value"),
        FieldType.Choice or FieldType.Choices => New(field, SegmentFieldKind.Choice, "choice_id") with
        {
            Values = SegmentValues.Id,
            Options = [.. field.Choices.Select(choice => new SegmentOption(choice.Id.ToString(), choice.Name) { IsRetired = choice.IsRetired })],
        },
        FieldType.YesNo => New(field, SegmentFieldKind.Choice, "yes") with
        {
            // Who was never asked has answered neither.
            Values = SegmentValues.Flag,
            Options = [SegmentOption.Yes, SegmentOption.No],
            Phrases = Answered,
        },
        _ => throw new InvalidOperationException($"Unknown type {field.Type}."),
    };

    private static SegmentField New(CustomerField field, SegmentFieldKind kind, string column) => new(CodeOf(field.Id), Own, field.Name, kind, $"{Table}.{column}");
}
