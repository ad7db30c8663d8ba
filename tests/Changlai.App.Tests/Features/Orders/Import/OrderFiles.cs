using System.Text;
using Changlai.App.Features.Orders.Import;

namespace Changlai.App.Tests.Features.Orders.Import;

/// <summary>Reads order files written in a test.</summary>
internal static class OrderFiles
{
    public static readonly OrderFileOptions Usual = new();

    public static OrderFileContents Read(string text, OrderFileOptions? options = null) => Read(Encoding.UTF8.GetBytes(text), options);

    public static OrderFileContents Read(byte[] bytes, OrderFileOptions? options = null) =>
        OrderFile.Read(new MemoryStream(bytes), options ?? Usual);

    /// <summary>A file whose lines have the columns order, customer, product, quantity, price and date.</summary>
    public static OrderFileContents ReadLines(params string[] lines) =>
        Read("订单号,客户编号,商品编码,数量,单价,下单时间\n" + string.Join("\n", lines) + "\n");
}
