using System.Text;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Search;

/// <summary>One more thing a customer can be found by.</summary>
/// <param name="Kind">One of the letters of <see cref="FurtherFinds"/>.</param>
internal sealed record FurtherFind(char Kind, string Text)
{
    public string Folded { get; } = Kind == FurtherFinds.Phone ? FindableCustomer.Dialled(Text) : FindableCustomer.Fold(Text);

    /// <summary>As a list shows it beside the name.</summary>
    public Text Shown => Kind == FurtherFinds.Phone ? new Text(Formats.Phone(Text), Formats.Phone(Text)) : new Text(Text, Text);
}

/// <summary>
/// Further phones, e-mails and numbers, addresses, and fields that are searched: on the customer's row, a line each behind a
/// letter for its kind, so that checking what the index found reads nothing else.
/// </summary>
internal static class FurtherFinds
{
    public const char Phone = 'p';
    public const char Email = 'e';
    public const char Number = 'n';
    public const char Words = 'w';
    private const int Longest = 200;

    /// <returns>Null when the row itself says all.</returns>
    public static string? Of(CustomerDetails details, IReadOnlyList<CustomerField> fields)
    {
        var lines = new StringBuilder();
        void Add(char kind, string text)
        {
            var line = text.ReplaceLineEndings(" ").Trim();
            if (line.Length > 0) lines.Append(kind).Append(line.Length > Longest ? line[..Longest] : line).Append('\n');
        }
        foreach (var phone in details.Phones.Skip(1)) Add(Phone, phone.E164);
        foreach (var email in details.Emails.Skip(1)) Add(Email, email);
        foreach (var number in details.Numbers) Add(Number, number.Number);
        if (details.WeComId is { } wecom) Add(Number, wecom);
        foreach (var address in details.Addresses) Add(Words, address.Line);
        foreach (var field in fields.Where(field => field.Searchable))
            if (details.Values.TryGetValue(field.Id, out var value)) Add(field.Type == FieldType.Number ? Number : Words, value.Written[0]);
        return lines.Length == 0 ? null : lines.ToString();
    }

    public static IEnumerable<FurtherFind> Read(string? lines) =>
        lines is null ? [] : lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => new FurtherFind(line[0], line[1..]));
}
