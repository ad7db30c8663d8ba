using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Contracts;

/// <summary>A way to reach a customer, which they may like or refuse.</summary>
/// <param name="Code">What is stored in events and compared with a plan's channel.</param>
/// <param name="Bit">Its place in a set of channels; never given to another.</param>
public sealed record ContactChannel(string Code, Text Name, int Bit)
{
    public static readonly ContactChannel Phone = new("phone", new("电话", "Phone"), 1);
    public static readonly ContactChannel Sms = new("sms", new("短信", "Text message"), 2);
    public static readonly ContactChannel WeCom = new("wecom", new("企业微信", "WeCom"), 4);
    public static readonly ContactChannel Email = new("email", new("邮件", "E-mail"), 8);
    public static readonly ContactChannel Letter = new("letter", new("信件贺卡", "Letters and cards"), 16);
    public static readonly ContactChannel Visit = new("visit", new("上门", "Visits"), 32);

    public static readonly IReadOnlyList<ContactChannel> All = [Phone, Sms, WeCom, Email, Letter, Visit];

    public static ContactChannel? Find(string? code) => All.FirstOrDefault(channel => channel.Code == code);
}

/// <summary>Some of the channels, stored as the sum of their bits.</summary>
public readonly record struct ChannelSet(int Bits)
{
    public static readonly ChannelSet None;

    public bool IsEmpty => Bits == 0;

    public IEnumerable<ContactChannel> Channels => ContactChannel.All.Where(Contains);

    public static ChannelSet Of(params IEnumerable<ContactChannel> channels) => new(channels.Aggregate(0, (bits, channel) => bits | channel.Bit));

    public bool Contains(ContactChannel channel) => (Bits & channel.Bit) != 0;

    /// <summary>A channel that none of ours is called is in no set.</summary>
    public bool Contains(string code) => ContactChannel.Find(code) is { } channel && Contains(channel);

    public ChannelSet With(ContactChannel channel) => new(Bits | channel.Bit);

    public ChannelSet Without(ContactChannel channel) => new(Bits & ~channel.Bit);
}
