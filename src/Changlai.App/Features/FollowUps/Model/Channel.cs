using Changlai.Core.Values;

namespace Changlai.App.Features.FollowUps.Model;

/// <summary>How a customer is contacted. The code is what is stored.</summary>
public sealed record Channel(string Code, Text Name, bool IsPhone)
{
    public static readonly Channel Phone = new("phone", new("电话", "Phone"), IsPhone: true);
    public static readonly Channel Sms = new("sms", new("短信", "Text message"), IsPhone: true);
    public static readonly Channel WeCom = new("wecom", new("企业微信", "WeCom"), IsPhone: false);

    public static readonly IReadOnlyList<Channel> All = [Phone, Sms, WeCom];

    public static Channel Of(string code) => All.FirstOrDefault(channel => channel.Code == code) ?? Phone;
}
