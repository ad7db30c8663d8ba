namespace Changlai.Core.Tests;

public sealed class PlaceholderTests
{
    [Fact]
    public void Runs() => (1 + 1).ShouldBe(2);
}
