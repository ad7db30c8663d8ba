using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Products;

/// <summary>The words of an import of products.</summary>
internal static class ProductImportTexts
{
    public static readonly ImportKind Kind = new("products", 20, new Text("商品", "Products"))
    {
        New = new Text("导入商品", "Import products"),
        FileLabel = new Text("商品文件", "Product file"),
        FileHint = new Text("一行一种商品，至少有编码和名称；空着的格子不改动已有的内容。", "One product to a row, with at least its code and name; an empty cell leaves what is known as it is."),
        Changes = new Text("新商品", "New products"),
        NothingNew = new Text("这些商品都已经有了，再导入一次也不会改变什么。", "All of these products are here already; importing them again changes nothing."),
        Comparing = new Text("读完 {0} 行，正在和已有的商品比对", "{0} lines read; comparing them with the products stored"),
        Writing = new Text("读完 {0} 行，正在写入商品", "{0} lines read; storing the products"),
        Done = new Text("导入完成，用了 {0} 秒。", "Imported in {0} seconds."),
        Next = [new ImportWay("/products", new Text("看商品", "See the products"))],
    };

    public static readonly Text Products = new("商品", "Products");
    public static readonly Text InFile = new("文件中的种数", "in the file");

    public static readonly RejectReason Twice = new("code-twice",
        new Text("编码“{0}”在前面的行里已经有了。", "The code “{0}” stands on an earlier line already."),
        new Text("每种商品只留一行。", "Keep one line to a product."));

    /// <summary>What a form would say about the same value.</summary>
    public static RejectReason OfForm(Text problem) => new("value-invalid",
        new Text(Braced(problem.Chinese), Braced(problem.English)), new Text("请改正，或留空。", "Correct it, or leave it out."));

    public static Text ReasonName(string code) => code switch
    {
        "code-twice" => new Text("编码重复", "A code stands twice"),
        "value-invalid" => new Text("内容不对", "A wrong value"),
        _ => RowReasons.NameOf(code),
    };

    /// <summary>A finished sentence has no places to fill.</summary>
    private static string Braced(string sentence) => sentence.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
}
