using System.Globalization;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Entry;

/// <summary>An order as typed, and what is wrong with it.</summary>
public sealed record OrderForm
{
    /// <summary>More lines than anybody types at a counter.</summary>
    public const int MostLines = 50;

    public string OrderedOn { get; init; } = "";

    /// <summary>Id of the store; empty where the person has one only.</summary>
    public string Store { get; init; } = "";

    /// <summary>Id of the person who served; empty for nobody in particular.</summary>
    public string Staff { get; init; } = "";

    public IReadOnlyList<OrderFormLine> Lines { get; init; } = [new()];

    /// <summary>Of what was stored when the form was made.</summary>
    public string Version { get; init; } = "";

    /// <summary>By field name: a line's fields end in its place, <c>quantity-0</c>.</summary>
    public IReadOnlyDictionary<string, Text> Errors { get; init; } = new Dictionary<string, Text>(StringComparer.Ordinal);

    public static OrderForm Of(Func<string, string> field)
    {
        var lines = new List<OrderFormLine>();
        for (var i = 0; i <= MostLines; i++)
            lines.Add(new OrderFormLine(field($"product-{i}"), field($"quantity-{i}"), field($"price-{i}"), field($"discount-{i}")));
        var last = lines.FindLastIndex(line => !line.IsBlank);
        return new OrderForm
        {
            OrderedOn = field("orderedOn"),
            Store = field("store"),
            Staff = field("staff"),
            Version = field("version"),
            Lines = [.. lines.Take(Math.Max(1, Math.Max(last + 1, Count(field("lines")))))],
        };
    }

    public OrderForm WithAnotherLine() => Lines.Count >= MostLines ? this : this with { Lines = [.. Lines, new OrderFormLine()] };

    private static int Count(string lines) => int.TryParse(lines, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Min(count, MostLines) : 0;
}

/// <param name="Product">Code, name, or both.</param>
/// <param name="Price">Of one; empty for the product's own.</param>
/// <param name="Discount">Off the whole line.</param>
public sealed record OrderFormLine(string Product = "", string Quantity = "", string Price = "", string Discount = "")
{
    public bool IsBlank => Product.Length == 0 && Quantity.Length == 0 && Price.Length == 0 && Discount.Length == 0;
}
