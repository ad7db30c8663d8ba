using Changlai.App.Features.Customers.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Privacy;

/// <summary>A part of a card that can be kept from a role's eyes.</summary>
/// <param name="Code">Stable and stored; an own field is <c>field:7</c>.</param>
public sealed record MaskedPart(string Code, Text Name)
{
    public const string OfFields = "field:";
    public static readonly MaskedPart Phone = new("phone", new Text("电话", "Phones"));
    public static readonly MaskedPart Email = new("email", new Text("邮箱", "E-mails"));
    public static readonly MaskedPart WeCom = new("wecom", new Text("企业微信号", "WeCom id"));
    public static readonly MaskedPart Number = new("number", new Text("会员卡和证件号码", "Card and identity numbers"));
    public static readonly MaskedPart Street = new("street", new Text("街道门牌", "Street"));

    public static readonly IReadOnlyList<MaskedPart> Fixed = [Phone, Email, WeCom, Number, Street];

    public static string Of(long field) => OfFields + field;

    /// <summary>The fixed ones, and the organisation's own fields.</summary>
    internal static IReadOnlyList<MaskedPart> All(IEnumerable<CustomerField> fields) =>
        [.. Fixed, .. fields.Where(field => !field.IsRetired).Select(field => new MaskedPart(Of(field.Id), field.Name))];
}
