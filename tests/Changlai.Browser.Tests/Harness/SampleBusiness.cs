[assembly: AssemblyFixture(typeof(Changlai.Browser.Tests.Harness.SampleBusiness))]

namespace Changlai.Browser.Tests.Harness;

/// <summary>
/// The program serving the sample business, shared by all tests of a run: for tests that look. A test that changes what
/// others look at starts one of its own. All are copies of one that is made when the first test asks.
/// </summary>
public sealed class SampleBusiness : IAsyncDisposable
{
    private readonly Lazy<Task<ChanglaiProcess>> made = new(MakeAsync);
    private readonly Lazy<Task<ChanglaiProcess>> started;

    public SampleBusiness() => started = new(StartOwnAsync);

    internal async Task<Uri> AddressAsync() => (await started.Value).Address;

    internal async Task<string> DatabaseAsync() => (await started.Value).Database;

    /// <summary>The sample business for one test, or for one class of them, to change at will.</summary>
    internal async Task<ChanglaiProcess> StartOwnAsync() => await ChanglaiProcess.StartOnCopyAsync((await made.Value).Database, "demo");

    public async ValueTask DisposeAsync()
    {
        foreach (var program in new[] { started, made })
            if (program is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
                await (await program.Value).DisposeAsync();
    }

    private static async Task<ChanglaiProcess> MakeAsync()
    {
        var program = await ChanglaiProcess.StartAsync("demo");
        await program.StopAsync();
        SampleExtras.Add(program.Database);
        return program;
    }
}
