using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Customers.Segments.Query;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Shell;
using Changlai.Core.Values;
using Microsoft.Extensions.DependencyInjection;

namespace Changlai.App.Tests.Features.Customers.Segments;

/// <summary>The fields that the whole program contributes.</summary>
internal static class TestFields
{
    public static SegmentFields All(Database database)
    {
        var services = new ServiceCollection();
        services.AddChanglai(database);
        return services.BuildServiceProvider().GetRequiredService<SegmentFields>();
    }

    public static SegmentMembership Membership(Database database) => new(All(database));

    /// <summary>One field of each kind, for rules that never meet a database.</summary>
    public static IReadOnlyDictionary<string, SegmentField> OfEachKind { get; } = new[]
    {
        Field("text", SegmentFieldKind.Text, "姓名", "name") with { MayBeUnknown = true },
        Field("number", SegmentFieldKind.Number, "订单数", "orders") with { Unit = new Text("次", "times") },
        Field("decimal", SegmentFieldKind.Decimal, "身高", "height"),
        Field("money", SegmentFieldKind.Money, "累计金额", "total spent"),
        Field("day", SegmentFieldKind.Day, "最近一次购买", "last order") with { MayBeUnknown = true },
        Field("choice", SegmentFieldKind.Choice, "等级", "tier") with { Options = [new("gold", new("金卡", "Gold")), new("silver", new("银卡", "Silver"))] },
        Field("yes", SegmentFieldKind.YesNo, "有电话", "phone known") with { Phrases = new(new("有电话", "a phone number"), new("没有电话", "no phone number")) },
        Field("annual", SegmentFieldKind.AnnualDay, "生日", "birthday"),
    }.ToDictionary(field => field.Code);

    private static SegmentField Field(string code, SegmentFieldKind kind, string chinese, string english) => new(code, new Text("试", "test"), new Text(chinese, english), kind, code);
}
