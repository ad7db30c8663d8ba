using System.Text;

namespace Changlai.App.Tests.CommandLine;

/// <summary>Order files for tests, in a folder of their own.</summary>
internal sealed class OrderFiles : IDisposable
{
    public const string Headings = "订单号,客户编号,姓名,手机,商品编码,商品名称,数量,单价,下单时间,门店";

    public const string Good = Headings + """

        A1,C1,王芳,13800138000,T1,白茶,2,100.00,2026-09-01 10:00,西湖店
        A1,C1,王芳,13800138000,T2,绿茶,1,50.00,2026-09-01 10:00,西湖店
        A2,C2,李雷,13800138001,T1,白茶,1,100.00,2026-09-13 11:00,西湖店
        A3,C1,王芳,13800138000,T1,白茶,-1,100.00,2026-09-20 12:00,西湖店

        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("changlai-files-");

    public string Path(string name) => System.IO.Path.Combine(folder.FullName, name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(Path(name), bytes);
        return Path(name);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
