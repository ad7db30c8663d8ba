[assembly: AssemblyFixture(typeof(Changlai.Browser.Tests.Harness.SampleBusiness))]

namespace Changlai.Browser.Tests.Harness;

/// <summary>
/// The program serving the sample business, shared by all tests of a run: for tests that look. A test that changes what
/// others look at starts a <see cref="ChanglaiProcess"/> of its own.
/// </summary>
public sealed class SampleBusiness : IAsyncDisposable
{
    private readonly Lazy<Task<ChanglaiProcess>> started = new(() => ChanglaiProcess.StartAsync("demo"));

    internal async Task<Uri> AddressAsync() => (await started.Value).Address;

    public async ValueTask DisposeAsync()
    {
        if (started is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            await (await started.Value).DisposeAsync();
    }
}
