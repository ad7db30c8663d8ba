using Changlai.App.Features.Orders.Import;

namespace Changlai.App.Tests.Features.Orders.Import;

/// <summary>The orders of a real wholesaler, where they are at hand: in ../shared/data beside the repository, or in CHANGLAI_DATA.</summary>
public sealed class OnlineRetailTests
{
    [Fact]
    public void Half_a_million_real_lines_are_read_as_counted_by_hand()
    {
        var path = Find();
        Assert.SkipWhen(path is null, "online_retail.csv.gz is not here; set CHANGLAI_DATA to its folder.");
        using var rejects = new StringWriter();
        var file = OrderFile.Read(path!, OrderFiles.Usual with { Rejects = rejects });

        file.Problem.ShouldBeNull();
        file.Encoding.ShouldBe("UTF-8");
        file.DateForm!.Evidence.ShouldBe(DateEvidence.NotNeeded);
        file.Rows.ShouldBe(541_909);
        file.Rejected.ShouldBe(new Dictionary<string, long> { ["customer-missing"] = 135_080 });
        rejects.ToString().AsSpan().Count('\n').ShouldBe(1 + 135_080);
        file.Lines.Count.ShouldBe(406_829);
        file.OrderNumbers.Count.ShouldBe(22_190);
        file.Customers.Count.ShouldBe(4_372);
        var cancelled = file.Lines.Where(line => line.Cancelled).ToList();
        cancelled.Count.ShouldBe(8_905);
        cancelled.Select(line => line.Order).Distinct().Count().ShouldBe(3_654);
        file.Lines.Where(line => !line.Cancelled).Select(line => line.Customer).Distinct().Count().ShouldBe(4_339);
        file.Lines.Count(line => !line.Cancelled && line.UnitPriceMinor == 0).ShouldBe(44);
        file.Lines[0].ShouldBe(new OrderFileLine(2, 0, 0, 0, -1, -1, new DateTime(2010, 12, 1, 8, 26, 0), 6000, 255, 1530, false));
        file.Lines.Max(line => line.OrderedAt).ShouldBe(new DateTime(2011, 12, 9, 12, 50, 0));
    }

    internal static string? Find()
    {
        var folders = new List<string?> { Environment.GetEnvironmentVariable("CHANGLAI_DATA") };
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Changlai.slnx")))
                folders.Add(Path.Combine(folder.FullName, "..", "shared", "data"));
        }

        return folders.OfType<string>().Select(folder => Path.Combine(folder, "online_retail.csv.gz")).FirstOrDefault(File.Exists);
    }
}
