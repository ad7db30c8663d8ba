using System.Globalization;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Rules;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Completing;

/// <summary>By what cards are scored at present: the weights, and the organisation's own fields that are asked.</summary>
internal sealed record CardBasis(CardWeights Weights, IReadOnlyList<CustomerField> Fields)
{
    /// <summary>For each thing worth knowing, the condition on customer <c>c</c> under which it is known.</summary>
    public static readonly IReadOnlyList<(string Code, string IsKnown)> Conditions =
    [
        ("phone", "c.phone <> ''"),
        ("called", "coalesce(c.salutation, c.gender) <> ''"),
        ("source", "c.source <> ''"),
        ("hours", "(c.preferred_weekdays <> 0 OR c.preferred_from IS NOT NULL OR c.preferred_until IS NOT NULL)"),
        ("consent", "c.privacy_consent_at IS NOT NULL"),
        ("topics", "EXISTS (SELECT 1 FROM customer_tag t WHERE t.customer_id = c.customer_id)"),
        ("birthday", "EXISTS (SELECT 1 FROM special_date d WHERE d.customer_id = c.customer_id AND d.kind = 'birthday')"),
        ("wecom", "c.wecom_id <> ''"),
        ("address", "EXISTS (SELECT 1 FROM customer_address a WHERE a.customer_id = c.customer_id)"),
        ("email", "c.email <> ''"),
        ("family", "EXISTS (SELECT 1 FROM special_date d WHERE d.customer_id = c.customer_id AND d.kind <> 'birthday')"),
        ("occupation", "c.occupation <> ''"),
        (CardItem.Income, "c.income_band <> ''"),
    ];

    public static CardItem Own { get; } = CardItem.All.First(item => item.Code == CardItem.OwnField);

    public static CardBasis Read(DatabaseSession session) => new(CardWeights.Read(session), [.. CustomerFields.Read(session).Where(field => !field.IsRetired)]);

    /// <summary>The score of customer <c>c</c>, the same as <see cref="Completeness.Score"/> gives one card.</summary>
    public string Score
    {
        get
        {
            var parts = Conditions.Select(one => (Weight: Weights.Of(ItemOf(one.Code)), one.IsKnown)).Where(one => one.Weight > 0).ToList();
            var own = Weights.Of(Own);
            var whole = parts.Sum(part => part.Weight) + own * Fields.Count;
            if (whole == 0) return "0";
            var known = parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"CASE WHEN {part.IsKnown} THEN {part.Weight} ELSE 0 END"));
            if (own > 0 && Fields.Count > 0)
                known = known.Append($"{own} * (SELECT count(*) FROM customer_field_value v WHERE v.customer_id = c.customer_id AND v.item = 0 AND v.field_id IN ({string.Join(", ", Fields.Select(one => one.Id))}))");
            return $"({string.Join(" + ", known)}) * 100 / {whole}";
        }
    }

    /// <summary>In writing, to tell later whether two figures were taken by the same measure.</summary>
    public string Written => string.Join(';', Conditions.Select(one => $"{one.Code}={Weights.Of(ItemOf(one.Code))}")
        .Append($"{CardItem.OwnField}={Weights.Of(Own)}x{string.Join(',', Fields.Select(one => one.Id).Order())}"));

    private static CardItem ItemOf(string code) => CardItem.All.First(item => item.Code == code);
}
