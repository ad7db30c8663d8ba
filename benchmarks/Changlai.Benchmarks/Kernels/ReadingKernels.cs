using BenchmarkDotNet.Attributes;
using Changlai.App.Features.Customers.Search;
using Changlai.App.Features.Orders.Import;
using Changlai.App.Features.Platform.Contracts.Tables;
using Changlai.Benchmarks.Running;

namespace Changlai.Benchmarks.Kernels;

/// <summary>Reading the real orders: the cells alone, then with everything they mean; and what makes a customer findable.</summary>
[MemoryDiagnoser]
public class ReadingKernels
{
    private readonly FindableCustomer customer = new(42, "欧阳梓涵", "+8615400001234", "zihan@example.com", "0012345", 3);

    [Benchmark]
    public long Cells_of_541_909_lines()
    {
        var letters = 0L;
        using var table = TableFile.Open(Places.Orders);
        while (table.Read())
            for (var column = 0; column < table.CellCount; column++) letters += table[column].Length;
        return letters;
    }

    [Benchmark]
    public int Orders_of_541_909_lines() => OrderFile.Read(Places.Orders, new OrderFileOptions()).Lines.Count;

    [Benchmark]
    public int Fragments_of_a_customer() => SearchGrams.Of(customer).Length;
}
