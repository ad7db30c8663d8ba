using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;

namespace Changlai.App.Features.Platform.Contracts.Api;

/// <summary>
/// What a key may be used for. A key never does more than its owner may; its scopes only narrow that.
/// </summary>
/// <param name="Code">Stable and stored, such as <c>customers:read</c>.</param>
/// <param name="Name">For whoever makes a key.</param>
internal sealed record ApiScope(string Code, Text Name)
{
    public static readonly ApiScope CustomersRead = new("customers:read", new Text("查看客户", "Read customers"));
    public static readonly ApiScope CustomersWrite = new("customers:write", new Text("登记、修改客户", "Enter and change customers"));
    public static readonly ApiScope SegmentsRead = new("segments:read", new Text("查看细分", "Read segments"));
    public static readonly ApiScope SegmentsWrite = new("segments:write", new Text("保存、删除细分", "Save and delete segments"));
    public static readonly ApiScope OrdersRead = new("orders:read", new Text("查看订单", "Read orders"));
    public static readonly ApiScope OrdersWrite = new("orders:write", new Text("录入、修改订单", "Enter and change orders"));
    public static readonly ApiScope ProductsRead = new("products:read", new Text("查看产品", "Read products"));
    public static readonly ApiScope ProductsWrite = new("products:write", new Text("修改产品", "Change products"));
    public static readonly ApiScope AssetsRead = new("assets:read", new Text("查看设备与维修", "Read devices and repairs"));
    public static readonly ApiScope AssetsWrite = new("assets:write", new Text("登记设备与维修", "Enter devices and repairs"));
    public static readonly ApiScope FollowUpsRead = new("follow-ups:read", new Text("查看今日清单", "Read the day's list"));
    public static readonly ApiScope FollowUpsWrite = new("follow-ups:write", new Text("记录回访结果", "Record outcomes"));

    public static readonly ApiScope PlansRead = new("plans:read", new Text("查看计划与工作量", "Read plans and their load"));
    public static readonly ApiScope PlansWrite = new("plans:write", new Text("开关计划、选定客户", "Switch plans and say whom they are for"));
    public static readonly ApiScope ImportsRead = new("imports:read", new Text("查看导入", "Read imports"));
    public static readonly ApiScope ImportsWrite = new("imports:write", new Text("导入文件、撤销导入", "Import files and undo it"));
    public static readonly ApiScope StaffRead = new("staff:read", new Text("查看员工与排班", "Read people and their days"));
    public static readonly ApiScope StaffWrite = new("staff:write", new Text("修改员工与排班", "Change people and their days"));
    public static readonly ApiScope SettingsRead = new("settings:read", new Text("查看门店、节假日与自定义项", "Read stores, holidays and own fields"));
    public static readonly ApiScope SettingsWrite = new("settings:write", new Text("修改门店、节假日与自定义项", "Change stores, holidays and own fields"));
    public static readonly ApiScope AuditRead = new("audit:read", new Text("查看操作日志", "Read the audit log"));

    public static readonly IReadOnlyList<ApiScope> All =
    [
        CustomersRead, CustomersWrite, SegmentsRead, SegmentsWrite, OrdersRead, OrdersWrite, ProductsRead, ProductsWrite, AssetsRead, AssetsWrite, FollowUpsRead, FollowUpsWrite,
        PlansRead, PlansWrite, ImportsRead, ImportsWrite, StaffRead, StaffWrite, SettingsRead, SettingsWrite, AuditRead,
    ];

    public static ApiScope? Find(string code) => All.FirstOrDefault(scope => scope.Code == code);
}

/// <summary>What an operation of the API says of itself: the scope that a key needs for it.</summary>
internal sealed record ScopeRule(ApiScope Scope);

internal static class ScopeRules
{
    /// <summary>A key without the scope is refused. Every operation names one; a test fails for one that does not.</summary>
    public static TBuilder NeedsScope<TBuilder>(this TBuilder route, ApiScope scope)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new ScopeRule(scope));
}
